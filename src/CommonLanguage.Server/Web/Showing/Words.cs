using System.Globalization;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Web.Showing;

/// <summary>Values of the engine in the words of a person.</summary>
static class Words
{
    public static string Of(ConflictKind kind) => Label("kind", kind);

    /// <summary>What a kind says, as half a sentence.</summary>
    public static string Explain(ConflictKind kind) => Vocabulary.Of("kind", kind.ToString()).HalfSentence;

    public static string Of(ConflictState state) => Label("state", state);

    /// <summary>How badly a reader would be misled, in a word.</summary>
    public static string OfSeverity(double severity) => Vocabulary.Of("severity", severity switch
    {
        >= 0.7 => "Severe",
        >= 0.55 => "Serious",
        >= 0.4 => "Noticeable",
        _ => "Slight",
    }).Label;

    /// <summary>A verdict on two meanings, the first one's owner and the second's.</summary>
    public static string Of(Verdict verdict, string first, string second) => string.Format(CultureInfo.InvariantCulture, Label("verdict", verdict), first, second);

    public static string Of(Outcome outcome) => Label("outcome", outcome);

    public static string Of(Stance stance) => Label("stance", stance);

    /// <summary>A relation inside a sentence.</summary>
    public static string Of(Relation relation) => Label("relation", relation).ToLowerInvariant();

    public static string Of(Analysis.Checking.Findings.Severity severity) => Label("finding-severity", severity);

    /// <summary>Who must accept a proposal.</summary>
    public static string Of(SignOffRule rule) => string.Format(CultureInfo.InvariantCulture, Label("sign-off", rule.Kind), rule.Count);

    public static string Of(Role role) => Label("role", role);

    /// <summary>What a role lets somebody do, as half a sentence.</summary>
    public static string Explain(Role role) => Vocabulary.Of("role", role.ToString()).HalfSentence;

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
        ChangeKind.ReconciliationAdvanced => "advanced a reconciliation",
        ChangeKind.ConflictResolved => "resolved a conflict",
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

    static string Label<T>(string group, T value)
        where T : struct, Enum => Vocabulary.Of(group, value.ToString()).Label;
}
