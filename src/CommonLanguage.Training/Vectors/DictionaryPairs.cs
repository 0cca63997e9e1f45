using CommonLanguage.Training.WordNet;

namespace CommonLanguage.Training.Vectors;

/// <summary>Pairs of texts with one meaning: a definition and the words it defines, a definition and its kind, two definitions of one term.</summary>
static class DictionaryPairs
{
    public static List<(int[] A, int[] B)> Read(Lexicon lexicon, Vocabulary vocabulary, string data)
    {
        var pairs = new List<(int[], int[])>();
        foreach (var synset in lexicon.Synsets)
        {
            var definition = Known(synset.Definition);
            Add(definition, Names(synset));
            foreach (var (sign, target, _, _) in synset.Links)
            {
                // Every second kind or similar adjective: they are a looser match than the words themselves.
                if (sign is "@" or "&" && pairs.Count % 2 == 0)
                    Add(definition, Names(lexicon.Synsets[target]));
            }
        }

        foreach (var (a, b) in Corpus.SameTerms(data))
            Add(Known(a), Known(b));
        return pairs;

        void Add(int[] a, int[] b)
        {
            if (a.Length > 0 && b.Length > 0)
                pairs.Add((a, b));
        }

        int[] Names(Synset synset) => [.. synset.Words.SelectMany(word => Known(word.Replace('_', ' ')))];

        int[] Known(string text) => [.. vocabulary.Read(text).Where(word => word >= 0)];
    }
}
