using System.Collections.Concurrent;
using System.Numerics.Tensors;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Meaning.Aligning;

/// <summary>
/// The second stage of the comparison: heads that align what a sentence encoder says of two definitions (docs/model-card.md). The mean
/// of its heads errs less than each of them. A definition is encoded once, and a pair is judged once, as long as they are kept. Swapped
/// texts give the mirrored opinion exactly. Thread-safe; English.
/// </summary>
public sealed class SecondStage
{
    const int KeptTexts = 2_000;
    const int KeptPairs = 100_000;

    readonly Func<string, EncodedText> encode;
    readonly HeadWeights[] heads;
    readonly ConcurrentBag<HeadPass> passes = [];
    readonly TextCache<AlignedText> texts = new(KeptTexts);
    readonly TextCache<SecondOpinion> pairs = new(KeptPairs);

    internal SecondStage(Func<string, EncodedText> encode, HeadWeights[] heads) => (this.encode, this.heads) = (encode, heads);

    /// <summary>Reads the heads of a file.</summary>
    /// <param name="encode">The encoder; thread-safe.</param>
    /// <param name="path">Path of the heads.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is cut or of another version.</exception>
    public static SecondStage Open(Func<string, EncodedText> encode, string path) => new(encode, HeadWeights.Read(path));

    /// <summary>Whether a definition is kept, so that it costs nothing to read it.</summary>
    public bool Has(string definition) => texts.Find(definition) is not null;

    /// <summary>
    /// What it says of two definitions; null where one has no words. A new definition costs about 4 ms of processor time, a new pair 2 ms.
    /// </summary>
    internal SecondOpinion? Judge(string a, string b)
    {
        var (first, second) = (TextHash.Of(a), TextHash.Of(b));
        if (first > second)
            return Judge(b, a)?.Mirrored;
        var key = first ^ UInt128.RotateLeft(second, 1);
        if (pairs.Find(key) is { } known)
            return known;
        var (left, right) = (Read(first, a), Read(second, b));
        if (left.Pieces.Count == 0 || right.Pieces.Count == 0)
            return null;
        var opinion = Judge(left, right);
        pairs.Put(key, opinion);
        return opinion;
    }

    AlignedText Read(UInt128 key, string definition)
    {
        if (texts.Find(key) is { } known)
            return known;
        var encoded = encode(definition);
        var text = encoded.Pieces.Count == 0 ? new AlignedText([], []) : With(pass => new AlignedText(encoded.Pieces, Array.ConvertAll(heads, head =>
        {
            var rows = pass.Project(head, encoded);
            var half = new Half[rows.Length];
            TensorPrimitives.ConvertToHalf(rows, half);
            return half;
        })));
        texts.Put(key, text);
        return text;
    }

    SecondOpinion Judge(AlignedText a, AlignedText b) => With(pass =>
    {
        Span<float> judged = stackalloc float[3];
        Span<float> relations = stackalloc float[HeadPass.Relations];
        Span<float> some = stackalloc float[HeadPass.Relations];
        judged.Clear();
        relations.Clear();
        for (var head = 0; head < heads.Length; head++)
        {
            pass.Run(heads[head], a, b, head);
            for (var k = 0; k < judged.Length; k++)
                judged[k] += 1 / (1 + MathF.Exp(-pass.Judged[k])) / heads.Length;
            TensorPrimitives.SoftMax(pass.Related, some);
            for (var k = 0; k < some.Length; k++)
                relations[k] += some[k] / heads.Length;
        }

        return new SecondOpinion(judged[0], judged[1], judged[2], new(relations[1], relations[2], relations[3], relations[4], relations[0]));
    });

    T With<T>(Func<HeadPass, T> work)
    {
        if (!passes.TryTake(out var pass))
            pass = new HeadPass();
        try
        {
            return work(pass);
        }
        finally
        {
            passes.Add(pass);
        }
    }
}
