using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Glossary;

/// <summary>A suggested outcome with its texts. The last proposal of a conflict is the one positions are taken on.</summary>
/// <param name="Number">From 1 within the conflict.</param>
/// <param name="Outcome">How the conflict would be settled.</param>
/// <param name="Entry">AdoptOne: the entry whose definition is adopted; DeprecateOne: the one superseded; SplitEntry: the one split; else 0.</param>
/// <param name="Relation">AgreeToDiffer, NotAConflict: how the first party's meaning relates to the others'.</param>
/// <param name="Replacement">DeprecateOne: the term to use instead.</param>
/// <param name="BareWord">QualifyTerms: what the bare word is from then on.</param>
/// <param name="Texts">What entries would say.</param>
/// <param name="Review">Day on which to look again; null = none.</param>
/// <param name="Rationale">Why.</param>
/// <param name="Pins">The revisions it was made for.</param>
public sealed record Proposal(
    int Number,
    Outcome Outcome,
    long Entry,
    Relation Relation,
    string Replacement,
    TermStatus BareWord,
    ImmutableArray<ProposedText> Texts,
    DateOnly? Review,
    string Rationale,
    ImmutableArray<ConflictParty> Pins) : Act(ActKind.Proposal)
{
    /// <summary>Whether its texts name each entry that takes part. A proposal from before this was kept concerned all entries.</summary>
    public bool NamesEntries { get; init; }

    /// <summary>Everything it would do, in words, as computed when it was made; empty for a proposal from before this was kept.</summary>
    public ImmutableArray<Consequence> Consequences { get; init; } = [];
}
