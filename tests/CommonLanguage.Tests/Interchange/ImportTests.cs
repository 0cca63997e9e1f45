using System.Text;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Interchange;

public sealed class ImportTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync() => engine = await Engine.StartAsync();

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Fact]
    public async Task Every_column_becomes_its_field_and_others_a_note()
    {
        var report = await engine.ImportAsync("a", """
            ID,Term,Definition,Language,Source,Status,Replaced By,Note,Subject-Field,scope_note,valid_from,valid_to,Owner,
            e-1,incident,Loss of service.,en-gb,ISO 20000,Deprecated,outage,A note.,IT,In contracts.,2020-01-31,2030-01-31,J. Doe,x
            """);

        Assert.Equal(["Owner", "column 14"], report.ColumnsKeptAsNote.AsEnumerable());
        Assert.Equal(
            new EntryContent(
                [new Term("incident", TermForm.FullForm, TermStatus.Deprecated)], "Loss of service.", LanguageTag.Parse("en-GB", "l"), "In contracts.", "A note.\nOwner: J. Doe\ncolumn 14: x", "IT",
                "ISO 20000", "outage", new DateOnly(2020, 1, 31), new DateOnly(2030, 1, 31)),
            (await engine.CurrentAsync("a", "e-1"))!.Content);
    }

    [Theory]
    [InlineData("Term Name,Description", "cell,A battery.")]
    [InlineData("Begriff,Bedeutung", "cell,A battery.")]
    [InlineData("terme,définition", "cell,A battery.")]
    [InlineData("Meaning,Word", "A battery.,cell")]
    public async Task Columns_are_taken_by_their_common_names(string header, string row)
    {
        var report = await engine.ImportAsync("a", $"{header},Owner\n{row},x\n");

        Assert.Equal(["Owner"], report.ColumnsKeptAsNote.AsEnumerable());
        var meaning = Assert.Single((await engine.LookUpAsync("cell")).Meanings);
        Assert.Equal(("cell", "A battery."), (meaning.Term, meaning.Definition));
    }

    [Fact]
    public async Task A_columns_own_name_goes_before_other_names_for_it()
    {
        var report = await engine.ImportAsync("a", "id,meaning,term,definition\ne,x,cell,A battery.\n");

        Assert.Equal(["meaning"], report.ColumnsKeptAsNote.AsEnumerable());
        Assert.Equal("A battery.", (await engine.CurrentAsync("a", "e"))!.Content.Definition);
    }

    [Theory]
    [InlineData("Approved", TermStatus.Preferred, "")]
    [InlineData("admittedTerm-admn-sts", TermStatus.Admitted, "")]
    [InlineData("Draft", TermStatus.Admitted, "status: Draft")]
    [InlineData("notRecommended", TermStatus.Deprecated, "status: notRecommended")]
    [InlineData("not recommended", TermStatus.Deprecated, "status: not recommended")]
    [InlineData("retired", TermStatus.Deprecated, "status: retired")]
    [InlineData("FORBIDDEN", TermStatus.Deprecated, "status: FORBIDDEN")]
    public async Task Status_words_of_other_tools_are_taken_and_those_that_say_more_noted(string written, TermStatus status, string note)
    {
        var csv = $"id,term,definition,status\ne,cell,A battery.,{written}\n";
        _ = await engine.ImportAsync("a", csv);

        var content = (await engine.CurrentAsync("a", "e"))!.Content;
        Assert.Equal((status, note), (content.Term.Status, content.Note));
        Assert.Equal((0, 1), Counts(await engine.ImportAsync("a", csv)));
    }

    [Fact]
    public async Task Markup_of_real_glossaries_is_decoded_and_not_stored()
    {
        _ = await engine.ImportAsync("a", "id,term,definition\ne,R&amp;D <sup>1</sup>,\"<p>Loss of <b>service</b>.</p><ul><li>a &lt; b</li><li>caf&eacute;&nbsp;&#8212; x</li></ul>\"\n");

        var content = (await engine.CurrentAsync("a", "e"))!.Content;
        Assert.Equal("R&D 1", content.Term.Text);
        Assert.Equal("Loss of service.\na < b\ncaf\u00E9 \u2014 x", content.Definition);
    }

    [Fact]
    public async Task The_same_term_on_several_rows_is_several_entries()
    {
        Assert.Equal(2, (await engine.ImportAsync("a", "term,definition\nt,one\nt,two\n")).Added);
        Assert.Equal((0, 2), Counts(await engine.ImportAsync("a", "term,definition\nt,two\nt,one\n")));
        Assert.Equal(["one", "two"], (await engine.LookUpAsync("t")).Meanings.Select(meaning => meaning.Definition));
    }

    [Fact]
    public async Task A_row_with_another_text_changes_the_entry_of_its_term()
    {
        _ = await engine.ImportAsync("a", "term,definition\nt,one\nu,two\n");

        var report = await engine.ImportAsync("a", "term,definition\nT,one more\nu,two\n");

        Assert.Equal((0, 1, 1), (report.Added, report.Changed, report.Unchanged));
        Assert.Equal(("T", "one more"), Assert.Single((await engine.LookUpAsync("t")).Meanings.Select(m => (m.Term, m.Definition))));
    }

    [Fact]
    public async Task Composed_and_decomposed_letters_are_one_term()
    {
        _ = await engine.ImportAsync("a", "term,definition\nre\u0301sume\u0301,one\n");

        var report = await engine.ImportAsync("a", "term,definition\nr\u00E9sum\u00E9,two\n");

        Assert.Equal((0, 1), (report.Added, report.Changed));
    }

    [Fact]
    public async Task A_row_with_an_id_is_about_the_entry_of_the_id()
    {
        _ = await engine.ImportAsync("a", "id,term,definition\nx,t,one\ny,t,two\n");

        var report = await engine.ImportAsync("a", "id,term,definition\ny,renamed,two\nx,t,one\nz,t,three\n");

        Assert.Equal((1, 1, 1), (report.Added, report.Changed, report.Unchanged));
        Assert.Equal("renamed", (await engine.CurrentAsync("a", "y"))!.Content.Term.Text);
    }

    [Fact]
    public async Task An_archived_entry_of_an_id_is_taken_up_again()
    {
        _ = await engine.ImportAsync("a", "id,term,definition\nx,t,one\n");
        _ = await engine.ArchiveAsync("a", "x");

        Assert.Equal(1, (await engine.ImportAsync("a", "id,term,definition\nx,t,one\n")).Changed);
        Assert.Single((await engine.LookUpAsync("t")).Meanings);
    }

    [Fact]
    public async Task Further_terms_that_a_file_cannot_name_are_kept()
    {
        var content = new EntryContent([new Term("outage", TermForm.Acronym, language: LanguageTag.Parse("nl", "l")), new Term("failure", TermForm.Variant)], "one", LanguageTag.English);
        _ = await engine.ImportAsync("a", "term,definition\nother,d\n");
        _ = await engine.AddAsync("a", content, "e");

        Assert.Equal((0, 1), Counts(await engine.ImportAsync("a", "id,term,definition\ne,outage,one\n")));
        Assert.Equal((0, 1), Counts(await engine.ImportAsync("a", "term,definition\noutage,one\n")));
        Assert.Equal((1, 0), Counts(await engine.ImportAsync("a", "term,definition\noutage,two\n")));
        Assert.Equal(content.Terms, (await engine.CurrentAsync("a", "e"))!.Content.Terms.AsEnumerable());
    }

    [Fact]
    public async Task A_dry_run_says_what_would_happen_and_stores_nothing()
    {
        _ = await engine.ImportAsync("b", $"term,definition\nincident,{Definitions.InTwoDays}\n", "p");
        var before = await engine.ChangesAsync();

        var dry = await engine.ImportAsync("a", $"term,definition\nincident,{Definitions.InFourHours}\n,refused\n", "p", validateOnly: true);

        Assert.Equal((1, 1, 1), (dry.Added, dry.Refused, dry.ConflictsOpened));
        Assert.InRange(dry.Sequence, 0, before.Count);
        Assert.Equal(before, await engine.ChangesAsync());
        Assert.Null(engine.Tables.Current.Directory.Find(Engine.Organisation("a")));
        Assert.Empty(await engine.ConflictsAsync());
        var real = await engine.ImportAsync("a", $"term,definition\nincident,{Definitions.InFourHours}\n,refused\n", "p");
        Assert.Equal((dry.Added, dry.Refused, dry.ConflictsOpened), (real.Added, real.Refused, real.ConflictsOpened));
    }

    [Fact]
    public async Task Conflicts_are_counted_as_opened_refreshed_and_closed()
    {
        _ = await engine.ImportAsync("a", $"term,definition\none,{Definitions.InFourHours}\ntwo,{Definitions.InFourHours}\nthree,{Definitions.InFourHours}\n", "p");
        var opened = await engine.ImportAsync("b", $"term,definition\none,{Definitions.InTwoDays}\ntwo,{Definitions.InTwoDays}\n", "p");
        var moved = await engine.ImportAsync("b", $"term,definition\none,{Definitions.InNineWeeks}\ntwo,{Definitions.InFourHours}\nthree,{Definitions.InTwoDays}\n", "p");

        Assert.Equal((2, 0, 0), (opened.ConflictsOpened, opened.ConflictsRefreshed, opened.ConflictsClosed));
        Assert.Equal((1, 1, 1), (moved.ConflictsOpened, moved.ConflictsRefreshed, moved.ConflictsClosed));
    }

    [Fact]
    public async Task An_import_that_was_cut_off_is_finished_by_starting_it_again()
    {
        var file = Encoding.UTF8.GetBytes("term,definition\n" + string.Concat(Enumerable.Range(0, 6_000).Select(i => $"term {i / 2},definition {i % 2} of {i / 2}\n")));
        using var cut = new CancellationTokenSource();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => engine.Importer.ImportAsync(
            Engine.Actor, new(Engine.Organisation("a"), "", null, ValidateOnly: false), Whole(file), CutAsync, cut.Token));
        var stored = await engine.Reader.CountEntriesAsync(1, CancellationToken.None);

        var report = await engine.ImportAsync("a", file);

        Assert.Equal(5_000, stored);
        Assert.Equal((1_000, 0, 5_000), (report.Added, report.Changed, report.Unchanged));
        Assert.Equal(6_000, await engine.Reader.CountEntriesAsync(1, CancellationToken.None));

        async ValueTask CutAsync(ImportProgress progress)
        {
            if (progress.RowsStored > 0)
                await cut.CancelAsync();
        }
    }

    [Fact]
    public async Task Progress_is_told_from_reading_to_storing()
    {
        var file = "term,definition\none,1\ntwo,2\n"u8.ToArray();
        List<ImportProgress> told = [];
        _ = await engine.Importer.ImportAsync(
            Engine.Actor, new(Engine.Organisation("a"), "", null, ValidateOnly: false), Whole(file), progress => { told.Add(progress); return ValueTask.CompletedTask; }, CancellationToken.None);

        Assert.Equal([false, true], told.Select(progress => progress.IsStoring).Distinct());
        Assert.Equal((file.Length, 2L, 2L), (told[^1].BytesRead, told[^1].RowsRead, told[^1].RowsStored));
        Assert.Equal(told.Select(progress => progress.BytesRead).Order(), told.Select(progress => progress.BytesRead));
    }

    [Fact]
    public async Task An_import_that_raced_with_an_edit_follows_the_edit()
    {
        _ = await engine.ImportAsync("a", "id,term,definition\ne,t,one\n");
        var stale = (await engine.CurrentAsync("a", "e"))!;
        _ = await engine.ChangeAsync("a", "e", Engine.Content("t", "edited"));
        var content = Engine.Content("t", "imported");

        _ = await engine.Editor.ImportAsync(
            Engine.Actor, step => step.Tables.Directory.Get(Engine.Organisation("a"), "a"),
            [new EntryDraft(null, content, ContentHash.Of(content), stale), new EntryDraft("e2", content, ContentHash.Of(content), null)], default, CancellationToken.None);

        Assert.Equal((3, "imported"), ((await engine.CurrentAsync("a", "e"))!.Number, (await engine.CurrentAsync("a", "e"))!.Content.Definition));
        Assert.Equal(1, (await engine.CurrentAsync("a", "e2"))!.Number);
    }

    [Fact]
    public async Task An_import_into_an_archived_organisation_is_refused()
    {
        _ = await engine.ImportAsync("a", "term,definition\nt,d\n");
        _ = await engine.Partners.ArchiveOrganisationAsync(Engine.Actor, Engine.Organisation("a"), engine.Tables.Current.Directory.Get(Engine.Organisation("a"), "a").Etag, default, CancellationToken.None);

        Assert.Equal(ErrorReason.Archived, (await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", "term,definition\nt,d\n"))).Reason);
    }

    static (int Changed, int Unchanged) Counts(ImportReport report)
    {
        Assert.Equal((0, 0), (report.Added, report.Refused));
        return (report.Changed, report.Unchanged);
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Whole(byte[] file)
    {
        await Task.Yield();
        yield return file;
    }
}
