using CommonLanguage.Glossary;

namespace CommonLanguage.Tests.Nouns;

public sealed class EntryContentTests
{
    [Theory]
    [InlineData("", ErrorReason.ValueMissing)]
    [InlineData("   ", ErrorReason.ValueMissing)]
    [InlineData("\u200B\u200C\u200D", ErrorReason.ValueMissing)]
    [InlineData("a\0b", ErrorReason.CharacterNotAllowed)]
    [InlineData("a\nb", ErrorReason.CharacterNotAllowed)]
    [InlineData("a\tb", ErrorReason.CharacterNotAllowed)]
    [InlineData("a\u202Eb", ErrorReason.CharacterNotAllowed)]
    [InlineData("a\u2066b", ErrorReason.CharacterNotAllowed)]
    public void A_term_that_cannot_be_kept_is_refused(string text, ErrorReason reason)
    {
        var refusal = Assert.Throws<RefusalException>(() => new Term(text));
        Assert.Equal((reason, "term"), (refusal.Reason, refusal.Field));
    }

    [Fact]
    public void A_term_of_10_kB_is_refused_in_a_short_message_with_its_length()
    {
        var refusal = Assert.Throws<RefusalException>(() => new Term(new string('x', 10_000)));

        Assert.Equal((ErrorReason.TextTooLong, "10000", "200"), (refusal.Reason, refusal.Metadata["length"], refusal.Metadata["limit"]));
        Assert.InRange(refusal.Message.Length, 1, 250);
        Assert.Equal(200, new Term(new string('x', 200)).Text.Length);
    }

    [Theory]
    [InlineData("definition", Limits.Definition)]
    [InlineData("scope_note", Limits.Note)]
    [InlineData("note", Limits.Note)]
    [InlineData("subject_field", Limits.Name)]
    [InlineData("source", Limits.Source)]
    [InlineData("replaced_by", Limits.Term)]
    public void A_text_over_its_limit_is_refused_by_its_field(string field, int limit)
    {
        _ = With(field, new string('x', limit));
        var refusal = Assert.Throws<RefusalException>(() => With(field, new string('x', limit + 1)));
        Assert.Equal((ErrorReason.TextTooLong, field), (refusal.Reason, refusal.Field));
    }

    [Theory]
    [InlineData("definition")]
    [InlineData("scope_note")]
    [InlineData("note")]
    [InlineData("subject_field")]
    [InlineData("source")]
    [InlineData("replaced_by")]
    public void A_control_character_is_refused_with_its_place(string field)
    {
        var refusal = Assert.Throws<RefusalException>(() => With(field, "ab\u0007c"));
        Assert.Equal((ErrorReason.CharacterNotAllowed, field, "3"), (refusal.Reason, refusal.Field, refusal.Metadata["position"]));
        Assert.Equal(ErrorReason.CharacterNotAllowed, Assert.Throws<RefusalException>(() => With(field, "a\uD800b")).Reason);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\u200B ")]
    public void A_definition_is_needed(string? definition)
    {
        var refusal = Assert.Throws<RefusalException>(() => new EntryContent([new Term("t")], definition, LanguageTag.English));
        Assert.Equal((ErrorReason.ValueMissing, "definition"), (refusal.Reason, refusal.Field));
    }

    [Fact]
    public void An_entry_has_one_to_fifty_terms()
    {
        Assert.Equal(ErrorReason.ValueMissing, Assert.Throws<RefusalException>(() => new EntryContent([], "d", LanguageTag.English)).Reason);
        Assert.Equal(50, new EntryContent([.. Enumerable.Repeat(new Term("t"), 50)], "d", LanguageTag.English).Terms.Length);
        Assert.Equal(ErrorReason.TooManyValues, Assert.Throws<RefusalException>(() => new EntryContent([.. Enumerable.Repeat(new Term("t"), 51)], "d", LanguageTag.English)).Reason);
    }

    [Theory]
    [InlineData("2026-01-02", "2026-01-02")]
    [InlineData("2026-01-02", "2026-01-01")]
    public void An_end_that_is_not_after_the_beginning_is_refused(string from, string to)
    {
        var refusal = Assert.Throws<RefusalException>(() => new EntryContent([new Term("t")], "d", LanguageTag.English, validFrom: Days.Parse(from, "f"), validTo: Days.Parse(to, "t")));
        Assert.Equal((ErrorReason.DateInvalid, "valid_to"), (refusal.Reason, refusal.Field));
    }

    [Theory]
    [InlineData("0000-00-00")]
    [InlineData("2026-02-30")]
    [InlineData("2026-1-1")]
    [InlineData("01/02/2026")]
    [InlineData("2026-01-01T00:00:00Z")]
    [InlineData(" 2026-01-01")]
    public void What_is_no_day_is_refused(string day) =>
        Assert.Equal(ErrorReason.DateInvalid, Assert.Throws<RefusalException>(() => Days.Parse(day, "at")).Reason);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JavaScript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("vbscript:x")]
    [InlineData("ftp://example.org")]
    [InlineData("gopher://example.org")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("javascript:\nalert(1)")]
    public void An_address_of_another_scheme_is_refused(string source)
    {
        var refusal = Assert.Throws<RefusalException>(() => With("source", source));
        Assert.Equal((ErrorReason.AddressNotAllowed, "source"), (refusal.Reason, refusal.Field));
    }

