using System.Numerics.Tensors;

namespace CommonLanguage.Analysis.Meaning.Aligning;

/// <summary>
/// One run of a head over two texts: aligns their pieces, compares each piece with its counterpart, and judges. Decomposable attention
/// (Parikh et al., 2016) over frozen states (late interaction: Khattab and Zaharia, 2020). Not thread-safe; reuse it.
/// </summary>
sealed class HeadPass
{
    const int H = HeadWeights.Width;
    public const int Relations = 5;
    static readonly float Temperature = 1 / MathF.Sqrt(H);

    public readonly HeadSide A = new();
    public readonly HeadSide B = new();
    public readonly float[] JudgeIn = new float[4 * H];
    public readonly float[] JudgeMid = new float[H];
    public readonly float[] JudgeOut = new float[H];
    public readonly float[][] RelateIn = [new float[4 * H], new float[4 * H]];
    public readonly float[][] RelateMid = [new float[H], new float[H]];
    public readonly float[][] RelateOut = [new float[H], new float[H]];

    /// <summary>Logits: any conflict, serious conflict, a detail differs.</summary>
    public readonly float[] Judged = new float[HeadWeights.Room];

    /// <summary>Logits of the relations: none, exact, broader, narrower, related.</summary>
    public readonly float[] Related = new float[Relations];

    /// <summary>The relation's index after the two texts change places.</summary>
    public static int Mirror(int relation) => relation switch { 2 => 3, 3 => 2, _ => relation };

    /// <summary>Judges two texts as the encoder gave them.</summary>
    public void Run(HeadWeights w, EncodedText a, EncodedText b)
    {
        A.Begin(a.Pieces, a);
        B.Begin(b.Pieces, b);
        Project(w, A, a);
        Project(w, B, b);
        Judge(w, a.Pieces, b.Pieces);
    }

    /// <summary>Judges two texts that are projected already.</summary>
    public void Run(HeadWeights w, AlignedText a, AlignedText b, int head)
    {
        A.Begin(a.Pieces, null);
        B.Begin(b.Pieces, null);
        a.CopyTo(A.Projected, head);
        b.CopyTo(B.Projected, head);
        Judge(w, a.Pieces, b.Pieces);
    }

    /// <summary>The first layer of a head over a text: all that depends on one text alone.</summary>
    public ReadOnlySpan<float> Project(HeadWeights w, EncodedText text)
    {
        A.Begin(text.Pieces, text);
        Project(w, A, text);
        return A.Projected.AsSpan(0, A.Length * H);
    }

    void Judge(HeadWeights w, IReadOnlyList<Piece> a, IReadOnlyList<Piece> b)
    {
        Sharing.Mark(a, b, A.Share, B.Share);
        Align(w, A);
        Align(w, B);
        Attend(A, B);
        Attend(B, A);
        Compare(w, A);
        Compare(w, B);
        for (var i = 0; i < 2 * H; i++)
        {
            JudgeIn[i] = A.Pool[i] + B.Pool[i];
            JudgeIn[(2 * H) + i] = MathF.Abs(A.Pool[i] - B.Pool[i]);
        }

        Layer(JudgeIn, w.Judge, w.JudgeBias, JudgeMid, JudgeOut, 1, 4 * H);
        w.JudgeOutBias.CopyTo(Judged);
        Products.Add(JudgeOut, w.JudgeOut, Judged, 1, H, HeadWeights.Room);
        Array.Clear(Related);
        Span<float> logits = stackalloc float[HeadWeights.Room];
        for (var order = 0; order < 2; order++)
        {
            var (first, second) = order == 0 ? (A, B) : (B, A);
            first.Pool.CopyTo(RelateIn[order], 0);
            second.Pool.CopyTo(RelateIn[order], 2 * H);
            Layer(RelateIn[order], w.Relate, w.RelateBias, RelateMid[order], RelateOut[order], 1, 4 * H);
            w.RelateOutBias.CopyTo(logits);
            Products.Add(RelateOut[order], w.RelateOut, logits, 1, H, HeadWeights.Room);
            for (var r = 0; r < Relations; r++)
                Related[r] += logits[order == 0 ? r : Mirror(r)] / 2;
        }
    }

    static void Project(HeadWeights w, HeadSide side, EncodedText text)
    {
        Layer(text.States, w.Project, w.ProjectBias, side.ProjectIn, side.Projected, side.Length, EncodedText.Width);
        Mask(side.Projected, side.ProjectMask, side.Length);
    }

    static void Align(HeadWeights w, HeadSide side)
    {
        Array.Clear(side.Projected, side.Length * H, (side.Padded - side.Length) * H);
        Array.Clear(side.Aligned, 0, side.Padded * H);
        Products.Add(side.Projected, w.Align, side.Aligned, side.Length, H, H);
        Products.Transpose(side.Aligned, side.AlignedTurned, side.Padded, H);
    }

