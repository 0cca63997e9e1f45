using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Training.Judging;

/// <summary>All senses of one word in two dictionaries, with the relations that people gave.</summary>
/// <param name="Name">Headword and part of speech.</param>
/// <param name="A">Senses of the first side.</param>
/// <param name="B">Senses of the second.</param>
/// <param name="Labels">Class of each pair, row by row; -1 where nobody said.</param>
sealed record LabelledGroup(string Name, DefinitionReading[] A, DefinitionReading[] B, int[] Labels)
{
    static readonly string[] Relations = ["exact", "broader", "narrower", "related", "none"];

    /// <summary>The class of a relation by its name; -1 for none of them.</summary>
    public static int ClassOf(string? relation) => Array.IndexOf(Relations, relation);

    /// <summary>Brings pairs with a relation together by their groups; pairs without a group stand alone.</summary>
    public static List<LabelledGroup> Of(IEnumerable<JudgedPair> judged)
    {
        var groups = new List<LabelledGroup>();
        foreach (var group in judged.Where(pair => pair.Relation >= 0).GroupBy(pair => pair.Group, StringComparer.Ordinal))
        {
            var pairs = group.ToArray();
            var (a, b) = (Distinct(pairs.Select(pair => pair.A)), Distinct(pairs.Select(pair => pair.B)));
            var labels = Enumerable.Repeat(-1, a.Count * b.Count).ToArray();
            foreach (var pair in pairs)
                labels[(a[pair.A.Definition].Place * b.Count) + b[pair.B.Definition].Place] = pair.Relation;
            groups.Add(new(group.Key, [.. a.Values.Select(sense => sense.Reading)], [.. b.Values.Select(sense => sense.Reading)], labels));
        }

        return groups;
    }

    /// <summary>Readings by their text, each with its place.</summary>
    static OrderedDictionary<string, (int Place, DefinitionReading Reading)> Distinct(IEnumerable<DefinitionReading> readings)
    {
        var distinct = new OrderedDictionary<string, (int, DefinitionReading)>(StringComparer.Ordinal);
        foreach (var reading in readings)
            _ = distinct.TryAdd(reading.Definition, (distinct.Count, reading));
        return distinct;
    }
}
