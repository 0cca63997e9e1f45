using System.Runtime.InteropServices;

namespace CommonLanguage.Analysis.Meaning.Aligning;

/// <summary>
/// The learnt numbers of an aligning head, in one row. The files keep 16 bits a number, so weights are rounded to that when they are made.
/// </summary>
sealed class HeadWeights
{
    /// <summary>Width of the head.</summary>
    public const int Width = 192;

    /// <summary>Room for the outputs: a multiple of 16.</summary>
    public const int Room = 16;

    /// <summary>How two texts share a piece: padding, only here, somewhere there, in the same order there.</summary>
    public const int Shares = 4;

    const int Pooled = 4 * Width;

    static readonly (string Name, int Length)[] Parts =
    [
        (nameof(Project), EncodedText.Width * Width), (nameof(ProjectBias), Width), (nameof(Align), Width * Width),
        (nameof(Compare), 4 * Width * Width), (nameof(CompareBias), Width), (nameof(Share), Shares * Width),
        (nameof(Mix), 3 * Width * Width), (nameof(MixBias), Width), (nameof(Scale), Width), (nameof(Shift), Width),
        (nameof(Judge), Pooled * Width), (nameof(JudgeBias), Width), (nameof(JudgeOut), Width * Room), (nameof(JudgeOutBias), Room),
        (nameof(Relate), Pooled * Width), (nameof(RelateBias), Width), (nameof(RelateOut), Width * Room), (nameof(RelateOutBias), Room),
    ];

    static readonly int[] Offsets = [.. Parts.Select((_, i) => Parts[..i].Sum(part => part.Length))];

    public HeadWeights(float[] all)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(all.Length, Length);
        All = all;
    }

    /// <summary>How many numbers a head has.</summary>
    public static int Length { get; } = Parts.Sum(part => part.Length);

    /// <summary>All numbers.</summary>
    public float[] All { get; }

    public Span<float> Project => Part(0);

    public Span<float> ProjectBias => Part(1);

    public Span<float> Align => Part(2);

    public Span<float> Compare => Part(3);

    public Span<float> CompareBias => Part(4);

    public Span<float> Share => Part(5);

    public Span<float> Mix => Part(6);

    public Span<float> MixBias => Part(7);

    public Span<float> Scale => Part(8);

    public Span<float> Shift => Part(9);

    public Span<float> Judge => Part(10);

    public Span<float> JudgeBias => Part(11);

    public Span<float> JudgeOut => Part(12);

    public Span<float> JudgeOutBias => Part(13);

    public Span<float> Relate => Part(14);

    public Span<float> RelateBias => Part(15);

    public Span<float> RelateOut => Part(16);

    public Span<float> RelateOutBias => Part(17);

    /// <summary>The heads of a file, one after the other.</summary>
    /// <exception cref="InvalidDataException">The file is cut or of another version.</exception>
    public static HeadWeights[] Read(string path)
    {
        var numbers = MemoryMarshal.Cast<byte, Half>(File.ReadAllBytes(path));
        if (numbers.Length == 0 || numbers.Length % Length != 0)
            throw new InvalidDataException($"{path} holds {numbers.Length} numbers, which is no multiple of {Length}. Install the server again.");
        var heads = new HeadWeights[numbers.Length / Length];
        for (var head = 0; head < heads.Length; head++)
        {
            var all = new float[Length];
            for (var i = 0; i < Length; i++)
                all[i] = (float)numbers[(head * Length) + i];
            heads[head] = new HeadWeights(all);
        }

        return heads;
    }

    /// <summary>Writes heads to a file.</summary>
    public static void Write(string path, IEnumerable<HeadWeights> heads) =>
        File.WriteAllBytes(path, [.. heads.SelectMany(head => MemoryMarshal.AsBytes(Array.ConvertAll(head.All, number => (Half)number).AsSpan()).ToArray())]);

    /// <summary>Length and whether decay applies, for each part in order.</summary>
    internal static IEnumerable<(string Name, int Offset, int Length)> Layout => Parts.Select((part, i) => (part.Name, Offsets[i], part.Length));

    Span<float> Part(int index) => All.AsSpan(Offsets[index], Parts[index].Length);
}
