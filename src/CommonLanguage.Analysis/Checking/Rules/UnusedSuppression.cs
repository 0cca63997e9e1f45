using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Settings;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>CL010: a suppression that silences nothing, has run out, or lacks the reason that an error asks for.</summary>
static class UnusedSuppression
{
    public static RuleDescription Description { get; } = new(
        "CL010", "unused-suppression", Severity.Info,
        "A suppression silences nothing, has run out, or gives no reason for silencing an error.",
        "Remove it, or give the reason.");

    /// <summary>Takes out the findings that are silenced and adds what is to be said of the suppressions.</summary>
    public static void Apply(Document document, List<Finding> findings, GlossarySnapshot snapshot, DateOnly today)
    {
        var all = Suppression.Of(document);
        if (all.Count == 0)
            return;
        var lacksReason = new HashSet<Suppression>();
        _ = findings.RemoveAll(finding =>
        {
            var name = RuleList.All.First(rule => string.Equals(rule.Id, finding.Rule, StringComparison.Ordinal)).Name;
            foreach (var suppression in all)
            {
                if (!suppression.Covers(finding, name, snapshot, today))
                    continue;
                suppression.WasUsed = true;
                if (finding.Severity < Severity.Error || suppression.Reason.Length > 0)
                    return true;
                _ = lacksReason.Add(suppression);
            }

            return false;
        });

        foreach (var suppression in all)
        {
            var message = lacksReason.Contains(suppression) ? "This suppression of an error needs a reason=\"...\"."
                : suppression.Until <= today ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"This suppression ran out on {suppression.Until:yyyy-MM-dd}; remove it.")
                : suppression.WasUsed ? null
                : "This suppression silences nothing; remove it.";
            if (message is not null)
            {
                findings.Add(new(
                    Description.Id, Severity.Info, document.Name, suppression.Place, "", message, [], [],
                    [new(suppression.Place, "", IsSafe: false)], [], "", "cl010-" + string.Join('-', suppression.Targets)));
            }
        }
    }
}
