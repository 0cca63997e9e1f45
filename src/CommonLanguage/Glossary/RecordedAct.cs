namespace CommonLanguage.Glossary;

/// <summary>An act as the store keeps it.</summary>
/// <param name="Key">The store's number; grows with every act written.</param>
/// <param name="Conflict">The store's number of the conflict.</param>
/// <param name="Number">From 1 within the conflict, without gaps.</param>
/// <param name="Act">What was said or done.</param>
/// <param name="Actor">Who, from where.</param>
/// <param name="Time">When, by the server's clock; order is by number.</param>
/// <param name="Sequence">The change that wrote it.</param>
public sealed record RecordedAct(long Key, long Conflict, int Number, Act Act, Actor Actor, DateTimeOffset Time, long Sequence)
{
    /// <summary>The revisions that it was pinned to; empty where it judged none.</summary>
    public System.Collections.Immutable.ImmutableArray<ConflictParty> Pins => Act switch
    {
        Triage triage => triage.Pins,
        Dismissal dismissal => dismissal.Pins,
        Proposal proposal => proposal.Pins,
        Position position => position.Pins,
        Resolution resolution => resolution.Pins,
        _ => [],
    };
}
