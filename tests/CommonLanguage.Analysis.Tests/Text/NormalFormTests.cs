using CommonLanguage.Analysis.Text;
using CommonLanguage.Analysis.Text.Unicode;
using CsCheck;

namespace CommonLanguage.Analysis.Tests.Text;

public sealed class NormalFormTests
{
    [Theory]
    [InlineData("Incident", "incident")]
    [InlineData("INCIDENT RESPONSE", "incidentresponse")]
    [InlineData("access-control", "accesscontrol")]
    [InlineData("access\u2010control", "accesscontrol")]
    [InlineData("access\u2011control", "accesscontrol")]
    [InlineData("access\u2013control", "accesscontrol")]
    [InlineData("access_control", "accesscontrol")]
    [InlineData("access   control", "accesscontrol")]
    [InlineData("  access control  ", "accesscontrol")]
    [InlineData("access\tcontrol", "accesscontrol")]
    [InlineData("access\u00A0control", "accesscontrol")]
    [InlineData("access\u3000control", "accesscontrol")]
    [InlineData("\"access control\"", "accesscontrol")]
    [InlineData("\u201Caccess control\u201D", "accesscontrol")]
    [InlineData("access con\u00ADtrol", "accesscontrol")]
    [InlineData("access\u200B control\uFEFF", "accesscontrol")]
    [InlineData("\uFF41\uFF43\uFF43\uFF45\uFF53\uFF53 control", "accesscontrol")]
    [InlineData("con\uFB01dence", "confidence")]
    [InlineData("incident.", "incident")]
    [InlineData("incident,", "incident")]
    [InlineData("incident .", "incident")]
    public void Case_width_dashes_spaces_and_quotes_do_not_count(string term, string key) => Assert.Equal(key, NormalForm.Of(term));

    [Theory]
    [InlineData("organisation's")]
    [InlineData("organisation\u2019s")]
    [InlineData("organisation\u00B4s")]
    [InlineData("organisation`s")]
    [InlineData("organisations'")]
    [InlineData("organisations\u2019")]
    [InlineData("organisation's.")]
    [InlineData("Organisations")]
    public void Possessive_and_plural_of_the_last_word_do_not_count(string term) => Assert.Equal("organisation", NormalForm.Of(term));

    [Theory]
    [InlineData("organisation's assets", "organisationasset")]
    [InlineData("users' manuals", "usersmanual")]
    public void A_possessive_in_the_middle_does_not_count(string term, string key) => Assert.Equal(key, NormalForm.Of(term));

    [Theory]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("\u212Bngstrom", "\u00E5ngstrom")]
    [InlineData("a\u200B\u0301", "\u00E1")]
    [InlineData("J\u030C", "\u01F0")]
    [InlineData("\uAC00", "\u1100\u1161")]
    public void Composed_and_decomposed_are_one_word(string one, string other) => Assert.Equal(NormalForm.Of(one), NormalForm.Of(other));

    [Theory]
    [InlineData("resume", "r\u00E9sum\u00E9")]
    [InlineData("authentication", "authenticator")]
    [InlineData("title", "t\u0131tle")]
    [InlineData("data", "d\u0430ta")]
    [InlineData("class", "clas")]
    [InlineData("...", ":")]
    public void Different_words_stay_different(string one, string other) => Assert.NotEqual(NormalForm.Of(one), NormalForm.Of(other));

    [Theory]
    [InlineData("TITLE", "title")]
    [InlineData("\u0130STANBUL", "istanbul")]
    [InlineData("\u03A3\u039F\u03A6\u039F\u03A3", "\u03C3\u03BF\u03C6\u03BF\u03C2")]
    [InlineData("\U00010400", "\U00010428")]
    public void Case_does_not_count_in_any_script(string upper, string lower) => Assert.Equal(NormalForm.Of(lower), NormalForm.Of(upper));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200B\u200C\u200D")]
    public void What_cannot_be_seen_has_no_key(string term) => Assert.Equal("", NormalForm.Of(term));

    [Fact]
    public void Half_a_character_has_no_key() => Assert.Equal("", NormalForm.Of("\uD800"));

    [Theory]
    [InlineData("...")]
    [InlineData("\"")]
    [InlineData("\u2026")]
    [InlineData("'")]
    public void A_term_of_signs_has_a_key(string term) => Assert.NotEqual("", NormalForm.Of(term));

    [Theory]
    [InlineData("node.js", "node.js")]
    [InlineData("1.5", "1.5")]
    [InlineData("-1", "-1")]
    [InlineData("C++", "c++")]
    [InlineData(".NET", ".net")]
    public void Signs_that_belong_to_the_word_stay(string term, string key) => Assert.Equal(key, NormalForm.Of(term));

    [Fact]
    public void The_normal_form_of_a_normal_form_is_itself() => Texts.Any.Sample(
        text =>
        {
            var once = NormalForm.Of(text);
            Assert.Equal(once, NormalForm.Of(once));
        },
        iter: 20_000);

    [Fact]
    public void A_capital_at_the_beginning_of_each_word_gives_the_same_key() => Gen.Char["abcdefghijklmnopqrstuvwxyz"].Array[3, 8].Select(c => new string(c)).Array[1, 4].Sample(
        words => Assert.Equal(NormalForm.Of(string.Join(' ', words)), NormalForm.Of(string.Join(' ', words.Select(word => char.ToUpperInvariant(word[0]) + word[1..])))), iter: 5_000);

    [Fact]
    public void The_key_holds_no_capitals_no_doubled_blanks_and_no_lone_surrogates() => Texts.Any.Sample(
        text =>
        {
            var key = NormalForm.Of(text);
            Assert.Equal(key, string.Concat(key.EnumerateRunes().Select(System.Text.Rune.ToLowerInvariant)));
            Assert.Equal(key, key.Trim());
            Assert.DoesNotContain("  ", key, StringComparison.Ordinal);
            Assert.Equal(key, Nfkc.Of(key));
        },
        iter: 10_000);

    [Theory]
    [InlineData("\u0301")]
    [InlineData("\u200B\u0301")]
    [InlineData("\U0001D165")]
    public void Ten_thousand_marks_on_one_letter_are_a_few(string mark) =>
        Assert.InRange(NormalForm.Of("a" + string.Concat(Enumerable.Repeat(mark, 10_000))).Length, 1, 40);

    [Theory]
    [InlineData("Acc", "access control")]
    [InlineData("access con", "access control")]
    [InlineData("access-c", "access control")]
    [InlineData("ACCESS ", "access control")]
    public void The_key_of_a_beginning_is_a_beginning_of_the_key(string prefix, string term) =>
        Assert.StartsWith(NormalForm.OfPrefix(prefix), NormalForm.Of(term), StringComparison.Ordinal);
}
