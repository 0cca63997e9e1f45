using CommonLanguage.Analysis.Meaning.Words;
using CommonLanguage.Training.WordNet;

namespace CommonLanguage.Training.Vectors;

/// <summary>Which words belong together: those of one derivation, and those that are opposites.</summary>
static class Families
{
    /// <summary>A number for each word, the same for words that WordNet derives from each other and that begin alike.</summary>
    public static int[] Of(Vocabulary vocabulary, Lexicon lexicon)
    {
        var heads = Enumerable.Range(0, vocabulary.Words.Length).ToArray();
        foreach (var synset in lexicon.Synsets)
        {
            foreach (var (sign, target, from, to) in synset.Links)
            {
                if (sign is "+" or "\\" or "<" && from > 0 && to > 0)
                    Join(vocabulary, heads, synset.Words[from - 1], lexicon.Synsets[target].Words[to - 1]);
            }

            // Spellings: "organisation", "organization".
            for (var i = 1; i < synset.Words.Length; i++)
            {
                if (synset.Words[i].Length == synset.Words[0].Length && synset.Words[i].Zip(synset.Words[0], (x, y) => x == y ? 0 : 1).Sum() == 1)
                    Join(vocabulary, heads, synset.Words[0], synset.Words[i]);
            }
        }

        Span<char> candidate = stackalloc char[WordFold.MaxLength + 4];
        foreach (var word in vocabulary.Words)
        {
            for (var rule = 0; rule < Inflection.Rules; rule++)
            {
                if (Inflection.Apply(rule, word, candidate) is > 2 and var length)
                    Join(vocabulary, heads, word, candidate[..length].ToString());
            }
        }

        for (var i = 0; i < heads.Length; i++)
            heads[i] = Head(heads, i);
        return heads;
    }

    /// <summary>Antonyms, the lesser word in the upper half, in order.</summary>
    public static long[] Opposites(Vocabulary vocabulary, Lexicon lexicon)
    {
        var pairs = new SortedSet<long>();
        foreach (var synset in lexicon.Synsets)
        {
            foreach (var (sign, target, from, to) in synset.Links)
            {
                if (sign is not "!" || from == 0 || to == 0)
                    continue;
                var (a, b) = (vocabulary.Find(synset.Words[from - 1]), vocabulary.Find(lexicon.Synsets[target].Words[to - 1]));
                if (a >= 0 && b >= 0 && a != b)
                    _ = pairs.Add(((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b));
            }
        }

        return [.. pairs];
    }

    static void Join(Vocabulary vocabulary, int[] heads, string a, string b)
    {
        var shared = a.AsSpan().CommonPrefixLength(b);
        if (shared < 3 || shared * 2 < Math.Max(a.Length, b.Length) || vocabulary.Place(a) is not { } x || vocabulary.Place(b) is not { } y)
            return;
        var (p, q) = (Head(heads, x), Head(heads, y));
        heads[Math.Max(p, q)] = Math.Min(p, q);
    }

    static int Head(int[] heads, int word)
    {
        while (heads[word] != word)
            word = heads[word];
        return word;
    }
}
