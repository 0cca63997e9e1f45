using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Web.Showing;

/// <summary>Values of the engine in the words of a person.</summary>
static class Words
{
    public static string Of(ConflictKind kind) => kind switch
    {
        ConflictKind.Wording => "Wording",
        ConflictKind.Parameter => "Value",
        ConflictKind.Scope => "Scope",
        ConflictKind.Overlap => "Overlap",
        ConflictKind.Polysemy => "Related things",
        ConflictKind.Homonymy => "Different things",
        ConflictKind.Contradiction => "Contradiction",
        ConflictKind.Synonymy => "Two words",
        _ => "Two in one",
    };

    /// <summary>What a kind says, as half a sentence.</summary>
    public static string Explain(ConflictKind kind) => kind switch
    {
        ConflictKind.Wording => "other words, perhaps for the same",
        ConflictKind.Parameter => "the same thing with another value, unit, limit or duty",
        ConflictKind.Scope => "one covers what the other leaves out",
        ConflictKind.Overlap => "a shared core, and both add something",
        ConflictKind.Polysemy => "related, but not the same thing",
        ConflictKind.Homonymy => "one word for things that have nothing to do with each other",
        ConflictKind.Contradiction => "statements that cannot both hold",
        ConflictKind.Synonymy => "two words for one meaning",
        _ => "one entry defines two things",
    };

    public static string Of(ConflictState state) => state switch
    {
        ConflictState.Detected => "New",
        ConflictState.Triaged => "Looked at",
        ConflictState.Reconciling => "Being worked on",
        ConflictState.Consultation => "Before the parties",
        ConflictState.SignOff => "Taking positions",
        ConflictState.Resolved => "Settled",
        ConflictState.Reopened => "Reopened",
        ConflictState.Dismissed => "Not a conflict",
        ConflictState.Deferred => "Put off",
        _ => "Gone",
    };

    /// <summary>How badly a reader would be misled, in a word.</summary>
    public static string OfSeverity(double severity) => severity switch
    {
        >= 0.7 => "Severe",
        >= 0.55 => "Serious",
        >= 0.4 => "Noticeable",
        _ => "Slight",
    };

    /// <summary>A verdict on two meanings, the first one's owner and the second's.</summary>
    public static string Of(Verdict verdict, string first, string second) => verdict switch
    {
        Verdict.Same => "The same",
        Verdict.Broader => $"{first} covers more",
        Verdict.Narrower => $"{second} covers more",
        Verdict.Related => "Related",
        Verdict.Different => "Different things",
        _ => "Not sure",
    };

    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.AdoptOne => "One side's definition for all",
        Outcome.MergeIntoShared => "One shared definition",
        Outcome.SharedCoreWithNotes => "A shared core, with a note for each",
        Outcome.SharedGenericPlusSpecific => "A broader shared word, a specific one for each",
        Outcome.QualifyTerms => "A word of its own for each",
        Outcome.ClarifyWording => "Clearer wording",
        Outcome.AgreeToDiffer => "Agree to differ",
        Outcome.DeprecateOne => "Retire one",
        Outcome.SplitEntry => "Split one entry",
        Outcome.NotAConflict => "Not a conflict",
        _ => "Put off",
    };

    public static string Of(Stance stance) => stance switch
    {
        Stance.Accept => "accepts",
        Stance.AcceptWithReservation => "accepts with a reservation",
        Stance.Object => "objects",
        _ => "abstains",
    };

    public static string Of(Relation relation) => relation switch
    {
        Relation.Exact => "the same",
        Relation.Close => "close",
        Relation.Broader => "the first covers more",
        Relation.Narrower => "the second covers more",
        Relation.Related => "related",
        _ => "unrelated",
    };

    public static string Of(Analysis.Checking.Findings.Severity severity) => severity switch
    {
        Analysis.Checking.Findings.Severity.Error => "To be changed",
        Analysis.Checking.Findings.Severity.Warning => "May mislead",
        _ => "Good to know",
    };

    /// <summary>Who must accept a proposal.</summary>
    public static string Of(SignOffRule rule) => rule.Kind switch
    {
        SignOffKind.All => "all parties",
        SignOffKind.Majority => "more that accept than that object",
        _ => FormattableString.Invariant($"at least {rule.Count}"),
    };

    public static string Of(Role role) => role == Role.App ? "program" : role.ToString().ToLowerInvariant();

    /// <summary>What a role lets somebody do, as half a sentence.</summary>
    public static string Explain(Role role) => role switch
    {
        Role.Reader => "looks up, searches, checks documents",
        Role.App => "does what its key's scopes say",
        Role.Editor => "comments and assesses for the organisation",
        Role.Owner => "publishes for the organisation",
        Role.Signatory => "takes the organisation's position",
        Role.Coordinator => "looks after a partnership and its members",
        Role.Administrator => "runs the installation",
        _ => "works on both sides",
    };

    public static string Of(Scopes scopes) => string.Join(", ", new[] { (Scopes.Read, "read"), (Scopes.Write, "write"), (Scopes.Reconcile, "reconcile"), (Scopes.Administer, "administer") }
        .Where(one => scopes.HasFlag(one.Item1)).Select(one => one.Item2));

    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.PartnershipCreated => "made a partnership",
        ChangeKind.PartnershipUpdated => "changed a partnership",
        ChangeKind.PartnershipArchived => "archived a partnership",
        ChangeKind.OrganisationCreated => "made an organisation",
        ChangeKind.OrganisationUpdated => "changed an organisation",
        ChangeKind.OrganisationArchived => "archived an organisation",
        ChangeKind.EntryCreated => "wrote an entry",
        ChangeKind.EntryUpdated => "changed an entry",
        ChangeKind.EntryArchived => "retired an entry",
        ChangeKind.EntriesImported => "imported entries",
        ChangeKind.ConflictsSwept => "compared anew",
        ChangeKind.ReconciliationAdvanced => "worked on a conflict",
        ChangeKind.ConflictResolved => "settled a conflict",
        ChangeKind.AffiliationChanged => "changed who works where",
        ChangeKind.ApiKeyChanged => "changed an API key",
        _ => "changed something",
    };

    /// <summary>How often a word was used: what its conflict is exposed to.</summary>
    public static string Of(WordUse use) => use.Total == 0
        ? "Not yet looked up, nor met in a checked document"
        : $"Looked up {Times(use.LookUps)}, met in checked documents {Times(use.DocumentHits)}";

    /// <summary>"never", "once", "2 times".</summary>
    public static string Times(long number) => number switch
    {
        0 => "never",
        1 => "once",
        _ => FormattableString.Invariant($"{number:N0} times"),
    };

    /// <summary>"1 conflict", "2 conflicts".</summary>
    public static string Count(int number, string one, string more) => number == 1 ? $"1 {one}" : FormattableString.Invariant($"{number:N0} {more}");
}
