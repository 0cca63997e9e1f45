using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>Small glossaries that several tests use.</summary>
static class Samples
{
    public static readonly DateTimeOffset Day = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static SnapshotEntry Entry(string organisation, string term, string definition, params SnapshotTerm[] more) => new(
        organisation, term.Replace(' ', '-'), 1, "en", definition, [new SnapshotTerm(term), .. more], "", "", DateOnly.FromDateTime(Day.DateTime));

    public static SnapshotConflict Conflict(string id, string term, double severity, params string[] parties) => new(
        id, term, ConflictKind.Scope, severity, SnapshotConflictState.Detected, DateOnly.FromDateTime(Day.DateTime), [.. parties],
        [new SnapshotPair(0, 1, Relation.Broader, ConflictKind.Scope, severity, [new Evidence("every alert, there only outages", new(0, 5), new(3, 9))])]);

    public static SnapshotContent Content(ImmutableArray<SnapshotEntry> entries, params SnapshotConflict[] conflicts) => new(
        "ops", "Operations", Day,
        [.. entries.Select(entry => entry.Organisation).Distinct().Select(id => new SnapshotOrganisation(id, id.ToUpperInvariant()))],
        entries, [.. conflicts]);

    public static SnapshotContent Incident => Content(
        [
            Entry("red", "incident", "Any alert that was raised."),
            Entry("blue", "incident", "An outage that customers notice.", new SnapshotTerm("INC", SnapshotTermStatus.Admitted, SnapshotTermForm.Abbreviation)),
            Entry("red", "thermal gap pad", "A soft sheet that conducts heat."),
            Entry("red", "gap pad", "A sheet between parts."),
        ],
        Conflict("incident", "incident", .7, "organisations/blue/entries/incident", "organisations/red/entries/incident"));

    public static GlossarySnapshot Open(SnapshotContent content) => GlossarySnapshot.Read(SnapshotWriter.Write(content), "sample");

    /// <summary>A snapshot in which each word is a term of one organisation.</summary>
    public static GlossarySnapshot Terms(params string[] terms) =>
        Open(Content([.. terms.Select((term, i) => Entry("red", term, "Meaning of " + term) with { Id = "e" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) })]));
}
