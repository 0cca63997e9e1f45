using CommonLanguage.Analysis.Text;
using CsCheck;

namespace CommonLanguage.Analysis.Tests.Text;

public sealed class WordTokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" ,;! ", "")]
    [InlineData("one two", "one|two")]
    [InlineData("the organisation's e-mail.", "the|organisation's|e-mail")]
    [InlineData("the organisation\u2019s", "the|organisation\u2019s")]
    [InlineData("within 1.5 hours, or 1,000 days", "within|1.5|hours|or|1,000|days")]
    [InlineData("end. Next", "end|Next")]
    [InlineData("'quoted' -dash- ..dots", "quoted|dash|dots")]
    [InlineData("soft\u00ADhyphen", "soft\u00ADhyphen")]
    [InlineData("cafe\u0301 na\u00EFve", "cafe\u0301|na\u00EFve")]
    [InlineData("\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627", "\u05E9\u05DC\u05D5\u05DD|\u0645\u0631\u062D\u0628\u0627")]
    [InlineData("a\U00010400b", "a\U00010400b")]
    public void Words_are_runs_of_letters_and_digits_with_what_joins_them(string text, string words) =>
        Assert.Equal(words, string.Join('|', Words(text).Select(word => text[word.Start..word.End])));

    [Fact]
    public void Words_stand_in_order_apart_and_inside_the_text() => Texts.Any.Sample(
        text =>
        {
            var end = 0;
            foreach (var word in Words(text))
            {
                Assert.True(word.Start >= end && word.End > word.Start && word.End <= text.Length);
                end = word.End;
            }
        },
        iter: 5_000);

    [Fact]
    public void No_letter_or_digit_is_left_out() => Texts.Any.Sample(
        text =>
        {
            var inside = new bool[text.Length];
            foreach (var (start, end) in Words(text))
                Array.Fill(inside, true, start, end - start);
            for (var i = 0; i < text.Length; i++)
                Assert.True(inside[i] || !char.IsLetterOrDigit(text[i]));
        },
        iter: 5_000);

    static List<(int Start, int End)> Words(string text)
    {
        List<(int, int)> words = [];
        var tokens = new WordTokenizer(text);
        while (tokens.MoveNext())
            words.Add((tokens.Start, tokens.End));
        return words;
    }
}
