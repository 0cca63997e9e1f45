using System.Globalization;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Encoder;
using CsvHelper;

namespace CommonLanguage.Tests.Conflicts;

/// <summary>No answer contradicts itself: over all pairs of definitions of one word that the sample's glossaries have.</summary>
public sealed class AgreementTests
{
    const int PairsOfAWord = 12;
    const int PairsForBothStages = 300;

    [Fact]
    public void The_relation_the_kind_and_the_conflict_of_the_first_stage_agree() => Assert.All(Pairs(), pair => Agrees(pair.A, pair.B));

    [Fact]
    public void Those_of_both_stages_agree() =>
        Assert.All(Pairs().Take(PairsForBothStages), pair => Agrees(pair.A.With(ShippedStage.Open()), pair.B.With(ShippedStage.Open())));

    static void Agrees(DefinitionReading a, DefinitionReading b)
    {
        var comparison = MeaningComparer.Compare(a, b);
        var p = comparison.Probabilities;
        var said = comparison.Relation switch { Relation.Exact => p.Exact, Relation.Broader => p.Broader, Relation.Narrower => p.Narrower, Relation.Related => p.Related, _ => p.None };
        Assert.Equal(new[] { p.Exact, p.Broader, p.Narrower, p.Related, p.None }.Max(), said);
        Assert.Equal(1, p.Exact + p.Broader + p.Narrower + p.Related + p.None, 6);
        Assert.Equal(comparison.Relation == Relation.None, comparison.Kind == ConflictKind.Homonymy);
        if (comparison.Relation == Relation.Exact)
            Assert.Equal((true, ConflictKind.Wording), (comparison.Conflict < MeaningComparer.ConflictThreshold, comparison.Kind));
    }

    static IEnumerable<(DefinitionReading A, DefinitionReading B)> Pairs()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.csv").Order(StringComparer.Ordinal);
        foreach (var word in files.SelectMany(Entries).GroupBy(entry => entry.Term, StringComparer.OrdinalIgnoreCase))
        {
            DefinitionReading[] readings = [.. word.Select(entry => DefinitionReading.Of(entry.Term, entry.Definition, "en"))];
            var pairs = readings.SelectMany((a, i) => readings[(i + 1)..].Select(b => (a, b)));
            foreach (var pair in pairs.Take(PairsOfAWord))
                yield return pair;
        }
    }

    static IEnumerable<(string Term, string Definition)> Entries(string file)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        _ = csv.Read();
        _ = csv.ReadHeader();
        while (csv.Read())
            yield return (csv.GetField("term")!, csv.GetField("definition")!);
    }
}
