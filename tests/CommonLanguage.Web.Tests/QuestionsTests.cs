using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Server.Web.Conflicts;

namespace CommonLanguage.Web.Tests;

public sealed class QuestionsTests
{
    [Theory]
    [InlineData("4 hours, there 2 business days", "is it the same value?")]
    [InlineData("\"must\", there \"may\": another obligation", "is it the same duty?")]
    [InlineData("\"not\": one denies what the other states", "can both hold?")]
    [InlineData("\"4 items\", there \"list\"", "do they mean the same?")]
    public void What_differs_is_asked_by_its_reason(string reason, string question) =>
        Assert.EndsWith(": " + question, Ask(reason, "within 4 hours", "within 2 days", new(7, 14), new(7, 13)), StringComparison.Ordinal);

    [Fact]
    public void Words_of_both_sides_are_quoted_and_isolated() => Assert.Equal(
        "Acme says “\u20684 hours\u2069”, Umbra says “\u20682 days\u2069”: is it the same value?",
        Ask("4 hours, there 2 days", "within 4 hours", "within 2 days", new(7, 14), new(7, 13)));

    [Fact]
    public void What_only_one_side_says_is_asked_of_the_other()
    {
        Assert.Equal("Acme says “\u20684 hours\u2069”, Umbra does not say it: does it hold there too?", Ask("4 hours", "within 4 hours", "soon", new(7, 14), default));
        Assert.Equal("Umbra says “\u20682 days\u2069”, Acme does not say it: does it hold there too?", Ask("2 days", "soon", "within 2 days", default, new(7, 13)));
        Assert.Equal("Acme and Umbra word it differently: do they mean the same?", Ask("", "soon", "quickly", default, default));
    }

    [Fact]
    public void A_long_quotation_ends_at_a_word_and_never_inside_a_character()
    {
        var words = string.Concat(Enumerable.Repeat("lengthy ", 20));
        Assert.Contains("lengthy …\u2069”, Umbra", Ask("", words, "", new(0, words.Length), default), StringComparison.Ordinal);
        var wide = "a" + string.Concat(Enumerable.Repeat("\U0001F600", 80));
        var asked = Ask("", wide, "", new(0, wide.Length), default);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(asked)));
    }

    [Fact]
    public void A_place_outside_of_the_text_is_no_error() => Assert.Equal(
        "Acme and Umbra word it differently: do they mean the same?", Ask("", "short", "", new(90, 120), new(3, 9)));

    static string Ask(string reason, string a, string b, TextSpan mine, TextSpan theirs) => Questions.Of(new(reason, mine, theirs), a, b, "Acme", "Umbra");
}
