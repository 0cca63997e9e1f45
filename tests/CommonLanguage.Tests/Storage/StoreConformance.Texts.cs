using System.Text;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Storage;

public abstract partial class StoreConformance
{
    public static TheoryData<string> AwkwardTexts =>
    [
        "Incident", "iNCIDENT", "r\u00E9sum\u00E9", "re\u0301sume\u0301", "\uFF49\uFF4E\uFF43\uFF49\uFF44\uFF45\uFF4E\uFF54", "\u0130stanbul \u0131l\u0131k TITLE title", "\u05D0\u05D9\u05E8\u05D5\u05E2 (incident)", "\u062D\u0627\u062F\u062B\u0629",
        "\U0001F469\u200D\U0001F680 launch", "\u4E8B\u6545", "a\u0300\u0301\u0302\u0303", "x  y", "100 % of it_s \\ path", "it's \"quoted\"", "'; DROP TABLE revisions; --", "NULL", "{\"json\": [1, null]}", "<b>bold</b> &amp; more",
        "@p0 $1 ?1 :name", "\uFFFD", "\U0010FFFD", "\u00DF\u1E9E", "\u03C3\u03C2\u03A3", "-1", "1e999", "\uFEFFbom",
    ];

    [SkippableTheory]
    [MemberData(nameof(AwkwardTexts))]
    public async Task Any_text_comes_back_letter_by_letter(string text)
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        var content = new EntryContent(
            [new Term(text), new Term(text + " variant", TermForm.Variant, TermStatus.Admitted, LanguageTag.Parse("de-AT", "language"))], text, LanguageTag.English,
            text, text, text, text, text, new DateOnly(2020, 1, 31), new DateOnly(9999, 12, 31));
        var written = await engine.AddAsync("a", content);

        engine = await RestartAsync(engine);

