using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CommonLanguage.Analysis.Meaning.Words;

/// <summary>
/// The English words with their vectors, made by CommonLanguage.Training (docs/model-card.md), read in place from the assembly's own
/// pages: opening it costs a few microseconds, and only the pages that are touched become resident. Immutable and thread-safe.
/// </summary>
sealed unsafe class WordTable
{
    /// <summary>"CLW1", little-endian.</summary>
    public const int Magic = 0x31574C43;

    readonly int mask;
    readonly int* slots;
    readonly int* keyStarts;
    readonly char* keyCharacters;
    readonly int* keyWords;
    readonly float* weights;
    readonly int* families;
    readonly float* units;
    readonly float* scales;
    readonly sbyte* vectors;
    readonly long* antonyms;
    readonly int antonymCount;
    readonly byte* senses;

    WordTable(byte* start)
    {
        var head = (int*)start;
        if (head[0] != Magic)
            throw new InvalidDataException("The word table of this assembly is damaged: build it anew.");
        (Count, Width) = (head[1], head[2]);
        var keys = head[3];
        mask = head[4] - 1;
        var characters = head[5];
        antonymCount = head[6];
        var at = start + 32;
        slots = (int*)Take(ref at, 4L * (mask + 1));
        keyStarts = (int*)Take(ref at, 4L * (keys + 1));
        keyWords = (int*)Take(ref at, 4L * keys);
        weights = (float*)Take(ref at, 4L * Count);
        families = (int*)Take(ref at, 4L * Count);
        units = (float*)Take(ref at, 4L * Count);
        scales = (float*)Take(ref at, 4L * Count);
        keyCharacters = (char*)Take(ref at, 2L * characters);
        antonyms = (long*)Take(ref at, 8L * antonymCount);
        senses = Take(ref at, Count);
        vectors = (sbyte*)Take(ref at, (long)Count * Width);
    }

    /// <summary>The table of this assembly.</summary>
    public static WordTable English { get; } = Open();

    /// <summary>How many words have a vector.</summary>
    public int Count { get; }

    /// <summary>Dimensions of a vector; a multiple of 32.</summary>
    public int Width { get; }

    /// <summary>The hash of a folded word: FNV-1a (Fowler, Noll, Vo) over its UTF-16 units.</summary>
    public static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }

    /// <summary>The word of a folded form, its endings taken off where that is needed; -1 when it is not known.</summary>
    [SkipLocalsInit]
    public int Find(ReadOnlySpan<char> form)
    {
        if (FindExactly(form) is >= 0 and var known)
            return known;
        Span<char> candidate = stackalloc char[WordFold.MaxLength + 4];
        for (var rule = 0; rule < Inflection.Rules; rule++)
        {
            if (Inflection.Apply(rule, form, candidate) is > 1 and var length && FindExactly(candidate[..length]) is >= 0 and var word)
                return word;
        }

        return -1;
    }

    /// <summary>The word of a folded form as it stands; -1 when it is not known.</summary>
    public int FindExactly(ReadOnlySpan<char> form)
    {
        for (var slot = (int)(Hash(form) & (uint)mask); slots[slot] > 0; slot = (slot + 1) & mask)
        {
            var key = slots[slot] - 1;
            if (new ReadOnlySpan<char>(keyCharacters + keyStarts[key], keyStarts[key + 1] - keyStarts[key]).SequenceEqual(form))
                return keyWords[key];
        }

        return -1;
    }

    /// <summary>0..1: how much a word tells, a / (a + p) with its frequency p among texts (Arora et al. 2017).</summary>
    public float Weight(int word) => weights[word];

    /// <summary>The number shared by words of one derivation ("encrypt", "encryption").</summary>
    public int Family(int word) => families[word];

    /// <summary>How many meanings WordNet holds for a word; 0 when none.</summary>
    public int Senses(int word) => senses[word];

    /// <summary>Cosine of two words' vectors.</summary>
    public float Cosine(int a, int b) => ByteVector.Dot(vectors + ((long)a * Width), vectors + ((long)b * Width), Width) * (units[a] * units[b]);

    /// <summary>Adds a word's vector to the sum that stands for a text.</summary>
    public void Add(int word, float weight, Span<float> sum)
    {
        var vector = vectors + ((long)word * Width);
        var factor = Vector256.Create(weight * scales[word]);
        var sums = MemoryMarshal.Cast<float, Vector256<float>>(sum);
        // Multiplied, then added, as every machine does it: one rounding less would be another sum.
        for (var i = 0; i < sums.Length; i++, vector += 8)
            sums[i] += factor * Vector256.ConvertToSingle(Widened(vector));
    }

    /// <summary>Whether WordNet holds two words for opposites.</summary>
    public bool AreOpposites(int a, int b)
    {
        var pair = ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);
        return new ReadOnlySpan<long>(antonyms, antonymCount).BinarySearch(pair) >= 0;
    }

    static Vector256<int> Widened(sbyte* eight)
    {
        if (Avx2.IsSupported)
            return Avx2.ConvertToVector256Int32(eight);
        var low = Vector128.WidenLower(Vector64.Load(eight).ToVector128());
        return Vector256.Create(Vector128.WidenLower(low), Vector128.WidenUpper(low));
    }

    static byte* Take(ref byte* at, long bytes)
    {
        var taken = at;
        at += (bytes + 31) & ~31;
        return taken;
    }

    static WordTable Open()
    {
        // The runtimes map resources read-only for the life of the process: the pointer stays good.
        var stream = (UnmanagedMemoryStream)Assembly.GetExecutingAssembly().GetManifestResourceStream("english.words")!;
        return new(stream.PositionPointer);
    }
}
