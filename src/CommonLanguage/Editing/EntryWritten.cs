using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Editing;

/// <summary>What a write of an entry did.</summary>
/// <param name="Revision">The entry as it stands now.</param>
/// <param name="Conflicts">Conflicts opened, refreshed or closed.</param>
/// <param name="Sequence">The change; 0 when nothing was stored.</param>
public sealed record EntryWritten(Revision Revision, ImmutableArray<Conflict> Conflicts, long Sequence);
