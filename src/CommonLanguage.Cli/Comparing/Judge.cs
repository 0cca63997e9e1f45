using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Cli.Comparing;

/// <summary>The one place where this tool asks the comparison of meanings.</summary>
static class Judge
{
    // Every sense of one side is compared with every sense of the other; no word of a real glossary has anything like 256 of them.
    const int MostComparisons = 65_536;

    /// <summary>Compares a pair by itself.</summary>
    public static Comparison Compare(Pair pair) => MeaningComparer.Compare(
        DefinitionReading.Of(pair.Term, pair.A, pair.Language), DefinitionReading.Of(pair.Term, pair.B, pair.Language));

    /// <summary>Compares the pairs of a group, the senses of one word in two glossaries, in view of each other.</summary>
    /// <returns>One comparison for each pair, in the same order.</returns>
    public static Comparison[] Compare(IReadOnlyList<Pair> group)
    {
        var (a, b) = (new Senses(), new Senses());
        var places = group.Select(pair => (A: a.Place(pair, pair.A), B: b.Place(pair, pair.B))).ToList();
        if ((long)a.Readings.Count * b.Readings.Count > MostComparisons)
            return [.. places.Select(place => MeaningComparer.Compare(a.Readings[place.A], b.Readings[place.B]))];
        var matrix = MeaningComparer.Compare(a.Readings, b.Readings);
        return [.. places.Select(place => matrix[place.A, place.B])];
    }

    /// <summary>The senses of one side; a definition that stands in several pairs is one sense.</summary>
    sealed class Senses
    {
        readonly Dictionary<(string Term, string Definition, string Language), int> places = [];

        public List<DefinitionReading> Readings { get; } = [];

        public int Place(Pair pair, string definition)
        {
            if (places.TryAdd((pair.Term, definition, pair.Language), Readings.Count))
                Readings.Add(DefinitionReading.Of(pair.Term, definition, pair.Language));
            return places[(pair.Term, definition, pair.Language)];
        }
    }
}
