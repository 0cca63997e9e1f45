using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;
using CsCheck;

namespace CommonLanguage.Analysis.Tests.Meaning;

public sealed class AnyTextTests
{
    static readonly string[] Pieces =
    [
        "a", "the", "person", "who", "must", "must not", "within", "24 hours", "2 business days", "50 %", "except", "including", "customer", "supplier",
        "internal", "external", "encrypts", "encryption", "data", "of", "or", ";", ".", "(e.g. tapes)", "[X 1]", "See also", "<b>", "1.", "\ud83d\ude00", "\ud800", "данные",
        "数据", "عقد", "e\u0301\u0301\u0301", "\0", "http://x.y/z", "not", "if", "unless", "contract", "service", "at least 3", "more than 3", "-", "naïve", "\u202e", "Straße",
    ];

    static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(places => string.Join(' ', places.Select(place => Pieces[place])));

    static readonly Gen<DefinitionReading> AnyReading = Gen.Select(Gen.OneOfConst("service", "key", "", "data set (DS)"), Text, Gen.OneOfConst("en", "es", "", "zz"))
        .Select((term, text, language) => DefinitionReading.Of(term, text, language));

    [Fact]
    public void Swapping_the_sides_mirrors_the_answer() =>
        Gen.Select(AnyReading, AnyReading).Sample((a, b) => IsMirror(MeaningComparer.Compare(a, b), MeaningComparer.Compare(b, a)), iter: 2000);

    [Fact]
    public void Swapping_the_sides_of_a_word_mirrors_all_answers() =>
        Gen.Select(AnyReading.Array[1, 4], AnyReading.Array[1, 4]).Sample(
            (a, b) =>
            {
                var (matrix, mirrored) = (MeaningComparer.Compare(a, b), MeaningComparer.Compare(b, a));
                return Enumerable.Range(0, a.Length).All(i => Enumerable.Range(0, b.Length).All(j => IsMirror(matrix[i, j], mirrored[j, i])));
            },
            iter: 300);

    [Fact]
    public void Every_answer_is_a_number_in_its_range() =>
        Gen.Select(AnyReading, AnyReading).Sample((a, b) => IsInRange(a, b, MeaningComparer.Compare(a, b)), iter: 2000);

    [Fact]
    public void Any_string_is_read() =>
        Gen.Select(Gen.String, Gen.String, Gen.String).Sample(
            (term, a, b) => IsInRange(DefinitionReading.Of(term, a, "en"), DefinitionReading.Of(term, b, "en"), MeaningComparer.Compare(DefinitionReading.Of(term, a, "en"), DefinitionReading.Of(term, b, "en"))), iter: 500);

    [Theory]
    [InlineData("")]
    [InlineData("word")]
    [InlineData("!?! ... ---")]
    [InlineData("1234567890")]
    [InlineData("\ud800\udfff\udc00")]
    [InlineData("<p><b>&amp;</b></p>")]
    [InlineData("дата data 数据")]
    public void A_text_that_says_nothing_gives_an_answer_without_certainty(string text)
    {
        var comparison = MeaningComparer.Compare(DefinitionReading.Of("service", text, "en"), DefinitionReading.Of("service", "The hours in which a help desk answers calls.", "en"));

        Assert.InRange(comparison.Conflict, 0, .95);
        Assert.NotEqual(Relation.Exact, comparison.Relation);
    }

    [Fact]
    public void Twenty_thousand_characters_are_read_and_compared()
    {
        var text = string.Concat(Enumerable.Range(0, 2000).Select(i => $"word{i} of "))[..20_000];
        var marks = new string('\u0301', 20_000);
        var brackets = new string('[', 20_000);

        foreach (var (a, b) in new[] { (text, marks), (marks, brackets), (brackets, text), (new string('<', 20_000), new string('a', 20_000)) })
            Assert.True(IsInRange(DefinitionReading.Of("t", a, "en"), DefinitionReading.Of("t", b, "en"), MeaningComparer.Compare(DefinitionReading.Of("t", a, "en"), DefinitionReading.Of("t", b, "en"))));
    }

    [Fact]
    public async Task Many_threads_get_the_same_answer()
    {
        var (a, b) = (DefinitionReading.Of("key", "A tool that opens a lock.", "en"), DefinitionReading.Of("key", "A secret value used to encrypt data within 24 hours.", "en"));
        var expected = MeaningComparer.Compare(a, b);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => MeaningComparer.Compare(a, b))));

        Assert.All(answers, answer => Assert.Equal(expected with { Evidence = [] }, answer with { Evidence = [] }));
    }

    static bool IsMirror(Comparison x, Comparison y) =>
        x.Similarity.Equals(y.Similarity) && x.Conflict.Equals(y.Conflict) && x.Kind == y.Kind
        && x.Relation == y.Relation switch { Relation.Broader => Relation.Narrower, Relation.Narrower => Relation.Broader, var other => other }
        && x.Probabilities == y.Probabilities with { Broader = y.Probabilities.Narrower, Narrower = y.Probabilities.Broader }
        && x.Evidence.Select(evidence => (evidence.A, evidence.B)).SequenceEqual(y.Evidence.Select(evidence => (evidence.B, evidence.A)));

    static bool IsInRange(DefinitionReading a, DefinitionReading b, Comparison comparison)
    {
        var p = comparison.Probabilities;
        return new[] { p.Exact, p.Broader, p.Narrower, p.Related, p.None, comparison.Similarity, comparison.Conflict }.All(value => value is >= 0 and <= 1)
            && Math.Abs(p.Exact + p.Broader + p.Narrower + p.Related + p.None - 1) < .001
            && comparison.Evidence.All(evidence => Fits(evidence.A, a) && Fits(evidence.B, b));
    }

    static bool Fits(TextSpan span, DefinitionReading reading) => span.Start >= 0 && span.Start <= span.End && span.End <= reading.Definition.Length;
}
