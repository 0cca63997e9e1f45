using CommonLanguage.Encoder;

namespace CommonLanguage.Analysis.Tests.Meaning.Aligning;

public sealed class WordPieceTests
{
    static readonly WordPiece Words = new(Path.Combine(AppContext.BaseDirectory, DefinitionEncoder.Vocabulary));

    [Theory]
    [InlineData("Incident", "Incident")]
    [InlineData("an unplanned outage", "an|un|pl|anned|out|age")]
    [InlineData("café, naïve", "café|,|naïve")]
    [InlineData("U.S. 3.5 GHz", "U|.|S|.|3|.|5|GH|z")]
    [InlineData("", "")]
    [InlineData(" \t\n", "")]
    public void Pieces_point_at_their_place_in_the_text(string text, string expected)
    {
        var pieces = Words.Cut(text, 128);
        Assert.Equal(string.Concat(expected.Split('|')), string.Concat(pieces.Select(piece => text[piece.Start..piece.End])));
        Assert.All(pieces.Zip(pieces.Skip(1)), two => Assert.True(two.First.End <= two.Second.Start));
    }

    [Theory]
    [InlineData("Straße", "straße")]
    [InlineData("CAFÉ", "cafe")]
    [InlineData("ﬁle", "file")]
    public void Case_accents_and_compatible_forms_make_no_difference(string one, string other) =>
        Assert.Equal(Words.Cut(one, 128).Select(piece => piece.Number), Words.Cut(other, 128).Select(piece => piece.Number));

    [Fact]
    public void No_more_pieces_are_given_than_asked_for() => Assert.Equal(7, Words.Cut(string.Join(' ', Enumerable.Repeat("incomprehensibilities", 20)), 7).Count);

    [Fact]
    public void A_word_that_no_pieces_make_is_one_unknown_piece() => Assert.Single(Words.Cut("\U00012345\U00012346", 128));
}