        Assert.Equal(content, (await engine.CurrentAsync("a", written.Revision.EntryId))!.Content);
        Assert.Equal(text.Trim(), Assert.Single(engine.Tables.Current.Find(NormalForm.Of(text)).Postings).Sense.Definition);
    }

    [SkippableFact]
    public async Task Texts_of_ten_thousand_characters_come_back_whole()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        var long1 = string.Concat(Enumerable.Range(0, 5_000).Select(i => i % 7 == 0 ? "\U0001F600" : "\u00E4b"));
        var content = new EntryContent([new Term(new string('\u4E2D', Limits.Term))], long1, LanguageTag.English, note: new string('n', Limits.Note));
        var written = await engine.AddAsync("a", content);

        engine = await RestartAsync(engine);

        Assert.Equal(content, (await engine.CurrentAsync("a", written.Revision.EntryId))!.Content);
    }

    [SkippableFact]
    public async Task Blanks_at_the_ends_go_and_those_inside_stay()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");

        var written = await engine.AddAsync("a", Engine.Content("  two  words \u00A0", "\n line one  \r\n line two \r\n\n"));

        var stored = (await engine.CurrentAsync("a", written.Revision.EntryId))!.Content;
        Assert.Equal("two  words", stored.Term.Text);
        Assert.Equal("line one  \n line two", stored.Definition);
    }

    [SkippableTheory]
    [InlineData("Access Control", "access-control", true)]
    [InlineData("re\u0301sume\u0301", "R\u00C9SUM\u00C9", true)]
    [InlineData("\uFF21\uFF22\uFF23", "abc", true)]
    [InlineData("policies", "Policy", true)]
    [InlineData("TITLE", "title", true)]
    [InlineData("resume", "r\u00E9sum\u00E9", false)]
    [InlineData("title", "t\u0131tle", false)]
    [InlineData("stra\u00DFe", "strase", false)]
    public async Task Two_terms_meet_under_one_word_or_they_do_not(string one, string other, bool meet)
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b");
        _ = await engine.AddAsync("a", one, Definitions.InFourHours);
        _ = await engine.AddAsync("b", other, Definitions.InTwoDays);

        engine = await RestartAsync(engine);

        Assert.Equal(meet ? 2 : 1, engine.Tables.Current.Find(NormalForm.Of(one)).Postings.Length);
        Assert.Equal(meet ? 2 : 1, (await engine.Reader.ReadHistoryAsync(NormalForm.Of(one), CancellationToken.None)).Count);
        Assert.Equal(meet ? 1 : 0, (await engine.OpenConflictsAsync()).Count);
    }

    [SkippableFact]
    public async Task Keys_of_an_earlier_rule_are_made_again_when_the_store_is_opened()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b");
        _ = await engine.AddAsync("a", "response time (RT)", Definitions.InFourHours);
        _ = await engine.AddAsync("b", "response-time", Definitions.InTwoDays);
        engine.Store.Writer.RenewWords("earlier", content => [content.Term.Text + " earlier"], word => word + " earlier");

        engine = await RestartAsync(engine);

        Assert.Single(await engine.OpenConflictsAsync(), conflict => conflict.Word == NormalForm.Of("response time"));
        Assert.Equal(2, (await engine.Reader.ReadHistoryAsync(NormalForm.Of("response time"), CancellationToken.None)).Count);
        Assert.Single(await engine.Reader.ReadHistoryAsync(NormalForm.Of("RT"), CancellationToken.None));
        Assert.Empty(await new StoreScrub(engine.Store, TimeProvider.System).ScrubAsync(TimeSpan.Zero, CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_text_with_half_a_character_is_refused_and_nothing_is_stored()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");
        var before = (await engine.ChangesAsync()).Count;

        _ = await RefusedAsync(ErrorReason.CharacterNotAllowed, () => engine.AddAsync("a", "half \uD83D", "whole"));
        _ = await RefusedAsync(ErrorReason.CharacterNotAllowed, () => engine.AddAsync("a", "whole", "half \uDE00 more"));

        Assert.Equal(before, (await engine.ChangesAsync()).Count);
    }

    [SkippableFact]
    public async Task Ids_of_organisations_and_partnerships_are_one_without_regard_to_case()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("Acme");

        _ = await RefusedAsync(ErrorReason.AlreadyExists, () => engine.AddOrganisationAsync("aCME"));
        _ = await RefusedAsync(ErrorReason.AlreadyExists, () => engine.AddPartnershipAsync("P"));

        Assert.Equal("Acme", engine.Tables.Current.Directory.Get(Engine.Organisation("ACME"), "o").Id.Value);
    }

    [SkippableFact]
    public async Task Ids_of_entries_are_compared_letter_by_letter()
    {
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a");

        _ = await engine.AddAsync("a", Engine.Content("one", "first"), "Entry");
        _ = await engine.AddAsync("a", Engine.Content("two", "second"), "entry");

        Assert.Equal("first", (await engine.CurrentAsync("a", "Entry"))!.Content.Definition);
        Assert.Equal("second", (await engine.CurrentAsync("a", "entry"))!.Content.Definition);
        Assert.Null(await engine.CurrentAsync("a", "ENTRY"));
    }

    [SkippableFact]
    public async Task Entries_are_listed_by_code_point_and_each_page_goes_on_where_the_last_ended()
    {
        string[] terms = ["Zebra", "apple", "\u00E4rger", "\uFF5E", "\U0001F600", "zebra crossing", "_", "10", "9", "\u05D0", "Apples", "apple pie"];
        var engine = await StartAsync();
        await engine.AddPartnersAsync("a", "b");
        foreach (var term in terms)
            _ = await engine.AddAsync("a", term, "d");
        _ = await engine.AddAsync("b", "apple", "of somebody else");
        var owner = engine.Tables.Current.Directory.Get(Engine.Organisation("a"), "o").Key;

        List<Revision> listed = [];
        for (var (form, entry) = ("", 0L); await engine.Reader.ReadEntriesAsync(owner, form, entry, 2, CancellationToken.None) is { Count: > 0 } page;)
        {
            listed.AddRange(page);
            (form, entry) = (NormalForm.Of(page[^1].Content.Term.Text), page[^1].EntryKey);
        }

        var expected = terms.Select((term, age) => (term, age))
            .OrderBy(t => Convert.ToHexString(Encoding.UTF8.GetBytes(NormalForm.Of(t.term))), StringComparer.Ordinal).ThenBy(t => t.age).Select(t => t.term);
        Assert.Equal(expected, listed.Select(revision => revision.Content.Term.Text));
    }
}
