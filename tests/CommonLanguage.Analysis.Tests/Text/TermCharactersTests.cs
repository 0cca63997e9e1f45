using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Tests.Text;

public sealed class TermCharactersTests
{
    [Theory]
    [InlineData("a\0b", 1, "control character U+0000")]
    [InlineData("a\u0007", 1, "control character U+0007")]
    [InlineData("a\u007F", 1, "control character U+007F")]
    [InlineData("a\u0085", 1, "control character U+0085")]
    [InlineData("a\nb", 1, "a line break")]
    [InlineData("a\rb", 1, "a line break")]
    [InlineData("a\u2028b", 1, "a line break")]
    [InlineData("\ta", 0, "a tab")]
    [InlineData("ab\u202Ec", 2, "bidirectional override U+202E")]
    [InlineData("\u202A", 0, "bidirectional override U+202A")]
    [InlineData("\u2066", 0, "bidirectional override U+2066")]
    [InlineData("\u2069", 0, "bidirectional override U+2069")]
    public void What_a_term_cannot_hold_is_named_with_its_place(string text, int index, string name) =>
        Assert.Equal((index, name), TermCharacters.FirstNotAllowed(text));

    // Written as facts: an attribute cannot hold half a character.
    [Fact]
    public void A_first_half_of_a_character_alone_is_named() => Assert.Equal((0, "lone surrogate U+D800"), TermCharacters.FirstNotAllowed("\uD800"));

    [Fact]
    public void A_second_half_of_a_character_alone_is_named() => Assert.Equal((1, "lone surrogate U+DE00"), TermCharacters.FirstNotAllowed("a\uDE00"));

    [Fact]
    public void A_half_before_a_whole_character_is_named() => Assert.Equal((1, "lone surrogate U+D83D"), TermCharacters.FirstNotAllowed("a\uD83D\uD83D\uDE00"));

    [Theory]
    [InlineData("")]
    [InlineData("incident response")]
    [InlineData("caf\u00E9 \u4E2D\u6587 \u05E9\u05DC\u05D5\u05DD")]
    [InlineData("\U0001F600")]
    [InlineData("\u200E\u0645\u0631\u062D\u0628\u0627")]
    public void Letters_of_all_scripts_and_signs_are_allowed(string text) => Assert.Null(TermCharacters.FirstNotAllowed(text));

    [Theory]
    [InlineData("", true)]
    [InlineData(" \t\n\u00A0", true)]
    [InlineData("\u200B\u200C\u200D\uFEFF\u2060", true)]
    [InlineData("\U000E0061", true)]
    [InlineData("\u2028", true)]
    [InlineData(".", false)]
    [InlineData("\u200Bx", false)]
    [InlineData("\U0001F600", false)]
    public void A_text_is_blank_when_nothing_of_it_can_be_seen(string text, bool blank) => Assert.Equal(blank, TermCharacters.IsBlank(text));

    [Theory]
    [InlineData("d\u0430ta", true)]
    [InlineData("\u03BFffice", true)]
    [InlineData("data \u0434\u0430\u043D\u043D\u044B\u0435", false)]
    [InlineData("\u0434\u0430\u043D\u043D\u044B\u0435", false)]
    [InlineData("caf\u00E9", false)]
    [InlineData("", false)]
    public void A_word_of_two_scripts_is_seen(string text, bool mixes) => Assert.Equal(mixes, TermCharacters.MixesScripts(text));
}
