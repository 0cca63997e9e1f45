using System.Collections.Concurrent;
using System.Text.Json;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Analysis.Meaning.Aligning;
using CommonLanguage.Encoder;
using CommonLanguage.Training.Judging;

namespace CommonLanguage.Training.Aligning;

/// <summary>Reads labelled pairs and written triples for a head; each text is encoded once.</summary>
sealed class HeadExamples(DefinitionEncoder encoder)
{
    readonly ConcurrentDictionary<string, EncodedText> encoded = new(StringComparer.Ordinal);

    /// <summary>All labelled pairs: of real glossaries, written to differ in a detail, and of triples.</summary>
    /// <param name="data">Folder with the labelled pairs and the glossaries.</param>
    public static List<JudgedPair> Pairs(string data)
    {
        var labels = Path.Combine(AppContext.BaseDirectory, "Labels");
        return
        [
            .. JudgedPair.Read(Path.Combine(data, "meaning", "gold_pairs.jsonl"), Path.Combine(data, "meaning", "gold_labels.jsonl")),
            .. JudgedPair.Read(Path.Combine(data, "meaning", "real_pairs_2.jsonl")),
            .. JudgedPair.Read(Path.Combine(labels, "glossary-pairs.jsonl")),
            .. JudgedPair.ReadDigests(Path.Combine(labels, "glossary-pairs-by-digest.jsonl"), data),
            .. JudgedPair.Read(Path.Combine(data, "meaning", "detail_pairs.jsonl")),
            .. JudgedPair.Read(Path.Combine(labels, "detail-pairs.jsonl")),
            .. Triples(Path.Combine(labels, "triples.jsonl")),
        ];
    }

    /// <summary>The examples that some pairs make: real pairs say how grave a difference is, written ones whether there is one.</summary>
    public IEnumerable<HeadExample> Of(IEnumerable<JudgedPair> pairs) => pairs.Select(pair =>
    {
        var written = ScoreTrainer.IsDetail(pair) || IsTriple(pair);
        return new HeadExample(
            Read(pair.A.Definition), Read(pair.B.Definition), written ? -1 : pair.Conflict, written ? Math.Min(1, pair.Conflict) : -1, ClassOf(pair.Relation), pair.Term, 1);
    });

    /// <summary>Whether a pair is of a written triple.</summary>
    public static bool IsTriple(JudgedPair pair) => pair.Source == "triples";

    /// <summary>A text as the encoder reads it.</summary>
    public EncodedText Read(string text) => encoded.GetOrAdd(text, encoder.Read);

    // Three pairs of each triple: the paraphrase says the same as the statement, the changed text says the same as neither.
    static IEnumerable<JudgedPair> Triples(string path)
    {
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            var (statement, same, changed, term) = (Text("a"), Text("same"), Text("changed"), Text("term"));
            yield return Pair(statement, same, 0, 0);
            yield return Pair(statement, changed, 2, -1);
            yield return Pair(same, changed, 2, -1);

            string Text(string name) => document.RootElement.GetProperty(name).GetString()!;

            JudgedPair Pair(string a, string b, int conflict, int relation) =>
                new("triples", "", term, DefinitionReading.Of(term, a, "en"), DefinitionReading.Of(term, b, "en"), conflict, relation, float.NaN);
        }
    }

    // The judges number relations exact, broader, narrower, related, none; a head none, exact, broader, narrower, related.
    static int ClassOf(int relation) => relation < 0 ? -1 : (relation + 1) % 5;
}
