using System.Text;
using System.Text.Json;
using CommonLanguage.Testing;

namespace CommonLanguage.Cli.Tests;

public sealed class ImportTests : IAsyncLifetime
{
    readonly string folder = Directory.CreateTempSubdirectory("commonlanguage-import-").FullName;
    TestServer? server;

    public async Task InitializeAsync() => server = await TestServer.StartAsync();

    public async Task DisposeAsync()
    {
        await server!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_second_import_of_the_same_file_changes_nothing()
    {
        var first = await ReportAsync(Partners.Glossary("nist.csv"));
        var second = await ReportAsync(Partners.Glossary("nist.csv"));
        Assert.Equal((5, 0, 0, 0), Counts(first));
        Assert.Equal((0, 0, 5, 0), Counts(second));
    }

    [Fact]
    public async Task The_report_as_json_has_the_documented_fields()
    {
        var report = await ReportAsync(Partners.Glossary("nist.csv"));
        Assert.Empty(((string[])["added", "changed", "unchanged", "refused", "conflictsOpened", "conflictsRefreshed", "conflictsClosed", "problems"])
            .Except(report.EnumerateObject().Select(field => field.Name)));
    }

    [Fact]
    public async Task Another_glossary_opens_conflicts_and_they_are_counted()
    {
        _ = await ReportAsync(Partners.Glossary("nist.csv"));
        var ran = await TypesAsync("import", Partners.Glossary("cnss.csv"), "--organisation", "cnss", "--format", "csv", "--format", "json");
        Assert.True(JsonDocument.Parse(ran.Out).RootElement.GetProperty("conflictsOpened").GetInt32() > 0, ran.Out);
    }

    [Fact]
    public async Task A_dry_run_stores_nothing()
    {
        var ran = await TypesAsync("import", Partners.Glossary("nist.csv"), "--organisation", "o", "--dry-run");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("5 added", ran.Out, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was stored: this was a dry run." + Environment.NewLine, ran.Out, StringComparison.Ordinal);
        Assert.Equal(1, (await TypesAsync("lookup", "adversary")).ExitCode);
    }

    [Fact]
    public async Task A_refused_row_is_named_by_file_and_line_and_the_others_are_taken()
    {
        var path = Write("rows.csv", "term,definition,colour\nfirst,a definition,red\n,without a term,blue\nthird,another one,green\n");
        var ran = await TypesAsync("import", path, "--organisation", "o");
        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(0, (await TypesAsync("import", path, "--organisation", "o", "--allow-refused")).ExitCode);
        Assert.Contains("2 added, 0 changed, 0 unchanged, 1 refused", ran.Out, StringComparison.Ordinal);
        Assert.Contains(ran.Out.Split('\n'), line => line.StartsWith($"{path}:3: ", StringComparison.Ordinal));
        Assert.Contains("kept as a note: colour", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_read_as_it_is_or_as_it_was_said_to_be_and_the_report_tells_how()
    {
        var path = Path.Combine(folder, "other.txt");
        await File.WriteAllBytesAsync(path, [.. "Our words\nname_en;def_en;Owner\ncaf"u8, 0xE9, .. ";A place.;x\n"u8]);
        var ran = await TypesAsync(
            "import", path, "--organisation", "o", "--column", "term=name_en", "--column", "definition=def_en", "--delimiter", ";", "--encoding", "cp1252");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains(
            "CSV, windows-1252, separated by semicolons, header in line 2, 1 row above it left out; term from 'name_en', definition from 'def_en'",
            string.Join(' ', ran.Out.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(0, (await TypesAsync("lookup", "caf\u00E9")).ExitCode);
    }

    [Fact]
    public async Task A_workbook_goes_out_and_comes_in_again()
    {
        _ = await ReportAsync(Write("words.csv", "id,term,definition,form\ne,battery management system,Guards a battery.,\ne,BMS,,acronym\n"));
        var path = Path.Combine(folder, "words.xlsx");
        Assert.Equal(0, (await TypesAsync("export", "--organisation", "o", "--format", "xlsx", "--output", path)).ExitCode);

        var ran = await TypesAsync("import", path, "--organisation", "o", "--sheet", "o");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("0 added, 0 changed, 1 unchanged, 0 refused", ran.Out, StringComparison.Ordinal);
        Assert.Contains("XLSX, sheet 'o', header in row 1", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--column", "term", "--column takes FIELD=COLUMN")]
    [InlineData("--column", "word=name_en", "'word' is no field of an entry")]
    [InlineData("--delimiter", "ab", "cannot separate fields")]
    [InlineData("--encoding", "klingon", "Encoding 'klingon' is not known")]
    public async Task What_a_file_cannot_be_read_by_is_refused(string option, string value, string sentence)
    {
        var ran = await TypesAsync("import", Partners.Glossary("nist.csv"), "--organisation", "o", option, value);
        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(sentence, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_files_are_summed_and_a_refused_one_does_not_stop_the_others()
    {
        var zip = Write("book.xlsx", "PK\u0003\u0004 and more");
        var ran = await TypesAsync("import", Partners.Glossary("nist.csv"), zip, Partners.Glossary("cnss.csv"), "--organisation", "o", "--format", "json");
        Assert.Equal(2, ran.ExitCode);
        Assert.StartsWith($"{zip}: The file is a ZIP archive", ran.Error, StringComparison.Ordinal);
        var report = JsonDocument.Parse(ran.Out).RootElement;
        Assert.Equal(11, report.GetProperty("added").GetInt32() + report.GetProperty("changed").GetInt32());
        var problem = report.GetProperty("problems").EnumerateArray().Single(problem => problem.GetProperty("file").GetString() == zip);
        Assert.Equal("FILE_NOT_TEXT", problem.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_file_refused_as_a_whole_lists_its_problems_and_stores_nothing()
    {
        var path = Write("twice.csv", "id,term,definition\n1,first,a definition\n1,second,another one\n");
        var ran = await TypesAsync("import", path, "--organisation", "o");
        Assert.Equal(2, ran.ExitCode);
        Assert.StartsWith($"{path}: The file was refused as a whole", ran.Error, StringComparison.Ordinal);
        Assert.Contains($"{path}:3: Id '1' stands in line 2 already", ran.Out, StringComparison.Ordinal);
        Assert.Equal(1, (await TypesAsync("lookup", "first")).ExitCode);
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("word,text\na,b\n", "definition")]
    [InlineData("term,definition\na,\"b\n", "quot")]
    [InlineData("term~definition\na~b\n", "comma")]
    public async Task A_file_that_cannot_be_read_is_refused_with_the_reason(string content, string reason)
    {
        var ran = await TypesAsync("import", Write("bad.csv", content), "--organisation", "o");
        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.Contains(reason, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_can_be_imported()
    {
        var ran = await Partners.At(server!, "term,definition\nfirst,a definition\n").TypesAsync("import", "-", "--organisation", "o", "--name", "The First", "--partnership", "p");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.StartsWith("- -> o in p\n", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_missing_file_stops_all_before_anything_is_stored()
    {
        var ran = await TypesAsync("import", Partners.Glossary("nist.csv"), "missing.csv", "--organisation", "o");
        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.Equal(1, (await TypesAsync("lookup", "adversary")).ExitCode);
    }

    [Fact]
    public async Task A_file_of_many_pieces_arrives_whole()
    {
        var rows = new StringBuilder("term,definition\n");
        for (var i = 0; i < 20_000; i++)
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"term {i},the definition of the term with the number {i}\n");
        Assert.Equal((20_000, 0, 0, 0), Counts(await ReportAsync(Write("many.csv", rows.ToString()))));
    }

    [Fact]
    public async Task Stored_escapes_do_not_reach_the_terminal()
    {
        _ = await ReportAsync(Write("evil.csv", "term,definition\nevil,\"Clears \u009b2J the screen, turns \u202ethgir, and is [bold]bold[/].\"\n"));
        foreach (var command in (string[][])[["lookup", "evil"], ["search", "screen"], ["lookup", "evil", "--format", "json"]])
        {
            var ran = await TypesAsync(command);
            Assert.Equal(0, ran.ExitCode);
            Assert.DoesNotContain(ran.Out, unit => unit is '\u009b' or '\u202e');
            Assert.Contains("\\u009b", ran.Out, StringComparison.Ordinal);
            Assert.Contains("[bold]bold[/]", ran.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_export_imported_again_changes_nothing()
    {
        _ = await ReportAsync(Partners.Glossary("nist.csv"));
        var path = Path.Combine(folder, "export.csv");
        Assert.Equal(new Ran(0, "", ""), await TypesAsync("export", "--organisation", "o", "--output", path));
        Assert.Equal((0, 0, 5, 0), Counts(await ReportAsync(path)));
        Assert.Equal(await File.ReadAllTextAsync(path), (await TypesAsync("export", "--organisation", "organisations/o")).Out.TrimStart('\ufeff'));
    }

    [Fact]
    public async Task An_export_that_is_refused_leaves_the_older_file_as_it_was()
    {
        var path = Write("older.csv", "older");
        var ran = await TypesAsync("export", "--organisation", "nobody", "--output", path);
        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.Contains("'nobody'", ran.Error, StringComparison.Ordinal);
        Assert.Equal("older", await File.ReadAllTextAsync(path));
        Assert.Equal([path], Directory.GetFiles(folder));
    }

    static (int Added, int Changed, int Unchanged, int Refused) Counts(JsonElement report) => (
        report.GetProperty("added").GetInt32(), report.GetProperty("changed").GetInt32(), report.GetProperty("unchanged").GetInt32(), report.GetProperty("refused").GetInt32());

    async Task<JsonElement> ReportAsync(string path)
    {
        var ran = await TypesAsync("import", path, "--organisation", "o", "--format", "json");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        return JsonDocument.Parse(ran.Out).RootElement;
    }

    string Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    Task<Ran> TypesAsync(params string[] args) => Partners.At(server!).TypesAsync(args);
}
