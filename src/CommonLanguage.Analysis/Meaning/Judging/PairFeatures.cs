using System.Numerics;
using System.Runtime.CompilerServices;
using CommonLanguage.Analysis.Meaning.Parts;
using CommonLanguage.Analysis.Meaning.Words;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// What is measured of two definitions side by side. The first features do not depend on the order of the two; the others come in
/// twos, one of each side, so that swapping the definitions swaps them: see <see cref="Mirror"/>. Missing is NaN.
/// </summary>
static class PairFeatures
{
    static readonly string[] Both =
    [
        "cosine", "lexical cosine", "jaccard", "aligned", "least covered", "most covered", "triples", "best parts", "mean parts",
        "genus", "first genus", "genus inside", "longest run", "opposites", "fewer words", "more words", "length ratio", "bare",
        "least strong", "most strong", "shared", "least left", "most left", "lexical least", "lexical most", "aligned squared", "cosine of the rest", "first parts", "first part least there", "first part most there",
    ];

    static readonly string[] Sides =
    [
        "covered", "lexically covered", "left", "words", "genus there", "best three", "parts", "sentences", "stops", "well covered",
        "triples covered", "heaviest left", "left topic", "weight",
    ];

    /// <summary>Names, in order.</summary>
    public static readonly string[] Names = [.. Both, .. Sides.SelectMany(name => new[] { name + " a", name + " b" })];

    /// <summary>Features that do not depend on the order.</summary>
    public static int Symmetric => Both.Length;

    public const int Cosine = 0;
    public const int LexicalCosine = 1;
    public const int Aligned = 3;
    public const int Triples = 6;
    public const int BestParts = 7;

    /// <summary>The features of b and a from those of a and b.</summary>
    public static void Mirror(ReadOnlySpan<float> features, Span<float> mirrored, int symmetric)
    {
        features.CopyTo(mirrored);
        for (var i = symmetric; i < features.Length; i += 2)
            (mirrored[i], mirrored[i + 1]) = (features[i + 1], features[i]);
    }

    /// <summary>Measures two readings.</summary>
    [SkipLocalsInit]
    public static void Fill(ReadParts a, ReadParts b, Span<float> f) => Fill(a, b, Alignment.Of(a, b, stackalloc float[Alignment.Room]), f);

    /// <summary>Measures two readings whose words are aligned; a cosine from outside takes the place of that of the word vectors, NaN = there is none.</summary>
    public static void Fill(ReadParts a, ReadParts b, in Alignment alignment, Span<float> f, float outside = float.NaN)
    {
        var vectors = a.HasVectors && b.HasVectors;
        var sideA = Side.Of(a, alignment.A);
        var sideB = Side.Of(b, alignment.B);
        var lexical = Lexical(a, b);

        f[0] = !vectors ? float.NaN : float.IsNaN(outside) ? UnitVector.Dot(a.Vector, b.Vector) : outside;
        f[1] = lexical;
        f[2] = Ratio(sideA.Shared + sideB.Shared, a.Weight + b.Weight - ((sideA.Shared + sideB.Shared) / 2)) / 2;
        f[3] = Harmonic(sideA.Covered, sideB.Covered);
        f[4] = Math.Min(sideA.Covered, sideB.Covered);
        f[5] = Math.Max(sideA.Covered, sideB.Covered);
        var common = CommonTriples(a, b);
        f[6] = Ratio(2 * common, a.TripleCount + b.TripleCount);
        (f[7], f[8]) = vectors ? PartSimilarity(a, b, f[0]) : (float.NaN, float.NaN);
        f[9] = GenusSimilarity(a, b);
        f[10] = a.Genus >= 0 && b.Genus >= 0 ? Alignment.Similarity(a.Words[a.Genus], b.Words[b.Genus]) : float.NaN;
        f[11] = Math.Max(sideA.GenusThere, sideB.GenusThere);
        f[12] = Ratio(LongestRun(a.Sequence, b.Sequence), Math.Min(a.Sequence.Length, b.Sequence.Length));
        f[13] = alignment.Opposites;
        f[14] = Math.Min(a.Words.Length, b.Words.Length);
        f[15] = Math.Max(a.Words.Length, b.Words.Length);
        f[16] = Ratio(f[14], f[15]);
        f[17] = (a.IsBare ? 1 : 0) + (b.IsBare ? 1 : 0);
        f[18] = Math.Min(sideA.Strong, sideB.Strong);
        f[19] = Math.Max(sideA.Strong, sideB.Strong);
        f[20] = (sideA.SharedCount + sideB.SharedCount) / 2;
        f[21] = Math.Min(sideA.Left, sideB.Left);
        f[22] = Math.Max(sideA.Left, sideB.Left);
        f[23] = Math.Min(Ratio(sideA.Shared, a.Weight), Ratio(sideB.Shared, b.Weight));
        f[24] = Math.Max(Ratio(sideA.Shared, a.Weight), Ratio(sideB.Shared, b.Weight));
        f[25] = Harmonic(sideA.Squared, sideB.Squared);
        f[26] = (sideA.LeftTopic + sideB.LeftTopic) / 2;

        (f[27], f[28], f[29]) = vectors ? FirstParts(a, b, f[0]) : (float.NaN, float.NaN, float.NaN);

        var at = Symmetric;
        Put(f, ref at, sideA.Covered, sideB.Covered);
        Put(f, ref at, Ratio(sideA.Shared, a.Weight), Ratio(sideB.Shared, b.Weight));
        Put(f, ref at, sideA.Left, sideB.Left);
        Put(f, ref at, a.Words.Length, b.Words.Length);
        Put(f, ref at, sideA.GenusThere, sideB.GenusThere);
        Put(f, ref at, sideA.BestThree, sideB.BestThree);
        Put(f, ref at, a.PartCount, b.PartCount);
        Put(f, ref at, a.Sentences, b.Sentences);
        Put(f, ref at, a.Stops, b.Stops);
        Put(f, ref at, sideA.Strong, sideB.Strong);
        Put(f, ref at, Ratio(common, a.TripleCount), Ratio(common, b.TripleCount));
        Put(f, ref at, sideA.HeaviestLeft, sideB.HeaviestLeft);
        Put(f, ref at, sideA.LeftTopic, sideB.LeftTopic);
        Put(f, ref at, a.Weight, b.Weight);
    }

