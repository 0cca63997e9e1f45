using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Editing;

/// <summary>An organisation that takes part in a partnership.</summary>
/// <param name="Partnership">The partnership.</param>
/// <param name="Sequence">The last change.</param>
/// <param name="Conflicts">Conflicts of its words that were opened or changed when it joined.</param>
public sealed record Joined(PartnershipId Partnership, long Sequence, ImmutableArray<Conflict> Conflicts);
