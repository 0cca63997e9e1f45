using CommonLanguage.Analysis.Meaning.Judging;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Training.Judging;

/// <summary>Trains all judges from the labelled files of a folder, those that this project keeps (Labels), and the glossaries.</summary>
static class JudgesTrainer
{
    public static Judges Train(string data, string work)
    {
        var folder = Path.Combine(data, "meaning");
        var senses = JudgedPair.Read(Path.Combine(folder, "mwsa_english_nuig_train.jsonl"));
        var english = LabelledGroup.Of(senses);
        Console.WriteLine($"{english.Count} English words");
        var judge = RelationTrainer.Train(english);
        var others = Others(folder);
        Console.WriteLine($"{others.Count} words of other languages");
        var plain = RelationTrainer.Train(others);
        Console.WriteLine("scores of similarity and conflict");
        var pairs = ConflictPairs(folder);
        var rows = pairs.Select(pair => ScoreTrainer.Features(judge, pair)).ToArray();
        var unlabelled = UnlabelledPairs.Read(data, work, pairs.Where(pair => pair.Source == "gold_pairs"));
        Console.WriteLine($"{unlabelled.Count} pairs without a label");
        var unlabelledRows = unlabelled.Select(pair => ScoreTrainer.Features(judge, pair)).ToArray();
        return new(
            judge,
            plain,
            ScoreTrainer.Lone([.. pairs.Select(ScoreTrainer.PairFeaturesOf)], rows, pairs),
            ScoreTrainer.Similarity([.. unlabelledRows, .. ScoreTrainer.SenseFeatures(senses)], [.. unlabelled, .. senses]),
            ScoreTrainer.Conflict(ScoreTrainer.Likeness(unlabelledRows, [.. unlabelled.Select(pair => pair.Similarity)]), rows, pairs));
    }

    /// <summary>Groups of languages without vectors; English ones too, read as such a language.</summary>
    public static List<LabelledGroup> Others(string folder) =>
    [
        .. LabelledGroup.Of(JudgedPair.Read(Path.Combine(folder, "mwsa_spanish_train.jsonl"))),
        .. LabelledGroup.Of(JudgedPair.Read(Path.Combine(folder, "mwsa_italian_train.jsonl"))),
        .. LabelledGroup.Of(JudgedPair.Read(Path.Combine(folder, "mwsa_english_nuig_train.jsonl")).Select(WithoutVectors)),
    ];

    /// <summary>Pairs whose conflict was judged.</summary>
    public static List<JudgedPair> ConflictPairs(string folder) =>
    [
        .. JudgedPair.Read(Path.Combine(folder, "gold_pairs.jsonl"), Path.Combine(folder, "gold_labels.jsonl")),
        .. JudgedPair.Read(Path.Combine(folder, "real_pairs_2.jsonl")),
        .. JudgedPair.Read(Path.Combine(folder, "detail_pairs.jsonl")),
        .. JudgedPair.Read(Path.Combine(AppContext.BaseDirectory, "Labels", "glossary-pairs.jsonl")),
        .. JudgedPair.ReadDigests(Path.Combine(AppContext.BaseDirectory, "Labels", "glossary-pairs-by-digest.jsonl"), Path.Combine(folder, "..")),
        .. JudgedPair.Read(Path.Combine(AppContext.BaseDirectory, "Labels", "detail-pairs.jsonl")),
    ];

    static JudgedPair WithoutVectors(JudgedPair pair) => pair with
    {
        A = DefinitionReading.Of(pair.Term, pair.A.Definition, "und"),
        B = DefinitionReading.Of(pair.Term, pair.B.Definition, "und"),
    };
}