    // Each piece of a side looks for its counterpart on the other.
    static void Attend(HeadSide side, HeadSide other)
    {
        Array.Clear(side.Attention, 0, side.Length * other.Padded);
        Products.Add(side.Aligned, other.AlignedTurned, side.Attention, side.Length, H, other.Padded);
        for (var i = 0; i < side.Length; i++)
        {
            var row = side.Attention.AsSpan(i * other.Padded, other.Length);
            TensorPrimitives.Multiply(row, Temperature, row);
            TensorPrimitives.SoftMax(row, row);
            side.Attention.AsSpan((i * other.Padded) + other.Length, other.Padded - other.Length).Clear();
        }

        Array.Clear(side.Counterpart, 0, side.Length * H);
        Products.Add(side.Attention, other.Projected, side.Counterpart, side.Length, other.Padded, H);
    }

    static void Compare(HeadWeights w, HeadSide side)
    {
        for (var i = 0; i < side.Length; i++)
        {
            var p = side.Projected.AsSpan(i * H, H);
            var q = side.Counterpart.AsSpan(i * H, H);
            var u = side.CompareIn.AsSpan(i * 4 * H, 4 * H);
            p.CopyTo(u);
            q.CopyTo(u[H..]);
            TensorPrimitives.Subtract(p, q, u.Slice(2 * H, H));
            TensorPrimitives.Abs(u.Slice(2 * H, H), u.Slice(2 * H, H));
            TensorPrimitives.Multiply(p, q, u[(3 * H)..]);
            TensorPrimitives.Add(w.CompareBias, w.Share.Slice(side.Share[i] * H, H), side.Compared.AsSpan(i * H, H));
        }

        Products.Add(side.CompareIn, w.Compare, side.Compared, side.Length, 4 * H, H);
        Swish(side.Compared.AsSpan(0, side.Length * H), side.CompareOut);
        Mask(side.CompareOut, side.CompareMask, side.Length);
        for (var i = 0; i < side.Length; i++)
        {
            var mix = side.MixIn.AsSpan(i * 3 * H, 3 * H);
            mix.Clear();
            if (i > 0)
                side.CompareOut.AsSpan((i - 1) * H, H).CopyTo(mix);
            side.CompareOut.AsSpan(i * H, H).CopyTo(mix[H..]);
            if (i + 1 < side.Length)
                side.CompareOut.AsSpan((i + 1) * H, H).CopyTo(mix[(2 * H)..]);
            w.MixBias.CopyTo(side.Mixed.AsSpan(i * H, H));
        }

        Products.Add(side.MixIn, w.Mix, side.Mixed, side.Length, 3 * H, H);
        Swish(side.Mixed.AsSpan(0, side.Length * H), side.Normed);
        for (var i = 0; i < side.Length; i++)
        {
            var row = side.Normed.AsSpan(i * H, H);
            TensorPrimitives.Add(row, side.CompareOut.AsSpan(i * H, H), row);
            TensorPrimitives.Subtract(row, TensorPrimitives.Sum<float>(row) / H, row);
            side.Inverse[i] = 1 / MathF.Sqrt((TensorPrimitives.SumOfSquares<float>(row) / H) + 1e-5f);
            TensorPrimitives.Multiply(row, side.Inverse[i], row);
            TensorPrimitives.MultiplyAdd(row, w.Scale, w.Shift, side.Final.AsSpan(i * H, H));
        }

        Pool(side);
    }

    static void Pool(HeadSide side)
    {
        Array.Clear(side.Pool);
        if (side.Length == 0)
            return;
        var mean = side.Pool.AsSpan(0, H);
        var highest = side.Pool.AsSpan(H);
        highest.Fill(float.NegativeInfinity);
        for (var i = 0; i < side.Length; i++)
        {
            var row = side.Final.AsSpan(i * H, H);
            TensorPrimitives.Add(mean, row, mean);
            for (var k = 0; k < H; k++)
            {
                if (row[k] > highest[k])
                    (highest[k], side.Highest[k]) = (row[k], i);
            }
        }

        TensorPrimitives.Multiply(mean, 1f / side.Length, mean);
    }

    static void Layer(ReadOnlySpan<float> input, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> mid, Span<float> output, int rows, int inner)
    {
        for (var i = 0; i < rows; i++)
            bias.CopyTo(mid[(i * H)..]);
        Products.Add(input, weights, mid, rows, inner, H);
        Swish(mid[..(rows * H)], output);
    }

    // x times its logistic function (Elfwing et al., 2017).
    static void Swish(ReadOnlySpan<float> input, Span<float> output)
    {
        TensorPrimitives.Sigmoid(input, output);
        TensorPrimitives.Multiply(input, output[..input.Length], output);
    }

    static void Mask(Span<float> values, float[]? mask, int rows)
    {
        if (mask is not null)
            TensorPrimitives.Multiply(values[..(rows * H)], mask.AsSpan(0, rows * H), values);
    }
}
