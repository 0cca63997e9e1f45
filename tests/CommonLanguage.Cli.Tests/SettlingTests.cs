using System.Text.Json;
using CommonLanguage.Testing;

namespace CommonLanguage.Cli.Tests;

public sealed class SettlingTests : IAsyncLifetime
{
    TestServer server = null!;

    public async Task InitializeAsync()
    {
        server = await TestServer.StartAsync();
        foreach (var organisation in (string[])["nist", "cnss"])
            _ = await TypesAsync("import", Partners.Glossary($"{organisation}.csv"), "--organisation", organisation, "--partnership", "p");
        await server.JudgedAsync();
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_step_answers_with_where_the_conflict_stands_as_json()
    {
        var ran = await TypesAsync("triage", "access list", "related", "--a", "nist", "--b", "cnss", "--comment", "hm", "--format", "json");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        var answer = JsonDocument.Parse(ran.Out).RootElement;
        Assert.Equal("TRIAGED", answer.GetProperty("conflict").GetProperty("status").GetString());
        Assert.Equal("hm", answer.GetProperty("acts")[0].GetProperty("text").GetString());
        Assert.Equal(["organisations/nist", "organisations/cnss"], answer.GetProperty("parties").EnumerateArray().Select(party => party.GetString()));
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        var ran = await TypesAsync("dismiss", "access list", "unrelated", "--dry-run");
        Assert.Equal(new Ran(0, "", "The step can be taken; nothing was changed." + Environment.NewLine), ran);
        Assert.Contains("access list  detected", (await TypesAsync("history", "access list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_in_a_file_is_verified_and_a_change_shows()
    {
        using var folder = new DocumentFolder();
        var path = Path.Combine(folder.Path, "record.md");
        Assert.Equal(0, (await TypesAsync("history", "access list", "--format", "markdown", "--output", path)).ExitCode);

        Assert.Equal(0, (await TypesAsync("verify", path)).ExitCode);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("Detected", "Resolved", StringComparison.Ordinal));
        Assert.Equal(1, (await TypesAsync("verify", path)).ExitCode);
        await File.WriteAllTextAsync(path, "# Something else\n");
        Assert.Equal(2, (await TypesAsync("verify", path)).ExitCode);
    }

    [Fact]
    public async Task A_reader_is_told_what_was_agreed_for_the_own_organisation()
    {
        _ = await TypesAsync("triage", "access list", "related");
        _ = await TypesAsync("propose", "access list", "adopt-one", "--entry", "nist", "--rationale", "It is the older text.");
        _ = await TypesAsync("consult", "access list", "--proposal", "1", "--to", "2099-12-31");
        _ = await TypesAsync("position", "access list", "accept", "--proposal", "1", "--organisation", "nist");
        _ = await TypesAsync("position", "access list", "accept-with-reservation", "--proposal", "1", "--organisation", "cnss", "--statement", "Until 2030.");
        Assert.Equal("", (await TypesAsync("resolve", "access list", "--proposal", "1")).Error);

        var told = (await TypesAsync("lookup", "access list", "--for", "cnss")).Out;

        Assert.Contains("Adopted by: cnss", told, StringComparison.Ordinal);
        Assert.Contains("Agreed (adopt-one) since", told, StringComparison.Ordinal);
        Assert.Contains("Reservation of cnss: Until 2030.", told.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var unknown = await TypesAsync("lookup", "access list", "--for", "nobody");
        Assert.Equal(2, unknown.ExitCode);
    }

    [Fact]
    public async Task A_step_on_no_conflict_ends_with_1() =>
        Assert.Equal(new Ran(1, "", $"There is no conflict 'nothing'; 'commonlanguage conflicts' lists them.{Environment.NewLine}"), await TypesAsync("reopen", "nothing", "--reason", "why"));

    [Fact]
    public async Task A_step_out_of_turn_names_the_next_one()
    {
        var ran = await TypesAsync("resolve", "access list", "--proposal", "1");
        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.Contains("Triage it first.", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_that_the_conflict_does_not_have_is_wrong_use()
    {
        _ = await TypesAsync("triage", "access list", "related");
        var ran = await TypesAsync("propose", "access list", "adopt-one", "--entry", "acme", "--rationale", "why");
        Assert.Equal(new Ran(2, "", $"commonlanguage: This conflict has no side 'acme'; name one of nist, cnss.{Environment.NewLine}"), ran);
    }

    [Fact]
    public async Task Terms_definitions_and_notes_of_one_side_are_one_text()
    {
        _ = await TypesAsync("triage", "access list", "different");
        var ran = await TypesAsync(
            "propose", "access list", "qualify-terms", "--rationale", "Two things.", "--term", "nist=access list (permissions)", "--term", "cnss=access list (people)",
            "--note", "cnss=Buildings only.", "--admit-bare-word", "--format", "json");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        var texts = JsonDocument.Parse(ran.Out).RootElement.GetProperty("proposal").GetProperty("texts").EnumerateArray().ToList();
        Assert.Equal(["access list (permissions)", "access list (people)"], texts.Select(text => text.GetProperty("term").GetString()));
        Assert.Equal("Buildings only.", texts[1].GetProperty("note").GetString());
    }

    [Fact]
    public async Task What_is_dismissed_or_put_off_can_be_reopened_by_its_word()
    {
        _ = await TypesAsync("dismiss", "access list", "unrelated", "--reason", "Distant fields.");
        Assert.Contains("access list  reopened", (await TypesAsync("reopen", "access list", "--reason", "Not so distant.")).Out, StringComparison.Ordinal);
        Assert.Contains("access list  deferred", (await TypesAsync("defer", "access list", "--reason", "Cost.", "--review-date", "2099-01-01")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_up_is_shown_and_a_cell_of_it_corrected()
    {
        var first = await TypesAsync("lineup", "access list");
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("kind of thing\n", first.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        _ = await TypesAsync("triage", "access list", "related");
        var ran = await TypesAsync("lineup", "access list", "--side", "nist", "--characteristic", "place", "--value", "buildings");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("place\n  nist: buildings  (corrected)\n  cnss: -\n", ran.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(2, (await TypesAsync("lineup", "access list", "--side", "nist")).ExitCode);
    }

    [Fact]
    public async Task A_definition_that_uses_the_word_is_listed_with_the_conflict()
    {
        _ = await TypesAsync("define", "door", "--organisation", "cnss", "--definition", "What opens to those on an access list.");
        var ran = await TypesAsync("conflict", "access list");
        Assert.Contains("Definitions that use the word\n  door  cnss\n", ran.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Webhooks_are_added_listed_and_ended_and_the_secret_is_shown_once()
    {
        Assert.Equal(new Ran(0, "", "Nobody is told; add an address with --add URL." + Environment.NewLine), await TypesAsync("webhooks", "--partnership", "p"));
        var made = await TypesAsync("webhooks", "--partnership", "p", "--add", "https://example.org/hook");
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        Assert.Contains("\nwhsec_", made.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var listed = await TypesAsync("webhooks", "--partnership", "p");
        Assert.Equal("w1  https://example.org/hook  by local\n", listed.Out.ReplaceLineEndings("\n"));
        Assert.Equal(new Ran(0, "", "Nothing was sent, and nothing waits." + Environment.NewLine), await TypesAsync("deliveries", "w1", "--partnership", "p"));
        Assert.Contains("ended", (await TypesAsync("webhooks", "--partnership", "p", "--end", "w1")).Out, StringComparison.Ordinal);
        Assert.Equal(2, (await TypesAsync("webhooks", "--partnership", "p", "--add", "http://10.0.0.1/hook")).ExitCode);
        Assert.Equal(2, (await TypesAsync("deliveries", "w1")).ExitCode);
    }

    [Fact]
    public async Task A_comment_is_answered_at_once_and_kept()
    {
        Assert.Equal(0, (await TypesAsync("comment", "access list", "Do", "vehicles", "count?")).ExitCode);
        Assert.Contains("Do vehicles count?", (await TypesAsync("history", "access list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_is_assigned_and_taken_back()
    {
        Assert.Contains("Taken care of by ada", (await TypesAsync("assign", "access list", "ada")).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Taken care of", (await TypesAsync("assign", "access list")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Define_changes_the_one_entry_of_a_word_and_adds_where_there_is_none()
    {
        var changed = await TypesAsync("define", "Access-Lists", "--organisation", "nist", "--definition", "A list of all who may enter on Sundays.");
        Assert.Equal((0, ""), (changed.ExitCode, changed.Error));
        Assert.Contains("revision 2", changed.Out, StringComparison.Ordinal);
        Assert.Contains("revision 1", (await TypesAsync("define", "quokka", "--organisation", "nist", "--definition", "A small marsupial.")).Out, StringComparison.Ordinal);

        Assert.Contains("revision 1", (await TypesAsync("define", "quokka", "--organisation", "nist", "--definition", "A release of a service.", "--new")).Out, StringComparison.Ordinal);
        var several = await TypesAsync("define", "quokka", "--organisation", "nist", "--definition", "Which?");
        Assert.Equal(2, several.ExitCode);
        Assert.Contains("say which with --entry", several.Error, StringComparison.Ordinal);
        var entry = several.Error.Split("--entry: ")[1].Split(',')[0];
        Assert.Contains("revision 2", (await TypesAsync("define", "quokka", "--organisation", "nist", "--definition", "This one.", "--entry", entry)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Define_with_dry_run_says_what_would_follow_and_stores_nothing()
    {
        var ran = await TypesAsync("define", "adversary", "--organisation", "nist", "--definition", "A harmless visitor.", "--dry-run");
        Assert.Equal((0, "Nothing was changed." + Environment.NewLine), (ran.ExitCode, ran.Error));
        Assert.DoesNotContain("harmless", (await TypesAsync("lookup", "adversary")).Out, StringComparison.Ordinal);
    }

    Task<Ran> TypesAsync(params string[] args) => Partners.At(server).TypesAsync(args);
}
