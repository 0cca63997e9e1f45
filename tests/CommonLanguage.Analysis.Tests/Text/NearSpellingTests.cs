using CommonLanguage.Analysis.Text;
using CsCheck;

namespace CommonLanguage.Analysis.Tests.Text;

public sealed class NearSpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("incident", "incident", 0)]
    [InlineData("incident", "incidnet", 1)]
    [InlineData("incident", "incident s", 2)]
    [InlineData("incident", "accident", 2)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    public void Letters_put_in_left_out_changed_or_swapped_count_one_each(string a, string b, int distance) =>
        Assert.Equal(distance, NearSpelling.Distance(a, b, 10));

    [Fact]
    public void More_than_the_limit_is_the_limit_and_one() => Gen.Select(Texts.OfFewLetters, Texts.OfFewLetters, Gen.Int[0, 4]).Sample(
        (a, b, limit) => Assert.Equal(Math.Min(Slow(a, b), limit + 1), NearSpelling.Distance(a, b, limit)), iter: 20_000);

    [Fact]
    public void The_distance_is_the_same_both_ways() => Gen.Select(Texts.Any, Texts.Any).Sample(
        (a, b) => Assert.Equal(NearSpelling.Distance(a, b, 5), NearSpelling.Distance(b, a, 5)), iter: 5_000);

    [Fact]
    public void Long_texts_are_compared_too() =>
        Assert.Equal(1, NearSpelling.Distance(new string('a', 5_000), new string('a', 4_999) + "b", 3));

    // The definition, by recursion.
    static int Slow(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
            return a.Length + b.Length;
        var known = new Dictionary<(int, int), int>();
        return At(a.Length, b.Length);

        int At(int i, int j)
        {
            if (i == 0 || j == 0)
                return i + j;
            if (known.TryGetValue((i, j), out var distance))
                return distance;
            distance = Math.Min(Math.Min(At(i - 1, j), At(i, j - 1)) + 1, At(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                distance = Math.Min(distance, At(i - 2, j - 2) + 1);
            return known[(i, j)] = distance;
        }
    }
}
