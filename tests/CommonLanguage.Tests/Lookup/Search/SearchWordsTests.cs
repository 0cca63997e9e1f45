using CommonLanguage.Glossary;
using CommonLanguage.Lookup.Search;

namespace CommonLanguage.Tests.Lookup.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("incident", "incident")]
    [InlineData("  incident   response ", "incident|response")]
    [InlineData("\"incident response\" plan", "\"incident response\"|plan")]
    [InlineData("incident -response", "incident|-response")]
    [InlineData("incident -\"response plan\"", "incident|-\"response plan\"")]
    [InlineData("inc*", "inc*")]
    [InlineData("plan -inc*", "plan|-inc*")]
    [InlineData("e-mail", "e-mail")]
    [InlineData("C++", "C++")]
    [InlineData("AND OR NOT", "AND|OR|NOT")]
    [InlineData("field:value", "field:value")]
    [InlineData("organisation:acme -lang:en", "organisation:acme|-lang:en")]
    [InlineData("[a TO z] {b}", "[a|TO|z]|{b}")]
    [InlineData("incident~2 plan^4", "incident~2|plan^4")]
    [InlineData("\u4E8B\u6545", "\u4E8B\u6545")]
    [InlineData("a\"b c\"d", "a|\"b c\"|d")]
    [InlineData("Science & Technology", "Science|Technology")]
    [InlineData("word - word", "word|word")]
    [InlineData("\"media ki*\"", "\"media ki\"*")]
    [InlineData("5\" disk", "5|\" disk\"")]
    [InlineData("in*ident", "in*ident")]
    [InlineData("*:* OR (", "OR")]
    [InlineData("%", "")]
    [InlineData("incident **", "incident")]
    public void Words_phrases_exclusions_and_beginnings_are_read(string query, string words) => Assert.Equal(
        words,
        string.Join('|', SearchWords.Parse(query).Select(word => $"{(word.IsExcluded ? "-" : "")}{(word.IsPhrase ? $"\"{word.Text}\"" : word.Text)}{(word.IsPrefix ? "*" : "")}")));

    [Theory]
    [InlineData("a*", 2)]
    [InlineData("incident b*", 11)]
    [InlineData("\"media k*\"", 9)]
    [InlineData("-incident", 1)]
    [InlineData("-incident -\"response plan\"", 1)]
    public void What_cannot_be_read_is_refused_with_its_column(string query, int column)
    {
        var refusal = Assert.Throws<RefusalException>(() => SearchWords.Parse(query));

        Assert.Equal((ErrorReason.QueryInvalid, "query"), (refusal.Reason, refusal.Field));
        Assert.Equal(column, int.Parse(refusal.Metadata["column"], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("\"\"")]
    [InlineData("\" \"")]
    [InlineData("\"")]
    public void A_search_for_nothing_is_refused(string query)
    {
        var refusal = Assert.Throws<RefusalException>(() => SearchWords.Parse(query));
        Assert.Equal((ErrorReason.ValueMissing, "query"), (refusal.Reason, refusal.Field));
    }

    [Fact]
    public void A_search_of_over_64_words_is_refused()
    {
        Assert.Equal(64, SearchWords.Parse(string.Join(' ', Enumerable.Repeat("w", 64))).Length);
        Assert.Equal(ErrorReason.TooManyValues, Assert.Throws<RefusalException>(() => SearchWords.Parse(string.Join(' ', Enumerable.Repeat("w", 10_000)))).Reason);
    }
}
