using CommonLanguage.Analysis.Meaning;

namespace CommonLanguage.Cli.Comparing;

/// <summary>The one place where this tool asks the comparison of meanings.</summary>
static class Judge
{
    /// <summary>Compares the pairs of a group: the senses of one word in two glossaries.</summary>
    /// <returns>One comparison for each pair, in the same order.</returns>
    public static Comparison[] Compare(IReadOnlyList<Pair> group)
    {
        // Each definition of a group stands in many of its pairs and is read once.
        var readings = new Dictionary<(string Term, string Definition, string Language), Reading>();
        return [.. group.Select(pair => MeaningComparer.Compare(Read(pair.Term, pair.A, pair.Language), Read(pair.Term, pair.B, pair.Language)))];

        Reading Read(string term, string definition, string language)
        {
            if (!readings.TryGetValue((term, definition, language), out var reading))
                readings.Add((term, definition, language), reading = Reading.Of(term, definition, language));
            return reading;
        }
    }
}
