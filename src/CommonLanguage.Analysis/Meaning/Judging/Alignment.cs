using CommonLanguage.Analysis.Meaning.Parts;
using CommonLanguage.Analysis.Meaning.Words;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>Soft alignment of content words: each word of one side with the nearest of the other (after Sultan et al. 2014, with vectors in place of a paraphrase table).</summary>
static class Alignment
{
    /// <summary>From here on two words count as saying the same.</summary>
    public const float Strong = .6f;

    /// <summary>How near two words are: 1 for forms of one word, .95 for one derivation, for one meaning of the lexicon .9, else the cosine of their vectors, at least 0.</summary>
    public static float Similarity(in MeaningWord a, in MeaningWord b)
    {
        if (a.Key == b.Key)
            return 1;
        if (a.Family == b.Family)
            return .95f;
        if (a.Senses.Length > 0 && b.Senses.Length > 0 && a.Senses.AsSpan().ContainsAny(b.Senses))
            return .9f;
        return a.Word >= 0 && b.Word >= 0 ? Math.Clamp(WordTable.English.Cosine(a.Word, b.Word), 0, .95f) : 0;
    }

    /// <summary>Each word's best similarity with a word of the other side; gives how many best matches, seen from both sides, are opposites.</summary>
    public static int Best(ReadParts a, ReadParts b, Span<float> bestA, Span<float> bestB)
    {
        bestA.Clear();
        bestB.Clear();
        Span<int> matchA = stackalloc int[a.Words.Length];
        Span<int> matchB = stackalloc int[b.Words.Length];
        for (var i = 0; i < a.Words.Length; i++)
        {
            ref readonly var x = ref a.Words[i];
            for (var j = 0; j < b.Words.Length; j++)
            {
                var similarity = Similarity(x, b.Words[j]);
                if (similarity > bestA[i])
                    (bestA[i], matchA[i]) = (similarity, j);
                if (similarity > bestB[j])
                    (bestB[j], matchB[j]) = (similarity, i);
            }
        }

        return Opposites(a, b, bestA, matchA) + Opposites(b, a, bestB, matchB);
    }

    static int Opposites(ReadParts side, ReadParts other, ReadOnlySpan<float> best, ReadOnlySpan<int> match)
    {
        var count = 0;
        for (var i = 0; i < best.Length; i++)
        {
            if (best[i] is > .2f and < .95f && WordTable.English.AreOpposites(side.Words[i].Word, other.Words[match[i]].Word))
                count++;
        }

        return count;
    }
}