    [Theory]
    [InlineData("https://example.org/a?b=c#d")]
    [InlineData("http://example.org")]
    [InlineData("doi:10.1000/182")]
    [InlineData("urn:isbn:0451450523")]
    [InlineData("ISO 1087:2019")]
    [InlineData("NIST SP 800-53: control AC-1")]
    [InlineData("ISO:1087")]
    [InlineData("Note: see the contract")]
    [InlineData("https://example.org says: no")]
    [InlineData("see file 7")]
    [InlineData("JavaScript: The Good Parts, page 12")]
    public void A_source_in_words_or_with_an_allowed_scheme_is_kept(string source) => Assert.Equal(source, With("source", source).Source);

    [Fact]
    public void Equal_contents_have_equal_hashes_and_any_other_has_another()
    {
        EntryContent[] contents =
        [
            With("note", ""), With("note", "x"), With("scope_note", "x"), With("subject_field", "x"), With("source", "x"), With("replaced_by", "x"), With("definition", "x"),
            new([new Term("u")], "d", LanguageTag.English), new([new Term("t"), new Term("t")], "d", LanguageTag.English), new([new Term("t", TermForm.Acronym)], "d", LanguageTag.English),
            new([new Term("t", status: TermStatus.Admitted)], "d", LanguageTag.English), new([new Term("t", language: LanguageTag.English)], "d", LanguageTag.English),
            new([new Term("t")], "d", LanguageTag.Parse("nl", "l")), new([new Term("t")], "d", LanguageTag.English, validFrom: new(1, 1, 1)), new([new Term("t")], "d", LanguageTag.English, validTo: new(1, 1, 1)),
        ];

        Assert.Equal(contents.Length, contents.Select(ContentHash.Of).Distinct().Count());
        Assert.Equal(contents.Length, contents.Distinct().Count());
        Assert.Equal(ContentHash.Of(With("note", "x")), ContentHash.Of(With("note", " x ")));
        Assert.Equal(With("note", "x"), With("note", " x "));
    }

    [Fact]
    public void A_hash_is_read_as_it_is_written()
    {
        var hash = ContentHash.Of(With("note", "x"));

        Assert.Equal(ContentHash.Size, hash.ToBytes().Length);
        Assert.Equal(hash, ContentHash.Of(hash.ToBytes()));
        Assert.Equal(Convert.ToHexStringLower(hash.ToBytes()), hash.ToString());
    }

    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("a\u001B[31mb\r\n", "'aU+001B[31mbU+000DU+000A'")]
    [InlineData("\u202Ex\u200B", "'U+202ExU+200B'")]
    public void Foreign_text_in_a_message_acts_on_no_terminal(string text, string shown) => Assert.Equal(shown, Shown.Quoted(text));

    [Fact]
    public void Foreign_text_in_a_message_is_short() => Assert.Equal($"'{new string('x', 60)}\u2026'", Shown.Quoted(new string('x', 10_000)));

    static EntryContent With(string field, string text) => new(
        [new Term("t")],
        field == "definition" ? text : "d",
        LanguageTag.English,
        field == "scope_note" ? text : null,
        field == "note" ? text : null,
        field == "subject_field" ? text : null,
        field == "source" ? text : null,
        field == "replaced_by" ? text : null);
}
