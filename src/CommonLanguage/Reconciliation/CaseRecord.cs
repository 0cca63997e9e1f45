using System.Collections.Immutable;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Reconciliation;

/// <summary>Everything about one reconciliation, as it stands or as it stood after one of its steps. Immutable.</summary>
/// <param name="Conflict">The conflict, with the revisions that held then.</param>
/// <param name="Partnership">Its partnership.</param>
/// <param name="Proceedings">What had been said and done.</param>
/// <param name="Mappings">What people had decided of pairs of entries.</param>
/// <param name="Texts">The text of each of the conflict's parties, in their order.</param>
/// <param name="Offers">What owners may take back; empty for a step that has passed.</param>
/// <param name="Next">The steps that are accepted next; empty for a step that has passed.</param>
/// <param name="Names">Names and texts of everything that the record mentions.</param>
/// <param name="Directory">Names of organisations.</param>
/// <param name="LastStep">How many steps there are by now.</param>
public sealed record CaseRecord(
    Conflict Conflict,
    Partnership Partnership,
    Proceedings Proceedings,
    ImmutableArray<Mapping> Mappings,
    ImmutableArray<Revision> Texts,
    ImmutableArray<Offer> Offers,
    ImmutableArray<NextStep> Next,
    EntryNames Names,
    PartnerDirectory Directory,
    int LastStep)
{
    /// <summary>Number of the last step that is in it; 0 when nothing has been done.</summary>
    public int Step => Proceedings.Acts.Length;

    /// <summary>Whether it is a step that has passed.</summary>
    public bool IsPast => Step < LastStep;

    /// <summary>Its resource name.</summary>
    public ConflictName Name => new(Partnership.Id, Conflict.Id);
}
