namespace CommonLanguage.Analysis.Checking.Findings;

/// <summary>What was checked.</summary>
/// <param name="Files">Files read.</param>
/// <param name="Words">Words in them.</param>
/// <param name="Terms">Uses of terms in them.</param>
/// <param name="Snapshot">The snapshot's tag; empty when there was none.</param>
/// <param name="AsOf">When the last change in the snapshot was made.</param>
/// <param name="Errors">Findings that are errors.</param>
/// <param name="Warnings">Findings that are warnings.</param>
/// <param name="Infos">Findings that are good to know.</param>
public sealed record CheckSummary(int Files, int Words, int Terms, string Snapshot, DateTimeOffset AsOf, int Errors, int Warnings, int Infos);
