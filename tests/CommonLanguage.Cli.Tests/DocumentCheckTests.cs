using System.Text.Json;
using CommonLanguage.Testing;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Tests;

/// <summary>What an author does in a folder of documents.</summary>
public sealed class DocumentCheckTests : IDisposable
{
    const string Incidents = "# Rules\n\nEach security incident goes to the desk.\n\nThe blacklist is kept there. Blacklists grow.\n";

    static readonly string[] AsRedForBlue = ["--as", "red", "--for", "blue", "--glossary", "s.snapshot"];

    readonly DocumentFolder folder = new();

    public void Dispose() => folder.Dispose();

    Task<Ran> ChecksAsync(params string[] more) => folder.TypesAsync(["check", ".", .. AsRedForBlue, .. more]);

    [Fact]
    public async Task From_the_sample_server_to_an_accepted_sense_and_a_changed_definition()
    {
        string[] check = ["check", ".", "--as", "nist", "--for", "cnss", "--glossary", "sample.snapshot"];
        _ = folder.Write("messages.md", "# Messages\n\nA CDS passes each message on.\n");
        _ = folder.Write("other/plain.md", "Nothing to see here.\n");
        var server = await TestServer.StartAsync(null, "--sample");
        await using (server)
        {
            await LoadedAsync(server);
            folder.Server = server.GrpcAddress.ToString();
            var pulled = await folder.TypesAsync("pull", "--partnership", "sample", "--output", "sample.snapshot");
            Assert.Equal((0, ""), (pulled.ExitCode, pulled.Out));

            var found = await folder.TypesAsync(check);
            Assert.Equal((1, ""), (found.ExitCode, found.Error));
            Assert.Contains("messages.md:3:3: warning CL001 'CDS' means something else to Committee on National Security Systems", found.Out, StringComparison.Ordinal);
            Assert.Contains("A form of controlled interface that provides the ability to manually and/or automatically access and transfer information", found.Out, StringComparison.Ordinal);
            Assert.Contains("Cross domain solution that may (1) serve a specific narrow purpose", found.Out, StringComparison.Ordinal);
            Assert.Equal(found.Out, (await folder.TypesAsync("check", ".", "--as", "nist", "--for", "cnss", "--partnership", "sample")).Out);

            folder.Server = null;
            Assert.Equal(found, await folder.TypesAsync(check));
            Assert.Equal(3, (await folder.TypesAsync("pull", "--output", "sample.snapshot")).ExitCode);

            var accepted = await folder.TypesAsync([.. check, "--accept", "CDS", "--reason", "Chapter 2 says which."]);
            Assert.Equal((0, ""), (accepted.ExitCode, accepted.Out));
            Assert.Contains("Chapter 2 says which.", folder.Read(".commonlanguage/senses.yaml"), StringComparison.Ordinal);
            var silent = await folder.TypesAsync(check);
            Assert.Equal((0, false), (silent.ExitCode, silent.Out.Contains("CL001", StringComparison.Ordinal)));

            folder.Server = server.GrpcAddress.ToString();
            await RedefineAsync(server, "cnss", "CDS", "A number that tells a person which part of a device has failed.");
            Assert.Equal(0, (await folder.TypesAsync("pull", "--partnership", "sample", "--output", "sample.snapshot")).ExitCode);
            var again = await folder.TypesAsync(check);
            Assert.Equal(1, again.ExitCode);
            Assert.Equal(1, again.Out.Split('\n').Count(line => line.Contains(" CL001 ", StringComparison.Ordinal)));
            Assert.Contains("since then a definition has changed", again.Out, StringComparison.Ordinal);

            var same = await folder.TypesAsync("pull", "--partnership", "sample", "--output", "sample.snapshot");
            Assert.Contains("is up to date", same.Error, StringComparison.Ordinal);
        }
    }

    // The sample is loaded while the server answers already; its last glossary comes at once, and then the second stage judges.
    static async Task LoadedAsync(TestServer server)
    {
        var glossary = new GlossaryService.GlossaryServiceClient(server.Channel);
        while (!(await glossary.ListOrganisationsAsync(new())).Organisations.Any(organisation => organisation.Name == "organisations/fedramp"))
            await Task.Delay(100);
        while ((await glossary.ListEntriesAsync(new() { Parent = "organisations/fedramp" })).Entries.Count == 0)
            await Task.Delay(100);
        await server.JudgedAsync();
    }

    static async Task RedefineAsync(TestServer server, string organisation, string term, string definition)
    {
        var meanings = await new LookupService.LookupServiceClient(server.Channel).LookUpTermAsync(new() { Term = term, Organisations = { "organisations/" + organisation } });
        var glossary = new GlossaryService.GlossaryServiceClient(server.Channel);
        var entry = await glossary.GetEntryAsync(new() { Name = meanings.Meanings[0].Entry });
        entry.Definition = definition;
        _ = await glossary.UpdateEntryAsync(new() { Entry = entry });
    }

