using CommonLanguage.Lookup.Search;
using CsCheck;

namespace CommonLanguage.Tests.Lookup.Search;

public sealed class SnippetTests
{
    static readonly Gen<string> Text = Gen.OneOfConst("incident", "Incidents", "incident's", "caf\u00E9", "plan", "\U0001F600", "\U0001F600\U0001F601\U0001F602", "\u4E8B\u6545", " ", " ", " ", "\n", ", ", "word", "\u0301", "-", new string('x', 90))
        .Array[0, 120].Select(string.Concat);

    [Fact]
    public void A_short_text_is_shown_whole()
    {
        var (text, marks) = Cut("An incident,\nreported.", "incident");

        Assert.Equal("An incident, reported.", text);
        Assert.Equal("incident", text[marks[0].Start..marks[0].End]);
    }

    [Fact]
    public void A_long_text_is_cut_around_the_place_with_most_of_the_words()
    {
        var (text, marks) = Cut($"{string.Concat(Enumerable.Repeat("filler ", 100))}one two three{string.Concat(Enumerable.Repeat(" filler", 100))} one", "one two three");

        Assert.StartsWith("\u2026", text, StringComparison.Ordinal);
        Assert.EndsWith("\u2026", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 100, 245);
        Assert.Equal(["one", "two", "three"], marks.Select(place => text[place.Start..place.End]));
    }

    [Fact]
    public void A_snippet_is_sound_text_and_its_marks_are_the_words_asked_for() => Text.Sample(
        definition =>
        {
            var (text, marks) = Cut(definition, "incident caf*");

            Assert.True(text.EnumerateRunes().All(rune => rune.Value != 0xFFFD));
            Assert.InRange(text.Length, 0, 245);
            Assert.DoesNotContain('\n', text);
            var end = 0;
            foreach (var place in marks)
            {
                Assert.True(place.Start >= end && place.End <= text.Length);
                end = place.End;
                var word = text[place.Start..place.End];
                Assert.True(word.StartsWith("incident", StringComparison.OrdinalIgnoreCase) || word.StartsWith("caf", StringComparison.Ordinal), word);
            }
        },
        iter: 3_000);

    static (string Text, IReadOnlyList<(int Start, int End)> Marks) Cut(string definition, string query)
    {
        using var analyzer = new GlossaryAnalyzer();
        using var typing = new GlossaryAnalyzer(isSingular: false);
        var (text, marks) = Snippet.Of(definition, SearchWords.Parse(query), analyzer, typing);
        return (text, marks);
    }
}
