using CommonLanguage.V1;

namespace CommonLanguage.Server.Tests.BadInput;

/// <summary>Entries that cannot be stored.</summary>
public sealed class EntryRefusalTests(PartnersServer partners) : IClassFixture<PartnersServer>
{
    static readonly Dictionary<string, (string Reason, string Field, Action<Entry> Spoil)> Cases = new(StringComparer.Ordinal)
    {
        ["an empty term"] = ("VALUE_MISSING", "terms.text", entry => entry.Terms[0].Text = ""),
        ["a term of blanks"] = ("VALUE_MISSING", "terms.text", entry => entry.Terms[0].Text = "  \u00A0 "),
        ["a term of zero-width characters"] = ("VALUE_MISSING", "terms.text", entry => entry.Terms[0].Text = "\u200B\u200C\u200D"),
        ["a term of 10 kB"] = ("TEXT_TOO_LONG", "terms.text", entry => entry.Terms[0].Text = new string('a', 10_000)),
        ["a term with NUL"] = ("CHARACTER_NOT_ALLOWED", "terms.text", entry => entry.Terms[0].Text = "a\0b"),
        ["a term with a line break"] = ("CHARACTER_NOT_ALLOWED", "terms.text", entry => entry.Terms[0].Text = "a\nb"),
        ["a term with a tab"] = ("CHARACTER_NOT_ALLOWED", "terms.text", entry => entry.Terms[0].Text = "a\tb"),
        ["a term with a bidirectional override"] = ("CHARACTER_NOT_ALLOWED", "terms.text", entry => entry.Terms[0].Text = "a\u202Eb"),
        ["a term with a bidirectional isolate"] = ("CHARACTER_NOT_ALLOWED", "terms.text", entry => entry.Terms[0].Text = "a\u2066b"),
        ["a second term that is empty"] = ("VALUE_MISSING", "terms.text", entry => entry.Terms.Add(new Term())),
        ["no term"] = ("VALUE_MISSING", "terms", entry => entry.Terms.Clear()),
        ["51 terms"] = ("TOO_MANY_VALUES", "terms", entry => entry.Terms.Add(Enumerable.Range(0, 50).Select(i => new Term { Text = $"t{i}" }))),
        ["no definition"] = ("VALUE_MISSING", "definition", entry => entry.Definition = ""),
        ["a definition over the limit"] = ("TEXT_TOO_LONG", "definition", entry => entry.Definition = new string('a', 20_001)),
        ["a definition with NUL"] = ("CHARACTER_NOT_ALLOWED", "definition", entry => entry.Definition = "a\0b"),
        ["10 000 combining marks on a letter of a definition"] = ("CHARACTER_NOT_ALLOWED", "definition", entry => entry.Definition = "a" + new string('\u0301', 10_000)),
        ["100 combining marks on a letter of a term"] = ("CHARACTER_NOT_ALLOWED", "terms.text", entry => entry.Terms[0].Text = "a" + new string('\u0301', 100)),
        ["a note over the limit"] = ("TEXT_TOO_LONG", "note", entry => entry.Note = new string('a', 20_001)),
        ["a subject field over the limit"] = ("TEXT_TOO_LONG", "subject_field", entry => entry.SubjectField = new string('a', 201)),
        ["a language tag with other characters"] = ("LANGUAGE_TAG_INVALID", "language", entry => entry.Language = "xx-!!"),
        ["a language tag of 300 characters"] = ("LANGUAGE_TAG_INVALID", "language", entry => entry.Language = new string('a', 300)),
        ["a language tag of a term with other characters"] = ("LANGUAGE_TAG_INVALID", "terms.language", entry => entry.Terms[0].Language = "x"),
        ["an address of scheme javascript"] = ("ADDRESS_NOT_ALLOWED", "source", entry => entry.Source = "javascript:alert(1)"),
        ["an address of scheme data"] = ("ADDRESS_NOT_ALLOWED", "source", entry => entry.Source = "data:text/html,x"),
        ["an address of scheme file"] = ("ADDRESS_NOT_ALLOWED", "source", entry => entry.Source = "file:///etc/passwd"),
        ["an address of 10 kB"] = ("TEXT_TOO_LONG", "source", entry => entry.Source = "https://example.org/" + new string('a', 10_000)),
        ["a day that is none"] = ("DATE_INVALID", "valid_from", entry => entry.ValidFrom = "0000-00-00"),
        ["an end before the start"] = ("DATE_INVALID", "valid_to", entry => (entry.ValidFrom, entry.ValidTo) = ("2026-02-01", "2026-01-01")),
        ["a form of terms that is unknown"] = ("VALUE_UNKNOWN", "terms.form", entry => entry.Terms[0].Form = (Term.Types.Form)99),
        ["a status of terms that is unknown"] = ("VALUE_UNKNOWN", "terms.status", entry => entry.Terms[0].Status = (Term.Types.Status)(-1)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_new_entry_is_refused_for(string what)
    {
        var (reason, field, spoil) = Cases[what];
        _ = await partners.RefusedAsync(reason, field, async () => await partners.Glossary.CreateEntryAsync(new() { Parent = "organisations/harbour", Entry = Spoilt(spoil) }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_change_is_refused_for(string what)
    {
        var (reason, field, spoil) = Cases[what];
        var current = await partners.Glossary.GetEntryAsync(new() { Name = "organisations/harbour/entries/incident" });
        var entry = Spoilt(spoil);
        (entry.Name, entry.Etag) = (current.Name, current.Etag);
        _ = await partners.RefusedAsync(reason, field, async () => await partners.Glossary.UpdateEntryAsync(new() { Entry = entry }));
    }

    [Fact]
    public async Task An_underscore_in_a_language_tag_is_refused_with_the_tag_that_was_meant()
    {
        var metadata = await partners.RefusedAsync("LANGUAGE_TAG_INVALID", "language", async () =>
            await partners.Glossary.CreateEntryAsync(new() { Parent = "organisations/harbour", Entry = Spoilt(entry => entry.Language = "en_GB") }));
        Assert.Equal(("en_GB", "en-GB"), (metadata["value"], metadata["hint"]));
    }

    [Fact]
    public async Task An_entry_that_is_not_there_is_refused() => await partners.RefusedAsync("VALUE_MISSING", "entry", async () =>
        await partners.Glossary.CreateEntryAsync(new() { Parent = "organisations/harbour" }));

    [Fact]
    public async Task A_term_is_the_same_composed_and_decomposed()
    {
        _ = await partners.DefineAsync("caf\u00E9", "A place to drink coffee at.");
        var answer = await partners.Lookup.LookUpTermAsync(new() { Term = "cafe\u0301" });
        Assert.Equal("caf\u00E9", Assert.Single(answer.Meanings).Term);
    }

    static Entry Spoilt(Action<Entry> spoil)
    {
        var entry = new Entry { Terms = { new Term { Text = "pallet" } }, Definition = "A platform on which goods are stacked." };
        spoil(entry);
        return entry;
    }
}
