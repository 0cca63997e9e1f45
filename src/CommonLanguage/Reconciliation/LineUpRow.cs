using System.Collections.Immutable;

namespace CommonLanguage.Reconciliation;

/// <summary>A characteristic with what each entry says of it.</summary>
/// <param name="Characteristic">Its name.</param>
/// <param name="Cells">One for each entry of the conflict, in its order.</param>
public sealed record LineUpRow(string Characteristic, ImmutableArray<LineUpCell> Cells);
