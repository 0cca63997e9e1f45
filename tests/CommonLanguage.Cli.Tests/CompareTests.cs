using System.Text.Json;

namespace CommonLanguage.Cli.Tests;

public sealed class CompareTests
{
    const string A = "Restoring the service within 4 hours of the report.";
    const string B = "Restoring the service within one business day of the report.";

    [Fact]
    public async Task Two_texts_stand_side_by_side_where_there_is_room()
    {
        var ran = await new Person().TypesAsync("compare", A, B, "--term", "resolution");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains(ran.Out.Split('\n'), line => line.Contains("4 hours* of", StringComparison.Ordinal) && line.Contains("one business", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_texts_stand_one_below_another_on_a_narrow_terminal()
    {
        var ran = await new Person { Width = 60 }.TypesAsync("compare", A, B, "--term", "resolution");
        Assert.DoesNotContain('│', ran.Out);
        Assert.All(ran.Out.Split('\n'), line => Assert.True(line.Length <= 60, line));
    }

    [Fact]
    public async Task On_a_terminal_the_differing_words_are_coloured()
    {
        var ran = await new Person { AtTerminal = true }.TypesAsync("compare", A, B, "--term", "resolution");
        Assert.Matches("\u001b\\[1;4;93m[a-z ]*4 hours\u001b\\[0m", ran.Out);
        Assert.DoesNotContain('*', ran.Out);
    }

    [Fact]
    public async Task Escapes_in_a_text_do_not_reach_the_terminal()
    {
        var ran = await new Person { Width = 200 }.TypesAsync("compare", "A code \u001b[31mred\u001b[0m and [bold]bold[/].", B, "--term", "\u202eterm");
        Assert.DoesNotContain(ran.Out, unit => unit is '\u001b' or '\u202e');
        Assert.Contains("[bold]bold[/]", ran.Out.Replace("*", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_document_with_the_fields_of_an_answer()
    {
        var ran = await new Person().TypesAsync("compare", A, B, "--term", "resolution", "--format", "json");
        var answer = JsonDocument.Parse(ran.Out).RootElement;
        Assert.Equal(
            ["relation", "clear", "probabilities", "similarity", "conflict", "kind", "evidence"], answer.EnumerateObject().Select(field => field.Name));
        Assert.Equal(["exact", "broader", "narrower", "related", "none"], answer.GetProperty("probabilities").EnumerateObject().Select(field => field.Name));
        Assert.Equal(1, answer.GetProperty("probabilities").EnumerateObject().Sum(field => field.Value.GetDouble()), 6);
        Assert.Equal("parameter", answer.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task The_evidence_names_the_words_by_their_place()
    {
        var ran = await new Person().TypesAsync("compare", A, B, "--term", "resolution", "--format", "json");
        var words = JsonDocument.Parse(ran.Out).RootElement.GetProperty("evidence").EnumerateArray()
            .Select(evidence => (evidence.GetProperty("side").GetString() == "a" ? A : B)[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()]);
        Assert.Contains(words, text => text.EndsWith("4 hours", StringComparison.Ordinal));
    }
}
