using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Conflicts;

/// <summary>
/// What the senses of one word in one partnership have to do with each other, all judged together: where one side means several
/// things by a word, each thing the other side means is held against the one that fits it best. Otherwise an organisation with ten
/// senses would be in conflict with everybody.
/// </summary>
/// <param name="Severity">0..1, of the sharpest pair of organisations.</param>
/// <param name="Senses">By organisation, then by age.</param>
/// <param name="Pairs">The best-fitting pairs, all of them, sharpest first; indexes point into <paramref name="Senses"/>.</param>
/// <param name="Version">Of the comparison that judged.</param>
sealed record WordJudgement(double Severity, ImmutableArray<Sense> Senses, ImmutableArray<ConflictPair> Pairs, string Version)
{
    /// <summary>Judges the senses; null when they belong to fewer than two organisations. Thread-safe.</summary>
    /// <param name="senses">Who means what by the word, by organisation, then by age.</param>
    /// <param name="known">The conflict as it stands in the store: two organisations that still say what they said are not compared again.</param>
    /// <param name="vectors">By what the definitions are compared.</param>
    public static WordJudgement? Of(IReadOnlyList<Sense> senses, Conflict? known, DefinitionVectors vectors)
    {
        var byOrganisation = senses.Select((sense, index) => (sense, index)).GroupBy(s => s.sense.Organisation)
            .Select(group => group.Select(s => s.index).ToArray()).ToArray();
        if (byOrganisation.Length < 2)
            return null;
        var readings = new DefinitionReading?[senses.Count];
        var judged = new JudgedBefore(known, senses, vectors.Version);
        var pairs = new List<ConflictPair>();
        for (var i = 0; i < byOrganisation.Length; i++)
        {
            for (var j = i + 1; j < byOrganisation.Length; j++)
            {
                if (!judged.TryAdd(byOrganisation[i], byOrganisation[j], pairs))
                    BestPairs(Read(byOrganisation[i]), Read(byOrganisation[j]), byOrganisation[i], byOrganisation[j], pairs);
            }
        }

        pairs.Sort((x, y) => (-x.Comparison.Conflict, x.A, x.B).CompareTo((-y.Comparison.Conflict, y.A, y.B)));
        return new(pairs[0].Comparison.Conflict, [.. senses], [.. pairs.Select((pair, place) => pair.Kept(place))], vectors.Version);

        DefinitionReading[] Read(int[] indexes)
        {
            var read = new DefinitionReading[indexes.Length];
            for (var k = 0; k < indexes.Length; k++)
            {
                var sense = senses[indexes[k]];
                read[k] = readings[indexes[k]] ??= vectors.Read(sense.Term, sense.Definition, sense.Language.Value);
            }

            return read;
        }
    }

    static void BestPairs(DefinitionReading[] leftReadings, DefinitionReading[] rightReadings, int[] left, int[] right, List<ConflictPair> pairs)
    {
        var matrix = MeaningComparer.Compare(leftReadings, rightReadings);

        // Each sense of the side with fewer senses is held against the one of the other side that is most likely its partner.
        if (left.Length <= right.Length)
        {
            for (var i = 0; i < left.Length; i++)
            {
                var best = Enumerable.Range(0, right.Length).MinBy(j => Fit(matrix[i, j], j));
                pairs.Add(new(left[i], right[best], matrix.Conclude(i, best)));
            }
        }
        else
        {
            for (var j = 0; j < right.Length; j++)
            {
                var best = Enumerable.Range(0, left.Length).MinBy(i => Fit(matrix[i, j], i));
                pairs.Add(new(left[best], right[j], matrix.Conclude(best, j)));
            }
        }
    }

    // The partner is the sense that says most of the same; of two that say much, the one that is misread less.
    static (double, int) Fit(Comparison comparison, int place) =>
        (-Math.Round(comparison.Similarity * (1 - comparison.Probabilities.None) * (1 - (comparison.Conflict / 2)), 3), place);
}
