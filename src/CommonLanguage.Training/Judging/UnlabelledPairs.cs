using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Training.Vectors;

namespace CommonLanguage.Training.Judging;

/// <summary>
/// Pairs of glossaries' definitions, as alike as the sentence encoder finds them: of one term, of two terms taken at random, and of two
/// terms with much in common. No label is looked at; terms of the pairs that the judges are measured on are left out, so that nothing is learnt of those.
/// </summary>
static class UnlabelledPairs
{
    const int PairsOfATerm = 2;
    const int Candidates = 200;

    public static List<JudgedPair> Read(string data, string work, IEnumerable<JudgedPair> measured)
    {
        var taken = measured.Select(pair => pair.Term).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var entries = Corpus.Entries(data).Where(entry => entry.Definition.Length >= 15 && !taken.Contains(entry.Term)).Distinct().ToArray();
        string[] texts = [.. entries.Select(entry => TextEncoder.Line(entry.Definition)).Distinct(StringComparer.Ordinal)];
        var said = texts.Zip(TextEncoder.Embed(work, "definitions", texts).Chunk(TextEncoder.Width)).ToDictionary(StringComparer.Ordinal);
        foreach (var vector in said.Values)
            _ = Floats.Normalise(vector);
        var vectors = Array.ConvertAll(entries, entry => said[TextEncoder.Line(entry.Definition)]);
        var random = new Random(5);
        var pairs = new List<JudgedPair>();
        foreach (var term in Enumerable.Range(0, entries.Length).GroupBy(i => entries[i].Term, StringComparer.OrdinalIgnoreCase).OrderBy(term => term.Key, StringComparer.Ordinal))
        {
            var senses = term.ToArray();
            var both = senses.SelectMany((a, i) => senses[(i + 1)..].Select(b => (A: a, B: b))).ToArray();
            random.Shuffle(both);
            foreach (var (a, b) in both.Take(PairsOfATerm))
            {
                Add(a, b);
                var others = Enumerable.Range(0, Candidates).Select(_ => random.Next(entries.Length)).Where(i => !string.Equals(entries[i].Term, term.Key, StringComparison.OrdinalIgnoreCase)).ToArray();
                Add(a, others[0]);
                Add(a, others.MaxBy(i => Cosine(a, i)));
            }
        }

        return pairs;

        void Add(int a, int b) => pairs.Add(new("unlabelled", "", entries[a].Term, Read(a), Read(b), -1, -1, Math.Clamp(Cosine(a, b), 0, 1)));

        DefinitionReading Read(int i) => DefinitionReading.Of(entries[i].Term, entries[i].Definition, "en");

        float Cosine(int a, int b) => Floats.Dot(vectors[a], vectors[b]);
    }
}
