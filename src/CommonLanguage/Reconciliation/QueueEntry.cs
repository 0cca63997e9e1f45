using CommonLanguage.Glossary;
using CommonLanguage.Storage;

namespace CommonLanguage.Reconciliation;

/// <summary>A conflict in a person's queue.</summary>
/// <param name="Conflict">The conflict.</param>
/// <param name="Place">Where it stands, and why.</param>
/// <param name="Use">How often its word is used.</param>
public sealed record QueueEntry(Conflict Conflict, QueuePlace Place, WordUse Use);
