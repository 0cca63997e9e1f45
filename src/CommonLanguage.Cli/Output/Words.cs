using CommonLanguage.V1;

namespace CommonLanguage.Cli.Output;

/// <summary>Values of the API in the words of a person.</summary>
static class Words
{
    public static string Of(ConflictKind kind) => kind switch
    {
        ConflictKind.Wording => "wording",
        ConflictKind.Parameter => "parameter",
        ConflictKind.Scope => "scope",
        ConflictKind.Overlap => "overlap",
        ConflictKind.Polysemy => "polysemy",
        ConflictKind.Homonymy => "homonymy",
        ConflictKind.Contradiction => "contradiction",
        ConflictKind.Synonymy => "synonymy",
        ConflictKind.Conflation => "conflation",
        _ => "unknown kind",
    };

    /// <summary>What a kind says to someone who does not know the word for it.</summary>
    public static string Explain(ConflictKind kind) => kind switch
    {
        ConflictKind.Wording => "other words for the same meaning",
        ConflictKind.Parameter => "the same thing with another value, unit, threshold or obligation",
        ConflictKind.Scope => "one meaning covers what the other leaves out",
        ConflictKind.Overlap => "the meanings share a core, and both add something",
        ConflictKind.Polysemy => "related but different things under one word",
        ConflictKind.Homonymy => "one word for unrelated things",
        ConflictKind.Contradiction => "statements about the same thing that cannot both hold",
        ConflictKind.Synonymy => "two words for one meaning",
        ConflictKind.Conflation => "one entry that defines two things",
        _ => "a kind this tool does not know; update it",
    };

    public static string Of(Conflict.Types.Status status) => status switch
    {
        Conflict.Types.Status.Detected => "detected",
        Conflict.Types.Status.Triaged => "triaged",
        Conflict.Types.Status.Reconciling => "reconciling",
        Conflict.Types.Status.Consultation => "consultation",
        Conflict.Types.Status.SignOff => "sign-off",
        Conflict.Types.Status.Resolved => "resolved",
        Conflict.Types.Status.Reopened => "reopened",
        Conflict.Types.Status.Dismissed => "dismissed",
        Conflict.Types.Status.Deferred => "deferred",
        Conflict.Types.Status.Closed => "closed",
        _ => "unknown status",
    };

    public static string Of(Relation relation) => relation switch
    {
        Relation.Exact => "exact",
        Relation.Close => "close",
        Relation.Broader => "broader",
        Relation.Narrower => "narrower",
        Relation.Related => "related",
        Relation.None => "none",
        _ => "unknown relation",
    };

    public static string Of(Term.Types.Status status) => status switch
    {
        Term.Types.Status.Preferred => "preferred",
        Term.Types.Status.Admitted => "admitted",
        Term.Types.Status.Deprecated => "deprecated",
        Term.Types.Status.Superseded => "superseded",
        _ => "unknown status",
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.AdoptOne => "adopt-one",
        Outcome.MergeIntoShared => "merge-into-shared",
        Outcome.SharedCoreWithNotes => "shared-core-with-notes",
        Outcome.SharedGenericPlusSpecific => "shared-generic-plus-specific",
        Outcome.QualifyTerms => "qualify-terms",
        Outcome.ClarifyWording => "clarify-wording",
        Outcome.AgreeToDiffer => "agree-to-differ",
        Outcome.DeprecateOne => "deprecate-one",
        Outcome.SplitEntry => "split-entry",
        Outcome.NotAConflict => "not-a-conflict",
        Outcome.Deferred => "deferred",
        _ => "unknown outcome",
    };

    public static string Of(Position.Types.Stance stance) => stance switch
    {
        Position.Types.Stance.Accept => "accepts",
        Position.Types.Stance.AcceptWithReservation => "accepts with a reservation",
        Position.Types.Stance.Object => "objects",
        Position.Types.Stance.Abstain => "abstains",
        _ => "unknown position",
    };

    /// <summary>The kind of an act, in words.</summary>
    public static string OfAct(string kind) => kind switch
    {
        "lineUpCorrection" => "line-up corrected",
        _ => kind,
    };
}
