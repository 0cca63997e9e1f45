using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Analysis.Meaning.Words;

namespace CommonLanguage.Analysis.Tests.Meaning;

public sealed class DefinitionReadingTests
{
    static string[] Words(string definition, string term = "") =>
        [.. DefinitionReading.Of(term, definition, "en").Parts.Words.Select(word => definition[word.Span.Start..word.Span.End])];

    [Theory]
    [InlineData("(N) 1. A formal statement of duty.", "formal statement duty")]
    [InlineData("A signed record [FIPS 140-2].", "signed record")]
    [InlineData("A signed record. See also contract.", "signed record")]
    [InlineData("A <em>signed</em> record", "signed record")]
    [InlineData("A signed record (see https://example.org/a-b?c).", "signed record")]
    public void Only_the_meaning_is_read(string definition, string words) => Assert.Equal(words.Split(' '), Words(definition));

    [Fact]
    public void Examples_count_less_than_the_definition()
    {
        var words = DefinitionReading.Of("", "A vehicle, e.g. a lorry.", "en").Parts.Words;

        Assert.True(words[0].Weight > 2 * words[1].Weight);
    }

    [Theory]
    [InlineData("A document that lists tasks.", "document")]
    [InlineData("A deceptive act of concealment.", "concealment")]
    [InlineData("The set of rules for a game.", "rules")]
    [InlineData("Software designed to harm.", "Software")]
    public void The_kind_is_found(string definition, string kind)
    {
        var parts = DefinitionReading.Of("", definition, "en").Parts;
        var span = parts.Words[parts.SecondGenus >= 0 ? parts.SecondGenus : parts.Genus].Span;

        Assert.Equal(kind, definition[span.Start..span.End]);
    }

    [Theory]
    [InlineData("encrypted", "encrypt")]
    [InlineData("organisations", "organization")]
    [InlineData("stopped", "stop")]
    [InlineData("policies", "policy")]
    [InlineData("taken", "take")]
    public void Forms_of_one_word_are_of_one_family(string form, string word) =>
        Assert.Equal(WordTable.English.Family(WordTable.English.Find(word)), WordTable.English.Family(WordTable.English.Find(form)));

    [Fact]
    public void Words_of_like_meaning_are_nearer_than_others()
    {
        var table = WordTable.English;
        float Near(string a, string b) => table.Cosine(table.Find(a), table.Find(b));

        Assert.True(Near("car", "automobile") > .5, $"{Near("car", "automobile")}");
        Assert.True(Near("buy", "purchase") > Near("buy", "sell"), $"{Near("buy", "purchase")} {Near("buy", "sell")}");
        Assert.True(Near("car", "treaty") < .2, $"{Near("car", "treaty")}");
    }

    [Fact]
    public void Opposites_are_known() => Assert.True(WordTable.English.AreOpposites(WordTable.English.Find("internal"), WordTable.English.Find("external")));
}
