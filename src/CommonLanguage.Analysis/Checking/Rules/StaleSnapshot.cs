using System.Globalization;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Settings;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>CL009: the snapshot is old. One finding a check, about the snapshot, not a document.</summary>
static class StaleSnapshot
{
    public static RuleDescription Description { get; } = new(
        "CL009", "stale-snapshot", Severity.Warning,
        "The snapshot that documents are checked against is old.",
        "Fetch a new one with 'commonlanguage pull'.");

    public static Finding? Check(GlossarySnapshot snapshot, string shownName, CheckOptions options)
    {
        var asOf = DateOnly.FromDateTime(snapshot.AsOf.UtcDateTime);
        var known = options.Fetched is { } fetched && fetched > asOf ? fetched : asOf;
        var age = options.Today.DayNumber - known.DayNumber;
        return options.Fetched is null || age < options.OldAfterDays ? null : new(
            Description.Id, Description.Severity, shownName, new(0, 0, 0, 0, 1, 1, 1, 1), "",
            string.Create(CultureInfo.InvariantCulture, $"Snapshot '{shownName}' is {age} days old; fetch a new one with 'commonlanguage pull'."),
            [], [], [], [], "", "cl009-" + snapshot.Partnership);
    }
}
