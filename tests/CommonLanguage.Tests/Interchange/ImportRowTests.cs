using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Interchange;

/// <summary>Rows that are refused while the others are stored.</summary>
public sealed class ImportRowTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync() => engine = await Engine.StartAsync();

    public async Task DisposeAsync() => await engine.DisposeAsync();

    public static TheoryData<string, string, ErrorReason, string> Rows => new()
    {
        { "term,definition", ",d", ErrorReason.ValueMissing, "term" },
        { "term,definition", "\"  \",d", ErrorReason.ValueMissing, "term" },
        { "term,definition", "\u200B\u200C\u200D,d", ErrorReason.ValueMissing, "term" },
        { "term,definition", "&nbsp;,d", ErrorReason.ValueMissing, "term" },
        { "term,definition", "<b></b>,d", ErrorReason.ValueMissing, "term" },
        { "term,definition", $"{new string('x', 201)},d", ErrorReason.TextTooLong, "term" },
        { "term,definition", "a\u0007b,d", ErrorReason.CharacterNotAllowed, "term" },
        { "term,definition", "a&#7;b,d", ErrorReason.CharacterNotAllowed, "term" },
        { "term,definition", "a\u202Eb,d", ErrorReason.CharacterNotAllowed, "term" },
        { "term,definition", "t,", ErrorReason.ValueMissing, "definition" },
        { "term,definition", $"t,{new string('x', 20_001)}", ErrorReason.TextTooLong, "definition" },
        { "term,definition", "t,a\u0001b", ErrorReason.CharacterNotAllowed, "definition" },
        { "term,definition,language", "t,d,xx-!!", ErrorReason.LanguageTagInvalid, "language" },
        { "term,definition,language", "t,d,en_GB", ErrorReason.LanguageTagInvalid, "language" },
        { "term,definition,status", "t,d,wanted", ErrorReason.ValueUnknown, "status" },
        { "term,definition,source", "t,d,javascript:alert(1)", ErrorReason.AddressNotAllowed, "source" },
        { "term,definition,source", "t,d,java&#10;script:alert(1)", ErrorReason.AddressNotAllowed, "source" },
        { "term,definition,source", $"t,d,https://example.org/{new string('x', 10_000)}", ErrorReason.TextTooLong, "source" },
        { "term,definition,id", "t,d,a/b", ErrorReason.IdInvalid, "id" },
        { "term,definition,valid_from", "t,d,0000-00-00", ErrorReason.DateInvalid, "valid_from" },
        { "term,definition,valid_from,valid_to", "t,d,2026-02-01,2026-01-01", ErrorReason.DateInvalid, "valid_to" },
        { "term,definition", "t", ErrorReason.RowRagged, "" },
        { "term,definition", "t,d,more", ErrorReason.RowRagged, "" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_row_that_cannot_be_kept_is_named_by_line_column_and_reason(string header, string row, ErrorReason reason, string column)
    {
        var commas = new string(',', header.Count(c => c == ',') - 1);
        var report = await engine.ImportAsync("a", $"{header}\ngood,one{commas}\n{row}\nfine,two{commas}\n");

        Assert.Equal((2, 1, 1), (report.Added, report.Refused, report.ProblemCount));
        var problem = Assert.Single(report.Problems);
        Assert.Equal((3, reason, column, true), (problem.Line, problem.Reason, problem.Column, problem.IsRefused));
        Assert.InRange(problem.Message.Length, 1, 400);
    }

    [Theory]
    [InlineData("term,definition\none,d\n,missing\n", 3)]
    [InlineData("term,definition\r\none,d\r\n,missing\r\n", 3)]
    [InlineData("term,definition\none,d\n\n\n,missing\n", 5)]
    [InlineData("\n\nterm,definition\none,d\n,missing\n", 5)]
    [InlineData("term,definition\none,\"two\nthree\nfour\"\n,missing\n", 5)]
    [InlineData("term,definition\n\"one\r\nmore\",d\r\n\r\n,missing", 5)]
    [InlineData("\uFEFFterm,definition\none,d\n,missing\n", 3)]
    public async Task The_line_is_that_where_the_row_begins(string csv, int line) =>
        Assert.Equal(line, Assert.Single((await engine.ImportAsync("a", csv)).Problems).Line);

    [Fact]
    public async Task A_ragged_row_far_down_is_named_by_its_line()
    {
        var report = await engine.ImportAsync("a", "term,definition\n" + string.Concat(Enumerable.Range(2, 7_000).Select(line => line == 6_001 ? "ragged\n" : $"t{line},d\n")));

        Assert.Equal((6_001, ErrorReason.RowRagged), (Assert.Single(report.Problems).Line, report.Problems[0].Reason));
        Assert.Equal(6_999, report.Added);
    }

    [Fact]
    public async Task The_first_hundred_problems_are_named_and_all_are_counted()
    {
        var report = await engine.ImportAsync("a", "term,definition\n" + string.Concat(Enumerable.Repeat(",d\n", 250)) + "good,d\n");

        Assert.Equal((1, 250, 250, 100), (report.Added, report.Refused, report.ProblemCount, report.Problems.Length));
    }

    [Fact]
    public async Task A_look_alike_term_is_kept_and_named()
    {
        var report = await engine.ImportAsync("a", "term,definition\nd\u0430ta,d\n");

        Assert.Equal((1, 0, 1), (report.Added, report.Refused, report.ProblemCount));
        Assert.Equal((2, "term", false), (report.Problems[0].Line, report.Problems[0].Column, report.Problems[0].IsRefused));
    }

    [Fact]
    public async Task A_row_that_repeats_an_earlier_one_is_left_out_and_named()
    {
        var report = await engine.ImportAsync("a", "term,definition\nt,d\nother,d\nt,d\n");

        Assert.Equal((2, 1), (report.Added, report.Refused));
        Assert.Equal((4, ErrorReason.RowRepeated), (report.Problems[0].Line, report.Problems[0].Reason));
    }
}
