using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Interchange;

/// <summary>Files as people's programs write them: separators, encodings, title rows, and rows that can be understood.</summary>
public sealed class FileShapeTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync() => engine = await Engine.StartAsync();

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Theory]
    [InlineData("term;definition\ncell;A battery, small.\n", ";", 1, 0)]
    [InlineData("term\tdefinition\ncell\tA battery, small.\n", "\t", 1, 0)]
    [InlineData("term|definition\ncell|A battery, small.\n", "|", 1, 0)]
    [InlineData("sep=;\nterm;definition\ncell;A battery, small.\n", ";", 2, 0)]
    [InlineData("\"sep=;\"\r\nterm;definition\r\ncell;\"A battery, small.\"\r\n", ";", 2, 0)]
    [InlineData("SEP=^\nterm^definition\ncell^A battery, small.\n", "^", 2, 0)]
    [InlineData("Words of the department\nas of 2026, draft\n\nterm,definition\ncell,\"A battery, small.\"\n", ",", 4, 2)]
    [InlineData("Words; of \"ours\"\nterm;definition\ncell;A battery, small.\n", ";", 2, 1)]
    [InlineData(";;\nTerm;Definition;\ncell;A battery, small.;\n", ";", 2, 1)]
    [InlineData("term,definition,,\ncell,\"A battery, small.\",,\n", ",", 1, 0)]
    [InlineData("term,definition\ncell,\"A battery, small.\",\n", ",", 1, 0)]
    [InlineData("term,definition\n,\ncell,\"A battery, small.\"\n,\n , \n", ",", 1, 0)]
    [InlineData("term,definition,\ncell,\"A battery, small.\"\n", ",", 1, 0)]
    public async Task What_separates_the_fields_and_where_the_header_stands_is_found(string file, string delimiter, int line, int skipped)
    {
        var report = await engine.ImportAsync("a", file);

        Assert.Equal((1, 0), (report.Added, report.ProblemCount));
        Assert.Equal(("CSV", "UTF-8", delimiter, line, skipped), (report.Reading.Format, report.Reading.Encoding, report.Reading.Delimiter, report.Reading.HeaderLine, report.Reading.SkippedRows));
        Assert.Equal(["term", "definition"], report.Reading.Columns.Select(column => column.Field));
        Assert.Empty(report.ColumnsKeptAsNote);
        Assert.Equal("A battery, small.", Assert.Single((await engine.LookUpAsync("cell")).Meanings).Definition);
    }

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Accents) },
        { "UTF-8", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Accents)] },
        { "utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Accents)] },
        { "utf-16BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Accents)] },
        { "utf-16", Encoding.Unicode.GetBytes(Accents) },
        { "utf-16BE", Encoding.BigEndianUnicode.GetBytes(Accents) },
        { "windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Accents) },
    };

    const string Accents = "Terme;Définition\ncafé;Ce que l’on boit – « noir » – à 2 €.\n";

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task The_encoding_is_found_however_the_bytes_arrive(string name, byte[] file)
    {
        foreach (var chunk in new[] { 1, 5, 1_000 })
        {
            var report = await engine.ImportAsync("a", file, chunk: chunk);
            Assert.Equal((1, 0, name), (report.Added + report.Unchanged, report.ProblemCount, report.Reading.Encoding));
        }

        Assert.Equal("Ce que l’on boit – « noir » – à 2 €.", Assert.Single((await engine.LookUpAsync("café")).Meanings).Definition);
    }

    [Fact]
    public async Task An_encoding_that_is_named_is_taken()
    {
        var file = CodePagesEncodingProvider.Instance.GetEncoding(1250)!.GetBytes("term,definition\nvěž,Stavba.\n");

        Assert.Equal("windows-1250", (await engine.ImportAsync("a", file, reading: new() { Encoding = "cp1250" })).Reading.Encoding);
        Assert.Single((await engine.LookUpAsync("věž")).Meanings);
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", file, reading: new() { Encoding = "utf-8" }));
        Assert.Equal((ErrorReason.EncodingInvalid, "2"), (refusal.Reason, refusal.Metadata["line"]));
    }

    [Fact]
    public async Task Half_a_character_of_UTF_16_is_refused_with_its_encoding()
    {
        byte[] file = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("term,definition\na,"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("x\n")];

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", file));

        Assert.Equal((ErrorReason.EncodingInvalid, "utf-16"), (refusal.Reason, refusal.Metadata["found"]));
    }

    [Fact]
    public async Task Columns_that_are_named_are_taken_and_the_others_go_by_their_names()
    {
        var reading = new ReadingOptions
        {
            Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["term"] = "Name EN", ["definition"] = "def_en", ["note"] = "definition" },
        };
        var report = await engine.ImportAsync("a", "id,name_en,name_fr,def_en,definition\ne,cell,cellule,A battery.,Seen.\n"u8.ToArray(), reading: reading);

        Assert.Equal([("id", "id"), ("name_en", "term"), ("def_en", "definition"), ("definition", "note")], report.Reading.Columns.AsEnumerable());
        var content = (await engine.CurrentAsync("a", "e"))!.Content;
        Assert.Equal(("cell", "A battery.", "Seen.\nname_fr: cellule"), (content.Term.Text, content.Definition, content.Note));
    }

    [Theory]
    [InlineData("term", "nowhere", ErrorReason.ColumnMissing)]
    [InlineData("nothing", "term", ErrorReason.ValueUnknown)]
    public async Task A_column_that_is_not_there_is_refused(string field, string column, ErrorReason reason)
    {
        var reading = new ReadingOptions { Columns = new Dictionary<string, string>(StringComparer.Ordinal) { [field] = column } };

        Assert.Equal(
            reason, (await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", "term,definition\na,b\n"u8.ToArray(), reading: reading))).Reason);
    }

    [Theory]
    [InlineData("http://example.org/terms#cell", "id: http://example.org/terms#cell")]
    [InlineData("ex:0001", "id: ex:0001")]
    [InlineData("urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66", "id: urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66")]
    public async Task An_id_of_another_tool_is_kept_and_means_the_same_entry_again(string id, string note)
    {
        var first = await engine.ImportAsync("a", $"id,term,definition,note\n{id},cell,A battery.,\nother:cell,cell,A room.,\n");
        var again = await engine.ImportAsync("a", $"id,term,definition,note\n{id},accumulator,A battery.,\n");

        Assert.Equal((2, 0, 1, 0), (first.Added, first.Refused, again.Changed, again.Added));
        var entry = Assert.Single((await engine.LookUpAsync("accumulator")).Meanings);
        var content = (await engine.CurrentAsync("a", entry.Entry[(entry.Entry.LastIndexOf('/') + 1)..]))!.Content;
        Assert.Equal(note, content.Note);
        var file = await engine.ExportAsync("a");
        Assert.Equal((0, 0, 2), Counts(await engine.ImportAsync("a", file)));
    }

    [Fact]
    public async Task A_file_with_fewer_columns_leaves_what_is_there()
    {
        _ = await engine.ImportAsync("a", "id,term,definition,language,source,status,note,subject_field,scope_note,valid_from,form\n"
            + "e,cell,A battery.,fr,ISO 1,admitted,A note.,power,In cars.,2020-01-01,acronym\n");
        var before = (await engine.CurrentAsync("a", "e"))!.Content;

        Assert.Equal((0, 0, 1), Counts(await engine.ImportAsync("a", "id,term,definition\ne,cell,A battery.\n")));
        Assert.Equal((0, 0, 1), Counts(await engine.ImportAsync("a", "term,definition\ncell,A battery.\n")));
        Assert.Equal((0, 1, 0), Counts(await engine.ImportAsync("a", "id,term,definition,Owner\ne,cell,A small battery.,J. Doe\n")));
        Assert.Equal((0, 1, 0), Counts(await engine.ImportAsync("a", "id,term,definition,Owner\ne,cell,A small battery.,A. Roe\n")));

        var after = (await engine.CurrentAsync("a", "e"))!.Content;
        Assert.Equal(
            new EntryContent(before.Terms, "A small battery.", before.Language, before.ScopeNote, "A note.\nOwner: A. Roe", before.SubjectField, before.Source, validFrom: before.ValidFrom),
            after);
    }

    [Fact]
    public async Task An_empty_cell_of_a_column_that_is_there_empties_its_field()
    {
        _ = await engine.ImportAsync("a", "id,term,definition,source,note,subject_field\ne,cell,A battery.,ISO 1,A note.,power\n");

        _ = await engine.ImportAsync("a", "id,term,definition,source,note,subject_field\ne,cell,A battery.,,,\n");

        var after = (await engine.CurrentAsync("a", "e"))!.Content;
        Assert.Equal(("", "", ""), (after.Source, after.Note, after.SubjectField));
    }

    [Fact]
    public async Task Rows_that_respell_a_word_are_taken()
    {
        var report = await engine.ImportAsync("a", """
            term,definition,status,replaced_by
            Github,A site for code.,deprecated,GitHub
            log in,To say who one is.,deprecated,log-in
            GitHub,A place for code.,preferred,
            """);

        Assert.Equal((3, 0, 0), (report.Added, report.ProblemCount, report.Refused));
    }

    [Fact]
    public async Task Rows_of_one_id_are_one_entry_wherever_they_stand()
    {
        var report = await engine.ImportAsync("a", """
            id,term,definition,language,status,form
            x,wagon,Carries goods.,en,,
            y,crane,Lifts goods.,en,,
            x,Waggon,,de,,variant
            x,truck,Carries goods.,en,deprecated,
            """);

        Assert.Equal((2, 0), (report.Added, report.ProblemCount));
        Assert.Equal(
            [
                new("wagon", TermForm.FullForm, TermStatus.Preferred),
                new("Waggon", TermForm.Variant, TermStatus.Admitted, LanguageTag.Parse("de", "l")),
                new("truck", TermForm.FullForm, TermStatus.Deprecated),
            ],
            (await engine.CurrentAsync("a", "x"))!.Content.Terms.AsEnumerable());
    }

    [Fact]
    public async Task Further_words_of_a_row_are_terms_of_its_entry()
    {
        _ = await engine.ImportAsync("a", "id,term,definition,Synonyms,acronym,Abkürzung\ne,battery management system,Guards a battery.,\"guard; keeper, of cells\",BMS,batt.\n");

        Assert.Equal(
            [
                ("battery management system", TermForm.FullForm, TermStatus.Preferred), ("guard", TermForm.Variant, TermStatus.Admitted),
                ("keeper, of cells", TermForm.Variant, TermStatus.Admitted), ("BMS", TermForm.Acronym, TermStatus.Admitted), ("batt.", TermForm.Abbreviation, TermStatus.Admitted),
            ],
            (await engine.CurrentAsync("a", "e"))!.Content.Terms.Select(term => (term.Text, term.Form, term.Status)));
    }

    [Fact]
    public async Task A_file_from_before_takes_no_term_away_and_one_that_knows_all_orders_them()
    {
        _ = await engine.ImportAsync("a", "other,definition,term\nx,d,t\n");
        _ = await engine.AddAsync("a", new EntryContent([new Term("rail wagon"), new Term("wagon", TermForm.Variant, TermStatus.Deprecated)], "On rails.", LanguageTag.English), "e");

        Assert.Equal((0, 0, 1), Counts(await engine.ImportAsync("a", "id,term,definition,status,form\ne,wagon,On rails.,preferred,full_form\n")));
        Assert.Equal((0, 1, 0), Counts(await engine.ImportAsync("a", "id,term,definition,status\ne,wagon,On rails.,preferred\ne,rail wagon,On rails.,admitted\n")));
        Assert.Equal(
            [("wagon", TermForm.Variant, TermStatus.Preferred), ("rail wagon", TermForm.FullForm, TermStatus.Admitted)],
            (await engine.CurrentAsync("a", "e"))!.Content.Terms.Select(term => (term.Text, term.Form, term.Status)));
    }

    [Fact]
    public async Task Conflicts_opened_by_joining_a_further_partnership_are_counted()
    {
        _ = await engine.ImportAsync("b", $"term,definition\none,{Definitions.InTwoDays}\ntwo,{Definitions.InTwoDays}\n", "q");
        var file = $"term,definition\none,{Definitions.InFourHours}\ntwo,{Definitions.InFourHours}\n";
        Assert.Equal(0, (await engine.ImportAsync("a", file, "p")).ConflictsOpened);

        var dry = await engine.ImportAsync("a", file + $"three,{Definitions.InTwoDays}\n", "q", validateOnly: true);
        var real = await engine.ImportAsync("a", file + $"three,{Definitions.InTwoDays}\n", "q");

        Assert.Equal((2, 2), (dry.ConflictsOpened, real.ConflictsOpened));
    }

    static (int Added, int Changed, int Unchanged) Counts(ImportReport report)
    {
        Assert.Empty(report.Problems);
        return (report.Added, report.Changed, report.Unchanged);
    }
}
