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
/// <param name="SharedWords">Different words in them that two or more of those who write and read define, and that were compared.</param>
/// <param name="EverydayWords">Different words that they define too, left out because nothing around them speaks for the term.</param>
/// <param name="WithoutAudience">Files of which nobody has said who writes and who reads; of those only confirmed conflicts are told.</param>
public sealed record CheckSummary(int Files, int Words, int Terms, string Snapshot, DateTimeOffset AsOf, int Errors, int Warnings, int Infos,
    int SharedWords, int EverydayWords, int WithoutAudience);
