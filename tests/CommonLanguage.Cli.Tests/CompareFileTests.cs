using System.Text;
using System.Text.Json;

namespace CommonLanguage.Cli.Tests;

public sealed class CompareFileTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("commonlanguage-compare-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task There_is_one_answer_for_each_line_in_the_same_order()
    {
        var lines = Enumerable.Range(0, 5_000).Select(i => Line($"p{i}", $"group {i % 700}")).ToArray();
        var (ran, answers) = await AnswerAsync(string.Join('\n', lines) + "\n");
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(Enumerable.Range(0, 5_000).Select(i => $"p{i}"), answers.Select(answer => answer.GetProperty("id").GetString()));
        Assert.All(answers, answer => Assert.InRange(answer.GetProperty("conflict").GetDouble(), 0, 1));
    }

    [Theory]
    [InlineData("{", "the line is not valid JSON")]
    [InlineData("", "the line is empty")]
    [InlineData("[1]", "the line is no JSON object")]
    [InlineData("""{"term":"t","a":"x","b":"y"}""", "'id' is missing")]
    [InlineData("""{"id":"i","a":"x","b":"y"}""", "'term' is missing")]
    [InlineData("""{"id":"i","term":"t","a":"x","b":7}""", "'b' is no string")]
    [InlineData("""{"id":"i","term":"t","a":"x","b":"\ud800"}""", "'b' holds half of a surrogate pair")]
    [InlineData("""{"id":"i","id":"j","term":"t","a":"x","b":"y"}""", "the line is not valid JSON")]
    [InlineData("""{"id":"i","term":"t","a":"x","b":"y","language":"xx-!!"}""", "'language' is 'xx-!!'")]
    public async Task A_line_that_is_not_valid_is_answered_with_an_error_and_the_others_are_answered(string line, string error)
    {
        var (ran, answers) = await AnswerAsync($"{Line("first")}\n{line}\n{Line("last")}\n");
        Assert.Equal(2, ran.ExitCode);
        Assert.Equal("1 line of 3 lines not valid; the answers say why." + Environment.NewLine, ran.Error);
        Assert.Equal(["first", "last"], new[] { answers[0], answers[2] }.Select(answer => answer.GetProperty("id").GetString()));
        Assert.StartsWith(error, answers[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal(["id", "error"], answers[1].EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task The_error_of_a_line_bears_the_id_of_the_line()
    {
        var (_, answers) = await AnswerAsync("""{"id":"d7","term":"t","a":"x"}""");
        Assert.Equal("d7", answers[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_byte_order_mark_and_windows_line_ends_do_not_matter()
    {
        var (ran, answers) = await AnswerAsync($"\ufeff{Line("1")}\r\n{Line("2")}");
        Assert.Equal((0, 2), (ran.ExitCode, answers.Count));
    }

    [Fact]
    public async Task An_empty_file_gives_an_empty_file()
    {
        var (ran, answers) = await AnswerAsync("");
        Assert.Equal((0, 0), (ran.ExitCode, answers.Count));
    }

    [Fact]
    public async Task A_line_over_the_limit_is_an_error_and_the_next_is_answered()
    {
        var (ran, answers) = await AnswerAsync($"{Line(new string('x', 9_000_000))}\n{Line("next")}\n");
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("over 4 MiB", answers[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("next", answers[1].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_an_error_of_their_line()
    {
        var path = Path.Combine(folder, "pairs.jsonl");
        await File.WriteAllBytesAsync(path, [.. """{"id":"i","term":"t","a":"x","b":"""u8, (byte)'"', 0xff, 0xfe, (byte)'"', (byte)'}', (byte)'\n']);
        var ran = await new Person().TypesAsync("compare", "--input", path);
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("\"error\":\"'b' holds", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_output_the_answers_go_to_standard_output()
    {
        var ran = await new Person { Input = Line("1") + "\n" }.TypesAsync("compare", "--input", "-");
        Assert.Equal("1", JsonDocument.Parse(ran.Out).RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_id_may_be_a_number_and_stays_one()
    {
        var (_, answers) = await AnswerAsync("""{"id":12,"term":"t","a":"x y","b":"y z"}""");
        Assert.Equal(12, answers[0].GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task A_directory_that_is_not_there_is_named()
    {
        var input = Path.Combine(folder, "in.jsonl");
        await File.WriteAllTextAsync(input, Line("1"));
        var output = Path.Combine(folder, "missing", "out.jsonl");
        var ran = await new Person().TypesAsync("compare", "--input", input, "--output", output);
        Assert.Equal(new Ran(2, "", $"commonlanguage: There is no directory for '{output}'; make it first.{Environment.NewLine}"), ran);
    }

    static string Line(string id, string? group = null) =>
        $$"""{"id":"{{id}}","term":"incident","a":"An event that harms a service of {{id}}.","b":"An unplanned interruption.","group":{{(group is null ? "null" : $"\"{group}\"")}}}""";

    async Task<(Ran Ran, List<JsonElement> Answers)> AnswerAsync(string pairs)
    {
        var (input, output) = (Path.Combine(folder, "pairs.jsonl"), Path.Combine(folder, "answers.jsonl"));
        await File.WriteAllTextAsync(input, pairs, new UTF8Encoding(false));
        var ran = await new Person().TypesAsync("compare", "--input", input, "--output", output);
        return (ran, [.. (await File.ReadAllLinesAsync(output)).Select(line => JsonDocument.Parse(line).RootElement)]);
    }
}
