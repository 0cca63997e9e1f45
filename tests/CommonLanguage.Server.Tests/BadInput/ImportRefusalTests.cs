using System.Text;
using CommonLanguage.V1;
using Google.Protobuf;

namespace CommonLanguage.Server.Tests.BadInput;

/// <summary>Imports that are refused as a whole.</summary>
public sealed class ImportRefusalTests(PartnersServer partners) : IClassFixture<PartnersServer>
{
    static readonly ImportGlossaryRequest Head = new() { Header = new() { Organisation = "organisations/harbour", FileName = "harbour.csv" } };

    static readonly Dictionary<string, (string Reason, string? Field, ImportGlossaryRequest[] Sent)> Cases = new(StringComparer.Ordinal)
    {
        ["chunks before the header"] = ("STREAM_OUT_OF_ORDER", "part", [Chunk("term,definition\n"), Head]),
        ["a second header"] = ("STREAM_OUT_OF_ORDER", "part", [Head, Head]),
        ["a message with nothing in it"] = ("STREAM_OUT_OF_ORDER", "part", [new()]),
        ["nothing at all"] = ("STREAM_OUT_OF_ORDER", "part", []),
        ["no organisation"] = ("NAME_INVALID", "organisation", [new() { Header = new() }]),
        ["an organisation's name with a slash"] = ("NAME_INVALID", "organisation", [new() { Header = new() { Organisation = "organisations/a/b" } }]),
        ["a format that is unknown"] = ("FORMAT_UNSUPPORTED", "format", [new() { Header = new() { Organisation = "organisations/harbour", Format = (GlossaryFormat)99 } }]),
        ["a file said to be over the limit"] = ("FILE_TOO_LARGE", "total_bytes", [new() { Header = new() { Organisation = "organisations/harbour", TotalBytes = 1L << 40 } }]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static TheoryData<string, string> Files => new()
    {
        { "COLUMN_MISSING", "term,text\ncrane,A machine.\n" },
        { "COLUMN_DUPLICATED", "term,term,definition\ncrane,crane,A machine.\n" },
        { "FILE_EMPTY", "" },
        { "FILE_NOT_TEXT", "PK\u0003\u0004 and so on" },
        { "QUOTE_UNBALANCED", "term,definition\ncrane,\"A machine.\n" },
        { "SEPARATOR_INVALID", "term~definition\ncrane~A machine.\n" },
        { "TOO_MANY_COLUMNS", "term,definition," + string.Join(',', Enumerable.Range(0, 10_000)) + "\n" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_import_is_refused_for(string what)
    {
        var (reason, field, sent) = Cases[what];
        _ = await partners.RefusedAsync(reason, field, () => ImportAsync([], sent));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_no_glossary_is_refused(string reason, string file) =>
        _ = await partners.RefusedAsync(reason, null, () => ImportAsync([], Head, Chunk(file)));

    [Theory]
    [InlineData("ID_DUPLICATED", "id,term,definition\na,crane,A machine that lifts.\na,hoist,Another machine that lifts.\n")]
    [InlineData("REPLACEMENT_CIRCULAR", "term,definition,status,replaced_by\ncrane,A machine that lifts.,superseded,hoist\nhoist,Another machine.,superseded,crane\n")]
    public async Task A_file_is_reported_first_and_refused_as_a_whole_then(string reason, string file)
    {
        var answers = new List<ImportGlossaryResponse>();
        var metadata = await partners.RefusedAsync("IMPORT_REFUSED", null, () => ImportAsync(answers, Head, Chunk(file)));

        var report = answers[^1].Report;
        Assert.Contains(report.Problems, problem => problem.Reason == reason && problem.File == "harbour.csv");
        Assert.Equal(metadata["count"], report.ProblemCount.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((0, 0, ""), (report.Added, report.Changed, answers[^1].RevisionToken));
    }

    static ImportGlossaryRequest Chunk(string text) => new() { Chunk = ByteString.CopyFrom(text, Encoding.UTF8) };

    async Task ImportAsync(List<ImportGlossaryResponse> answers, params ImportGlossaryRequest[] sent)
    {
        using var call = partners.Interchange.ImportGlossary();
        foreach (var message in sent)
            await call.RequestStream.WriteAsync(message);
        await call.RequestStream.CompleteAsync();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            answers.Add(call.ResponseStream.Current.Clone());
    }
}
