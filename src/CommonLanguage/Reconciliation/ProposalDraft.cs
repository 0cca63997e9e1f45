using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>What is suggested. Which parts an outcome needs stands with the outcome; a part it cannot use is refused.</summary>
/// <param name="Outcome">How the conflict would be settled.</param>
/// <param name="Rationale">Why; 1 to 20 000 characters.</param>
public sealed record ProposalDraft(Outcome Outcome, string Rationale)
{
    /// <summary>AdoptOne: whose definition is adopted; DeprecateOne: what is superseded; SplitEntry: what is split.</summary>
    public EntryName? Entry { get; init; }

    /// <summary>
    /// AgreeToDiffer: of the first party's meaning to the others', not exact. NotAConflict: exact, or none for unrelated. Null = what the
    /// comparison says, as far as the outcome allows it.
    /// </summary>
    public Relation? Relation { get; init; }

    /// <summary>DeprecateOne: the term to use instead.</summary>
    public string Replacement { get; init; } = "";

    /// <summary>QualifyTerms: what the bare word is from then on, deprecated or admitted.</summary>
    public TermStatus BareWord { get; init; } = TermStatus.Deprecated;

    /// <summary>What entries would say.</summary>
    public ImmutableArray<DraftedText> Texts { get; init; } = [];

    /// <summary>Day on which to look again; needed for Deferred.</summary>
    public DateOnly? Review { get; init; }

    /// <summary>Number of the proposal under consultation that it takes the place of; 0 = no consultation is expected to run.</summary>
    public int Replaces { get; init; }

    /// <summary>The same for the same draft, for telling requests apart.</summary>
    internal string Fingerprint() => string.Join(
        '\u001F', $"{(int)Outcome}", Rationale, $"{Entry}", $"{Relation}", Replacement, $"{(int)BareWord}", $"{Review:O}",
        string.Join('\u001E', Texts.Select(text => string.Join('\u001D', $"{text.Entry}", text.Term, text.Definition, text.Note))),
        Replaces == 0 ? "" : $"{Replaces}");
}
