using System.Globalization;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;
using CommonLanguage.Tests.Reconciliation;
using CommonLanguage.Tests.Rig;
using CsvHelper;
using CsvHelper.Configuration;

namespace CommonLanguage.Tests.Interchange;

public sealed class MappingExportTests : IAsyncLifetime
{
    /// <summary>The slots of a mapping in SSSOM 1.0 (https://mapping-commons.github.io/sssom/Mapping/).</summary>
    static readonly string[] Slots =
    [
        "subject_id", "subject_label", "subject_category", "predicate_id", "predicate_label", "predicate_modifier", "object_id", "object_label", "object_category",
        "mapping_justification", "author_id", "author_label", "reviewer_id", "reviewer_label", "creator_id", "creator_label", "license", "subject_type", "subject_source",
        "subject_source_version", "object_type", "object_source", "object_source_version", "predicate_type", "mapping_provider", "mapping_source", "mapping_cardinality",
        "mapping_tool", "mapping_tool_version", "mapping_date", "publication_date", "confidence", "curation_rule", "curation_rule_text", "subject_match_field",
        "object_match_field", "match_string", "subject_preprocessing", "object_preprocessing", "similarity_score", "similarity_measure", "see_also", "issue_tracker_item",
        "other", "comment",
    ];

    static readonly string[] SlotsOfASet = ["sssom_version", "curie_map", "mapping_set_id", "mapping_set_version", "mapping_set_title", "mapping_set_description", "license", "publication_date", "mapping_tool"];

    Room room = null!;

    public async Task InitializeAsync() => room = await Room.OpenAsync(await Engine.StartAsync());

    public async Task DisposeAsync() => await room.Engine.DisposeAsync();

    [Fact]
    public async Task What_people_agreed_on_is_written_with_why_who_and_which_revisions()
    {
        _ = await room.SettleAsync(new(Outcome.AdoptOne, "=a is the regulator") { Entry = Room.A });

        var row = Assert.Single(await RowsAsync(room.Translator, "b"));

        Assert.Equal(("cl:organisations/a/entries/i", "skos:exactMatch", "", "cl:organisations/b/entries/i"), (row["subject_id"], row["predicate_id"], row["predicate_modifier"], row["object_id"]));
        Assert.Equal(("semapv:MappingReview", "tess", "sig-a|sig-b", "1"), (row["mapping_justification"], row["author_label"], row["reviewer_label"], row["confidence"]));
        Assert.Equal(("cl:organisations/a", "1", "cl:organisations/b", "2"), (row["subject_source"], row["subject_source_version"], row["object_source"], row["object_source_version"]));
        Assert.Equal(("incident", "2026-03-01", "'=a is the regulator"), (row["subject_label"], row["mapping_date"], row["comment"]));
    }

    [Fact]
    public async Task Every_column_is_a_slot_of_the_standard_and_what_it_requires_is_there()
    {
        _ = await room.DismissAsync(isSame: false);
        var lines = (await room.Engine.ExportMappingsAsync(Engine.Actor, "a")).Split('\n');

        var columns = lines.First(line => !line.StartsWith('#')).Split('\t');
        Assert.Empty(columns.Except(Slots, StringComparer.Ordinal));
        Assert.Empty(((string[])["subject_id", "predicate_id", "object_id", "mapping_justification"]).Except(columns, StringComparer.Ordinal));
        var head = lines.Where(line => line.StartsWith('#') && line[1] != ' ').Select(line => line[1..line.IndexOf(':', StringComparison.Ordinal)]).ToList();
        Assert.Empty(head.Except(SlotsOfASet, StringComparer.Ordinal));
        Assert.Empty(((string[])["mapping_set_id", "license", "curie_map"]).Except(head, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_negative_mapping_is_written_as_one()
    {
        _ = await room.DismissAsync(isSame: false);
        var row = Assert.Single(await RowsAsync(Engine.Actor, "a"));
        Assert.Equal(("skos:exactMatch", "Not", "semapv:ManualMappingCuration"), (row["predicate_id"], row["predicate_modifier"], row["mapping_justification"]));
    }

    [Fact]
    public async Task The_broader_side_is_the_one_that_the_predicate_points_away_from()
    {
        _ = await room.TriageAsync(Verdict.Broader);
        var row = Assert.Single(await RowsAsync(Engine.Actor, "a"));
        Assert.Equal(Relation.Broader, Assert.Single(await room.MappingsAsync()).Relation);
        Assert.Equal("skos:narrowMatch", row["predicate_id"]);
    }

    [Fact]
    public async Task What_was_overtaken_or_is_stale_is_not_written()
    {
        _ = await room.TriageAsync(Verdict.Related);
        _ = await room.TriageAsync(Verdict.Broader);
        Assert.Single(await RowsAsync(Engine.Actor, "a"));
        _ = await room.Engine.ChangeAsync("b", "i", Engine.Content("incident", Definitions.InNineWeeks));
        Assert.Empty(await RowsAsync(Engine.Actor, "a"));
        Assert.Empty(await RowsAsync(Engine.Actor, "c"));
    }

    [Fact]
    public async Task Who_may_not_see_the_organisation_gets_nothing() =>
        Assert.Equal(ErrorReason.OrganisationNotFound, (await Assert.ThrowsAsync<RefusalException>(() => RowsAsync(room.Stranger, "a"))).Reason);

    async Task<List<IDictionary<string, object>>> RowsAsync(Actor actor, string organisation)
    {
        using var text = new StringReader(await room.Engine.ExportMappingsAsync(actor, organisation));
        using var reader = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = "\t", AllowComments = true });
        return [.. reader.GetRecords<dynamic>().Select(row => (IDictionary<string, object>)row)];
    }
}
