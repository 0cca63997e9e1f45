using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>What an act did.</summary>
/// <param name="Conflict">As it stands now.</param>
/// <param name="Proceedings">Everything said and done about it, the act included.</param>
/// <param name="Sequence">The change; 0 when nothing was stored.</param>
public sealed record ReconciliationWritten(Conflict Conflict, Proceedings Proceedings, long Sequence);
