using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommonLanguage.Cli.Tests;

public sealed class ReadingTests(Partners partners) : IClassFixture<Partners>
{
    [Fact]
    public async Task Lookup_shows_a_block_for_each_organisation()
    {
        var ran = await partners.TypesAsync("lookup", "access", "list");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        // The number in a conflict's name tells when it was opened: words are judged while the second file is read.
        GoldenFile.Holds("server-lookup.txt", Regex.Replace(ran.Out, "conflicts/access-list-[a-z0-9]+", "conflicts/access-list-1", RegexOptions.NonBacktracking));
    }

    [Fact]
    public async Task Lookup_as_json_has_the_documented_fields()
    {
        var ran = await partners.TypesAsync("lookup", "Access-Lists", "--format", "json");
        var meanings = JsonDocument.Parse(ran.Out).RootElement.GetProperty("meanings").EnumerateArray().ToList();
        Assert.Equal(["organisations/nist", "organisations/cnss"], meanings.Select(meaning => meaning.GetProperty("organisation").GetString()));
        HasFields(meanings[0], "entry", "organisation", "term", "matchedForm", "definition", "language", "status", "revision", "conflicts");
        Assert.StartsWith("partnerships/p/conflicts/access-list", meanings[0].GetProperty("conflicts")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lookup_of_some_organisations_leaves_the_others_out()
    {
        var ran = await partners.TypesAsync("lookup", "adversary", "--organisation", "cnss", "--organisation", "organisations/cnss", "--partnership", "p", "--language", "en", "--format", "json");
        var meaning = Assert.Single(JsonDocument.Parse(ran.Out).RootElement.GetProperty("meanings").EnumerateArray());
        Assert.Equal("organisations/cnss", meaning.GetProperty("organisation").GetString());
    }

    [Fact]
    public async Task Lookup_of_a_day_before_the_import_finds_nothing()
    {
        var ran = await partners.TypesAsync("lookup", "adversary", "--at", "2000-01-31");
        Assert.Equal((1, ""), (ran.ExitCode, ran.Out));
        Assert.Equal(
            "Nobody asked for has a meaning of 'adversary' on 2000-01-31; today 2 organisations have one (en). Leave out --at to read them." + Environment.NewLine, ran.Error);
    }

    [Theory]
    [InlineData("in 'fr'; today 2 organisations have one (en). Leave out --language to read them.", "Adversaries", "--language", "fr")]
    [InlineData("on 2000-01-31 in 'en'; today 1 organisation has one (en). Leave out --at and --language to read it.", "adversary", "--language", "en", "--at", "2000-01-31", "--organisation", "cnss")]
    public async Task Lookup_never_offers_the_word_that_was_asked_for(string end, params string[] args)
    {
        var ran = await partners.TypesAsync(["lookup", .. args]);
        Assert.Equal((1, ""), (ran.ExitCode, ran.Out));
        Assert.EndsWith(end + Environment.NewLine, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("did you mean", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lookup_of_a_word_that_nobody_defines_offers_near_ones_and_ends_with_1()
    {
        var ran = await partners.TypesAsync("lookup", "advresary");
        Assert.Equal(new Ran(1, "", $"Nobody defines 'advresary'; did you mean 'adversary'?{Environment.NewLine}"), ran);
    }

    [Fact]
    public async Task Lookup_as_json_of_a_word_that_nobody_defines_is_still_a_document()
    {
        var ran = await partners.TypesAsync("lookup", "zzz", "--format", "json");
        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        Assert.Empty(JsonDocument.Parse(ran.Out).RootElement.GetProperty("meanings").EnumerateArray());
    }

    [Fact]
    public async Task Search_marks_the_words_it_found()
    {
        var ran = await partners.TypesAsync("search", "detrimental", "intent");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        GoldenFile.Holds("server-search.txt", ran.Out);
    }

    [Fact]
    public async Task Search_as_json_has_the_documented_fields()
    {
        var ran = await partners.TypesAsync("search", "roster", "--organisation", "cnss", "--partnership", "p", "--limit", "5", "--format", "json");
        HasFields(Assert.Single(JsonDocument.Parse(ran.Out).RootElement.GetProperty("hits").EnumerateArray()), "entry", "organisation", "term", "snippet", "score");
    }

    [Fact]
    public async Task Search_takes_words_to_leave_out()
    {
        var ran = await partners.TypesAsync("search", "redundant", "-correct", "--format", "json");
        var hit = Assert.Single(JsonDocument.Parse(ran.Out).RootElement.GetProperty("hits").EnumerateArray());
        Assert.Equal("organisations/nist", hit.GetProperty("organisation").GetString());
    }

    [Fact]
    public async Task Search_that_finds_nothing_ends_with_1()
    {
        var ran = await partners.TypesAsync("search", "xyzzy");
        Assert.Equal(new Ran(1, "", $"Nothing holds 'xyzzy'; try fewer words, or a beginning such as 'wor*'.{Environment.NewLine}"), ran);
    }

    [Fact]
    public async Task A_search_that_cannot_be_read_says_where()
    {
        var ran = await partners.TypesAsync("search", "a*");
        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.StartsWith("commonlanguage: The search cannot be read at column 2", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conflicts_come_sharpest_first_with_the_documented_fields()
    {
        var queue = await ConflictsAsync();
        var severities = queue.Select(conflict => conflict.GetProperty("severity").GetDouble()).ToList();
        Assert.True(severities.Count > 1);
        Assert.Equal(severities.OrderDescending(), severities);
        Assert.All(queue, conflict => HasFields(conflict, "name", "term", "kind", "severity", "status", "relation", "entries", "differences"));
        HasFields(queue[0].GetProperty("entries")[0], "entry", "organisation", "definition");
        HasFields(queue[0].GetProperty("differences")[0], "reason", "sides");
        HasFields(queue[0].GetProperty("differences")[0].GetProperty("sides")[0], "entry", "start", "end");
    }

    [Fact]
    public async Task Conflicts_can_be_filtered()
    {
        var all = await ConflictsAsync();
        var severity = all[1].GetProperty("severity").GetDouble();
        var sharp = await ConflictsAsync("--minimum-severity", severity.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(all.Count(conflict => conflict.GetProperty("severity").GetDouble() >= severity), sharp.Count);

        var kind = all[0].GetProperty("kind").GetString()!;
        Assert.Equal(all.Count(conflict => conflict.GetProperty("kind").GetString() == kind), (await ConflictsAsync("--kind", kind)).Count);
        Assert.Equal(all.Count, (await ConflictsAsync("--organisation", "nist", "--organisation", "cnss", "--status", "detected", "--partnership", "p")).Count);
        Assert.Empty(await ConflictsAsync("--status", "resolved"));
    }

    [Fact]
    public async Task Conflicts_beyond_the_limit_are_counted()
    {
        var ran = await partners.TypesAsync("conflicts", "--limit", "1");
        Assert.Matches(@"1 of \d conflicts; more with --limit\.", ran.Out);
        Assert.Equal(1, ran.Out.Split('\n').Count(line => line.StartsWith('█')));
    }

    [Fact]
    public async Task An_empty_queue_says_so_and_ends_with_0()
    {
        var ran = await partners.TypesAsync("conflicts", "--status", "resolved");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Out));
        Assert.StartsWith("No conflict passes", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_is_found_by_its_name_its_id_and_its_word()
    {
        var name = (await ConflictsAsync()).Select(conflict => conflict.GetProperty("name").GetString()!).Single(name => name.Contains("access-list", StringComparison.Ordinal));
        foreach (var way in (string[])[name, name.Split('/')[^1], "access list"])
        {
            var ran = await partners.TypesAsync("conflict", way, "--format", "json");
            Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
            Assert.Equal(name, JsonDocument.Parse(ran.Out).RootElement.GetProperty("name").GetString());
        }
    }

    [Fact]
    public async Task A_conflict_shows_both_definitions_side_by_side()
    {
        var ran = await partners.TypesAsync("conflict", "access list");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains(ran.Out.Split('\n'), line => line.Contains("│ nist ", StringComparison.Ordinal) && line.Contains("│ cnss ", StringComparison.Ordinal));
        Assert.Contains("Where they part", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("partnerships/p/conflicts/nothing")]
    public async Task A_conflict_that_does_not_exist_ends_with_1(string name) => Assert.Equal(
        new Ran(1, "", $"There is no conflict '{name}'; 'commonlanguage conflicts' lists them.{Environment.NewLine}"), await partners.TypesAsync("conflict", name));

    [Fact]
    public async Task Changes_are_listed_newest_first()
    {
        var ran = await partners.TypesAsync("changes", "--format", "json");
        var sequences = JsonDocument.Parse(ran.Out).RootElement.GetProperty("changes").EnumerateArray().Select(change => long.Parse(change.GetProperty("sequence").GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(sequences);
        Assert.Equal(sequences.OrderDescending(), sequences);
        Assert.Contains("entries imported", (await partners.TypesAsync("changes")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_organisation_is_wrong_use()
    {
        var ran = await partners.TypesAsync("lookup", "adversary", "--organisation", "nobody");
        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.Contains("'nobody'", ran.Error, StringComparison.Ordinal);
    }

    async Task<List<JsonElement>> ConflictsAsync(params string[] args)
    {
        var ran = await partners.TypesAsync(["conflicts", "--format", "json", .. args]);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        var answer = JsonDocument.Parse(ran.Out).RootElement;
        var conflicts = answer.GetProperty("conflicts").EnumerateArray().ToList();
        Assert.Equal(conflicts.Count, answer.GetProperty("totalSize").GetInt32());
        return conflicts;
    }

    static void HasFields(JsonElement element, params string[] fields) => Assert.Empty(fields.Except(element.EnumerateObject().Select(field => field.Name)));
}
