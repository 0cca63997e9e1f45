using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Tests.Meaning;

public sealed class OutsideVectorTests
{
    const string A = "A disturbance that the supplier must resolve on the same day; a planned outage is none.";
    const string B = "An interruption of a service which the customer reports to the help desk.";

    [Theory]
    [InlineData(new float[0])]
    [InlineData(new[] { 0f, 0, 0 })]
    [InlineData(new[] { 1f, float.NaN })]
    [InlineData(new[] { 1f, float.PositiveInfinity })]
    public void Numbers_without_a_direction_are_no_vector(float[] numbers) => Assert.Null(OutsideVector.Of(numbers));

    [Fact]
    public void A_higher_cosine_makes_two_definitions_more_alike()
    {
        var alike = Compare([1, 2, 3], [2, 4, 6]);
        var apart = Compare([1, 2, 3], [-1, -2, -3]);
        Assert.True(alike.Similarity > apart.Similarity, $"{alike.Similarity} {apart.Similarity}");
    }

    [Fact]
    public void Swapping_the_sides_mirrors_the_answer()
    {
        var (ab, ba) = (Compare([3e38f, 1, 2], [1, 5, 1e-30f]), MeaningComparer.Compare(Read(B, [1, 5, 1e-30f]), Read(A, [3e38f, 1, 2])));
        Assert.Equal((ab.Similarity, ab.Conflict, ab.Probabilities.Exact, ab.Probabilities.Broader), (ba.Similarity, ba.Conflict, ba.Probabilities.Exact, ba.Probabilities.Narrower));
    }

    [Fact]
    public void Vectors_of_two_dimensions_count_for_nothing()
    {
        var without = MeaningComparer.Compare(DefinitionReading.Of("incident", A, "en"), DefinitionReading.Of("incident", B, "en"));
        var with = Compare([1, 2, 3], [1, 2, 3, 0]);
        Assert.Equal((without.Similarity, without.Conflict, without.Probabilities), (with.Similarity, with.Conflict, with.Probabilities));
    }

    static Comparison Compare(float[] a, float[] b) => MeaningComparer.Compare(Read(A, a), Read(B, b));

    static DefinitionReading Read(string definition, float[] numbers) => DefinitionReading.Of("incident", definition, "en").With(OutsideVector.Of(numbers)!);
}