    static void Put(Span<float> f, ref int at, float a, float b) => (f[at++], f[at++]) = (a, b);

    static float Ratio(float part, float whole) => whole > 0 ? part / whole : 0;

    static float Harmonic(float a, float b) => a + b > 0 ? 2 * a * b / (a + b) : 0;

    static float Lexical(ReadParts a, ReadParts b)
    {
        // Whole numbers add up the same in each order: swapping the sides must change nothing.
        long ab = 0;
        float aa = 0, bb = 0;
        foreach (ref readonly var x in a.Words.AsSpan())
        {
            aa += x.Weight * x.Weight;
            foreach (ref readonly var y in b.Words.AsSpan())
                ab += x.Key == y.Key ? (long)(x.Weight * y.Weight * (1 << 20)) : 0;
        }

        foreach (ref readonly var y in b.Words.AsSpan())
            bb += y.Weight * y.Weight;
        return aa > 0 && bb > 0 ? ab / (MathF.Sqrt(aa * bb) * (1 << 20)) : 0;
    }

    static float CommonTriples(ReadParts a, ReadParts b)
    {
        var common = 0;
        for (var i = 0; i < a.Triples.Length; i++)
            common += BitOperations.PopCount(a.Triples[i] & b.Triples[i]);
        return common;
    }

    static (float Best, float Mean) PartSimilarity(ReadParts a, ReadParts b, float whole)
    {
        if (a.PartVectors.Length == 0 && b.PartVectors.Length == 0)
            return (whole, whole);
        ReadOnlySpan<float[]> left = a.PartVectors.Length > 0 ? a.PartVectors : [a.Vector];
        ReadOnlySpan<float[]> right = b.PartVectors.Length > 0 ? b.PartVectors : [b.Vector];
        float best = -1, sumA = 0, sumB = 0;
        foreach (var x in left)
        {
            var most = -1f;
            foreach (var y in right)
                most = Math.Max(most, UnitVector.Dot(x, y));
            best = Math.Max(best, most);
            sumA += most;
        }

        foreach (var y in right)
        {
            var most = -1f;
            foreach (var x in left)
                most = Math.Max(most, UnitVector.Dot(x, y));
            sumB += most;
        }

        return (best, ((sumA / left.Length) + (sumB / right.Length)) / 2);
    }

    /// <summary>The first parts, which mostly say what a thing is: with each other, and with the best part of the other side.</summary>
    static (float Both, float Least, float Most) FirstParts(ReadParts a, ReadParts b, float whole)
    {
        if (a.PartVectors.Length == 0 && b.PartVectors.Length == 0)
            return (whole, whole, whole);
        ReadOnlySpan<float[]> left = a.PartVectors.Length > 0 ? a.PartVectors : [a.Vector];
        ReadOnlySpan<float[]> right = b.PartVectors.Length > 0 ? b.PartVectors : [b.Vector];
        float both = UnitVector.Dot(left[0], right[0]), there = both, back = both;
        foreach (var y in right[1..])
            there = Math.Max(there, UnitVector.Dot(left[0], y));
        foreach (var x in left[1..])
            back = Math.Max(back, UnitVector.Dot(x, right[0]));
        return (both, Math.Min(there, back), Math.Max(there, back));
    }

    static float GenusSimilarity(ReadParts a, ReadParts b)
    {
        var best = float.NaN;
        foreach (var x in (ReadOnlySpan<int>)[a.Genus, a.SecondGenus])
        {
            foreach (var y in (ReadOnlySpan<int>)[b.Genus, b.SecondGenus])
            {
                if (x >= 0 && y >= 0)
                    best = float.IsNaN(best) ? Alignment.Similarity(a.Words[x], b.Words[y]) : Math.Max(best, Alignment.Similarity(a.Words[x], b.Words[y]));
            }
        }

        return best;
    }

    static int LongestRun(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        Span<byte> runs = stackalloc byte[b.Length + 1];
        runs.Clear();
        var longest = 0;
        foreach (var key in a)
        {
            byte diagonal = 0;
            for (var j = 0; j < b.Length; j++)
            {
                var above = runs[j + 1];
                runs[j + 1] = key == b[j] ? (byte)(diagonal + 1) : (byte)0;
                longest = Math.Max(longest, runs[j + 1]);
                diagonal = above;
            }
        }

        return longest;
    }
}