    [Theory]
    [InlineData(true, "auto", true, true)]
    [InlineData(true, "never", true, false)]
    [InlineData(false, "auto", false, false)]
    [InlineData(false, "never", false, false)]
    [InlineData(false, "always", true, true)]
    public async Task Is_wrapped_for_a_person_and_coloured_as_asked(bool atTerminal, string colour, bool isWrapped, bool isColoured)
    {
        folder.WriteSnapshot();
        var person = new Person { AtTerminal = atTerminal, Width = 60 };

        var ran = await person.TypesAsync("check", folder.Write("a.md", Incidents), "--as", "red", "--for", "blue", "--glossary", Path.Combine(folder.Path, "s.snapshot"), "--color", colour);

        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(isColoured, ran.Out.Contains('\u001b'));
        Assert.Equal(!isWrapped, ran.Out.Contains("'security incident' means something else to Blue than to Red: every alert, there only outages.", StringComparison.Ordinal));
        Assert.Contains(isColoured ? "\u001b[1mBlue\u001b[0m: An outage that customers notice." : "    Blue: An outage that customers notice.", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format", "json")]
    [InlineData("--format", "github")]
    [InlineData("--output", "found.txt")]
    public async Task Has_no_colours_where_a_program_reads(string option, string value)
    {
        folder.WriteSnapshot();
        _ = folder.Write("a.md", Incidents);

        var ran = await ChecksAsync("--color", "always", option, value);

        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        Assert.DoesNotContain('\u001b', ran.Out + (option == "--output" ? folder.Read(value) : ""));
    }

    [Fact]
    public async Task As_json_has_the_documented_fields()
    {
        folder.WriteSnapshot();
        _ = folder.Write("a.md", Incidents);

        var ran = await ChecksAsync("--format", "json");

        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        using var json = JsonDocument.Parse(ran.Out);
        var finding = json.RootElement.GetProperty("findings")[0];
        string[] fields = ["rule", "severity", "file", "line", "column", "endLine", "endColumn", "startByte", "endByte", "term", "message", "fixes", "related", "fingerprint"];
        Assert.Empty(fields.Except(finding.EnumerateObject().Select(field => field.Name)));
        Assert.Empty(((string[])["files", "words", "terms", "snapshot", "errors", "warnings", "infos"]).Except(json.RootElement.GetProperty("summary").EnumerateObject().Select(field => field.Name)));
        Assert.Equal(["CL001", "CL002", "CL002"], json.RootElement.GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task With_fix_replaces_what_is_unambiguous_and_reports_what_is_left()
    {
        folder.WriteSnapshot();
        _ = folder.Write("a.md", string.Concat(Enumerable.Repeat("The blacklist. Blacklists.\n\n", 5)));

        var ran = await ChecksAsync("--fix");

        Assert.Equal((0, "a.md: 10 replacements made." + Environment.NewLine), (ran.ExitCode, ran.Error));
        Assert.Equal(string.Concat(Enumerable.Repeat("The blocklist. Blocklists.\n\n", 5)), folder.Read("a.md"));
        Assert.DoesNotContain("CL002", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("notes.md", "`blacklist`\n\nA blacklist.\n", "notes.md:3:3:")]
    [InlineData("docs/a.html", "<code>blacklist</code> blacklist\n", "docs/a.html:1:24:")]
    [InlineData("a.rst", "A ``blacklist`` blacklist.\n", "a.rst:1:17:")]
    [InlineData(null, "A blacklist.\n", "standard")]
    public async Task Reads_standard_input_as_the_file_it_stands_for(string? name, string text, string place)
    {
        folder.WriteSnapshot();
        var person = new Person { Input = text };

        var ran = await person.TypesAsync(["check", "-", .. name is null ? Array.Empty<string>() : ["--as-name", name], "--as", "red", "--glossary", Path.Combine(folder.Path, "s.snapshot")]);

        Assert.Equal((1, ""), (ran.ExitCode, ran.Error));
        Assert.Equal([place], ran.Out.Split('\n').Where(line => line.Contains(" CL002 ", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("--fix writes to files", "-", "--fix")]
    [InlineData("--changed-since asks git about a file", "-", "--changed-since", "HEAD")]
    [InlineData("--as-name names what standard input stands for", ".", "--as-name", "a.md")]
    [InlineData("--as-name is empty", "-", "--as-name", "")]
    public async Task Refuses_what_standard_input_cannot_be(string sentence, params string[] args)
    {
        folder.WriteSnapshot();

        var ran = await new Person().TypesAsync(["check", .. args, "--glossary", Path.Combine(folder.Path, "s.snapshot")]);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains(sentence, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_fix_a_second_time_replaces_nothing()
    {
        folder.WriteSnapshot();
        _ = folder.Write("a.md", "A [blacklist] and a blacklist.\n");

        Assert.Equal("a.md: 1 replacement made." + Environment.NewLine, (await ChecksAsync("--fix")).Error);
        Assert.Equal("", (await ChecksAsync("--fix")).Error);
        Assert.Equal("A [blacklist] and a blocklist.\n", folder.Read("a.md"));
    }

    [Theory]
    [InlineData("security incident")]
    [InlineData("Security incidents")]
    [InlineData("security-incident")]
    public async Task Accepts_a_conflict_in_any_form_of_its_term(string form)
    {
        folder.WriteSnapshot();
        _ = folder.Write("a.md", Incidents);

        Assert.Equal(0, (await ChecksAsync("--accept", form, "--reason", "x")).ExitCode);
        Assert.DoesNotContain("CL001", (await ChecksAsync()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Against_a_baseline_that_it_wrote_of_more_than_it_shows_is_silent()
    {
        folder.WriteSnapshot();
        _ = folder.Write("a.md", string.Concat(Enumerable.Repeat("The blacklist of the RTX, the QRZ and the TFK.\n\n", 9)));
        _ = await ChecksAsync("--write-baseline", "known.txt", "--fail-on", "never");

        var ran = await ChecksAsync("--baseline", "known.txt", "--fail-on", "info");

        Assert.Equal((0, false), (ran.ExitCode, ran.Out.Contains(" CL0", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Against_a_baseline_reports_only_what_is_new()
    {
        folder.WriteSnapshot();
        _ = folder.Write("a.md", Incidents);
        Assert.Equal(1, (await ChecksAsync("--write-baseline", "known.txt")).ExitCode);

        Assert.Equal(0, (await ChecksAsync("--baseline", "known.txt")).ExitCode);
        _ = folder.Write("a.md", "New lines before.\n\n" + Incidents + "\nOne more blacklist.\n");
        var ran = await ChecksAsync("--baseline", "known.txt");

        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(1, ran.Out.Split('\n').Count(line => line.Contains(" CL002 ", StringComparison.Ordinal)));
        Assert.Contains("a.md:9:10:", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Since_a_commit_reports_only_changed_lines_and_new_files()
    {
        folder.WriteSnapshot();
        _ = folder.Write("a.md", Incidents);
        foreach (var step in (string[][])[["init", "-q"], ["add", "a.md"], ["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "x"]])
            Assert.Equal(0, (await folder.RunAsync("git", step)).ExitCode);
        Assert.Equal(0, (await ChecksAsync("--changed-since", "HEAD")).ExitCode);

        _ = folder.Write("a.md", Incidents + "\nOne more blacklist.\n");
        _ = folder.Write("new.md", "A blacklist.\n");
        var ran = await ChecksAsync("--changed-since", "HEAD");

        Assert.Equal(["a.md:7:10:", "new.md:1:3:"], ran.Out.Split('\n').Where(line => line.Contains(" CL002 ", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Takes_author_and_readers_from_the_settings_of_the_folder()
    {
        folder.WriteSnapshot();
        _ = folder.Write(".commonlanguage.yaml", "organisation: red\naudience: [blue]\nterms:\n  blacklist: never\n");
        _ = folder.Write("a.md", Incidents);

        var ran = await folder.TypesAsync("check", "a.md", "--glossary", "s.snapshot");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("CL001", ran.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("CL002", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    [InlineData("never", 0)]
    public async Task Fails_on_the_severity_that_was_asked_for(string severity, int exitCode)
    {
        folder.WriteSnapshot();
        _ = folder.Write("a.md", Incidents);

        Assert.Equal(exitCode, (await ChecksAsync("--fail-on", severity)).ExitCode);
    }

    [Fact]
    public async Task Names_what_it_cannot_use_in_one_sentence_each()
    {
        folder.WriteSnapshot();
        _ = folder.Write("a.md", Incidents);
        _ = folder.Write("b.md", Incidents);

        var stranger = await folder.TypesAsync("check", ".", "--as", "green", "--glossary", "s.snapshot");
        Assert.Equal((2, "commonlanguage: 'green' is no organisation of the partnership 'ops'; it has blue, red." + Environment.NewLine), (stranger.ExitCode, stranger.Error));
        var missing = await folder.TypesAsync("check", "nowhere", "--glossary", "s.snapshot");
        Assert.Equal((2, "commonlanguage: There is no file or folder 'nowhere'; check the path." + Environment.NewLine), (missing.ExitCode, missing.Error));
        var noSnapshot = await folder.TypesAsync("check", ".", "--glossary", "a.md");
        Assert.Equal((3, "commonlanguage: 'a.md' is no snapshot; save one with 'commonlanguage pull'." + Environment.NewLine), (noSnapshot.ExitCode, noSnapshot.Error));
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "b.md"), [0x41, 0xC3, 0x28]);
        var unreadable = await ChecksAsync();
        Assert.Equal(2, unreadable.ExitCode);
        Assert.Contains("'b.md' is not UTF-8 (byte 1)", unreadable.Error, StringComparison.Ordinal);
        Assert.Contains("a.md:3:6: warning CL001", unreadable.Out, StringComparison.Ordinal);
    }
}
