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
            var (definition, names) = (Known(synset.Definition), Names(synset));
            if (definition.Length == 0 || names.Length == 0)
                continue;
            pairs.Add((definition, names));
            foreach (var (sign, target, _, _) in synset.Links)
            {
                // Every second kind or similar adjective: they are a looser match than the words themselves.
                if (sign is "@" or "&" && pairs.Count % 2 == 0)
                    pairs.Add((definition, Names(lexicon.Synsets[target])));
            }
        }

        pairs.AddRange(Corpus.SameTerms(data).Select(same => (Known(same.A), Known(same.B))).Where(same => same.Item1.Length > 0 && same.Item2.Length > 0));
        return pairs;

        int[] Names(Synset synset) => [.. synset.Words.SelectMany(word => Known(word.Replace('_', ' ')))];

        int[] Known(string text) => [.. vocabulary.Read(text).Where(word => word >= 0)];
    }
}
