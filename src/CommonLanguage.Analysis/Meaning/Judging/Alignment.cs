using System.Runtime.CompilerServices;
using CommonLanguage.Analysis.Meaning.Parts;
using CommonLanguage.Analysis.Meaning.Words;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// Soft alignment of content words: each word of one side with the nearest of the other (after Sultan et al. 2014, with vectors in place
/// of a paraphrase table). Stands in a buffer that is given.
/// </summary>
readonly ref struct Alignment
{
    Alignment(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int opposites)
    {
        A = a;
        B = b;
        Opposites = opposites;
    }

    /// <summary>How near the nearest word of the second side is, for each word of the first.</summary>
    public ReadOnlySpan<float> A { get; }

    /// <summary>How near the nearest word of the first side is, for each word of the second.</summary>
    public ReadOnlySpan<float> B { get; }

    /// <summary>How many nearest words, seen from both sides, are opposites.</summary>
    public int Opposites { get; }

    /// <summary>How much room the alignment of two readings takes at most.</summary>
    public const int Room = 2 * ReadParts.MaxWords;

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

    /// <summary>Aligns two readings in a buffer of at least as many places as they have words together.</summary>
    [SkipLocalsInit]
    public static Alignment Of(ReadParts a, ReadParts b, Span<float> buffer)
    {
        var bestA = buffer[..a.Words.Length];
        var bestB = buffer.Slice(a.Words.Length, b.Words.Length);
        bestA.Clear();
        bestB.Clear();
        Span<int> matchA = stackalloc int[ReadParts.MaxWords];
        Span<int> matchB = stackalloc int[ReadParts.MaxWords];
        MatchEqual(a, b, bestA, bestB);
        for (var i = 0; i < bestA.Length; i++)
        {
            ref readonly var x = ref a.Words[i];
            for (var j = 0; j < bestB.Length; j++)
            {
                // Nothing is nearer than the word itself.
                if (bestA[i] == 1 && bestB[j] == 1)
                    continue;
                var similarity = Similarity(x, b.Words[j]);
                if (similarity > bestA[i])
                    (bestA[i], matchA[i]) = (similarity, j);
                if (similarity > bestB[j])
                    (bestB[j], matchB[j]) = (similarity, i);
            }
        }

        return new(bestA, bestB, CountOpposites(a, b, bestA, matchA) + CountOpposites(b, a, bestB, matchB));
    }

    // Each word stands once in a side, so it has one equal at most.
    static void MatchEqual(ReadParts a, ReadParts b, Span<float> bestA, Span<float> bestB)
    {
        for (var i = 0; i < bestA.Length; i++)
        {
            var key = a.Words[i].Key;
            for (var j = 0; j < bestB.Length; j++)
            {
                if (b.Words[j].Key == key)
                    bestA[i] = bestB[j] = 1;
            }
        }
    }

    static int CountOpposites(ReadParts side, ReadParts other, ReadOnlySpan<float> best, ReadOnlySpan<int> match)
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
