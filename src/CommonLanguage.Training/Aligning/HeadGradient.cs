using System.Numerics.Tensors;
using CommonLanguage.Analysis.Meaning.Aligning;

namespace CommonLanguage.Training.Aligning;

/// <summary>Goes back through a pass of a head and adds up what each weight does to the loss. Not thread-safe; reuse it.</summary>
sealed class HeadGradient
{
    const int H = HeadWeights.Width;
    const int Most = EncodedText.Longest;
    const int Relations = 5;
    static readonly float Temperature = 1 / MathF.Sqrt(H);

    readonly float[] scratch = new float[Most * 4 * H];
    readonly float[] turned = new float[Most * EncodedText.Width];
    readonly float[] compareIn = new float[Most * 4 * H];
    readonly float[] compareOut = new float[Most * H];
    readonly float[] mid = new float[Most * H];
    readonly float[] mixIn = new float[Most * 3 * H];
    readonly float[] attention = new float[Most * Most];
    readonly float[] attentionTurned = new float[Most * Most];
    readonly (float[] Projected, float[] Aligned, float[] Counterpart, float[] Pool)[] sides =
        [(new float[Most * H], new float[Most * H], new float[Most * H], new float[2 * H]), (new float[Most * H], new float[Most * H], new float[Most * H], new float[2 * H])];

    /// <summary>The sums, laid out as the weights are.</summary>
    public HeadWeights Sums { get; } = new(new float[HeadWeights.Length]);

    /// <summary>Adds one pass.</summary>
    /// <param name="pass">The pass, as it ran.</param>
    /// <param name="w">The weights that it ran with.</param>
    /// <param name="t">The same weights, each matrix transposed.</param>
    /// <param name="judged">What the three logits of the judgement do to the loss.</param>
    /// <param name="related">What the five logits of the relation do to it.</param>
    public void Add(HeadPass pass, HeadWeights w, TurnedWeights t, ReadOnlySpan<float> judged, ReadOnlySpan<float> related)
    {
        foreach (var side in sides)
        {
            Array.Clear(side.Projected);
            Array.Clear(side.Aligned);
            Array.Clear(side.Pool);
        }

        Judge(pass, w, t, judged);
        for (var order = 0; order < 2; order++)
            Relate(pass, w, t, related, order);
        Compare(pass.A, w, t, sides[0]);
        Compare(pass.B, w, t, sides[1]);
        Attend(pass.A, pass.B, sides[0], sides[1]);
        Attend(pass.B, pass.A, sides[1], sides[0]);
        Project(pass.A, w, t, sides[0]);
        Project(pass.B, w, t, sides[1]);
    }

    void Judge(HeadPass pass, HeadWeights w, TurnedWeights t, ReadOnlySpan<float> judged)
    {
        Span<float> out16 = stackalloc float[HeadWeights.Room];
        out16.Clear();
        judged.CopyTo(out16);
        var input = Vector(pass.JudgeIn, pass.JudgeMid, pass.JudgeOut, out16, t.JudgeOut, t.Judge, Sums.Judge, Sums.JudgeBias, Sums.JudgeOut, Sums.JudgeOutBias);
        for (var i = 0; i < 2 * H; i++)
        {
            var difference = pass.A.Pool[i] > pass.B.Pool[i] ? input[(2 * H) + i] : pass.A.Pool[i] < pass.B.Pool[i] ? -input[(2 * H) + i] : 0;
            sides[0].Pool[i] += input[i] + difference;
            sides[1].Pool[i] += input[i] - difference;
        }
    }

    void Relate(HeadPass pass, HeadWeights w, TurnedWeights t, ReadOnlySpan<float> related, int order)
    {
        Span<float> out16 = stackalloc float[HeadWeights.Room];
        out16.Clear();
        for (var r = 0; r < Relations; r++)
            out16[order == 0 ? r : HeadPass.Mirror(r)] = related[r] / 2;
        var input = Vector(pass.RelateIn[order], pass.RelateMid[order], pass.RelateOut[order], out16, t.RelateOut, t.Relate, Sums.Relate, Sums.RelateBias, Sums.RelateOut, Sums.RelateOutBias);
        for (var i = 0; i < 2 * H; i++)
        {
            sides[order].Pool[i] += input[i];
            sides[1 - order].Pool[i] += input[(2 * H) + i];
        }
    }

    // A hidden layer and an output layer over one vector; answers what the input does to the loss.
    ReadOnlySpan<float> Vector(float[] input, float[] between, float[] hidden, ReadOnlySpan<float> output, ReadOnlySpan<float> outTurned, ReadOnlySpan<float> turnedWeights,
        Span<float> weights, Span<float> bias, Span<float> outWeights, Span<float> outBias)
    {
        TensorPrimitives.Add(outBias, output, outBias);
        Outer(hidden, output, outWeights, H, HeadWeights.Room);
        var down = mid.AsSpan(0, H);
        down.Clear();
        Products.Add(output, outTurned, down, 1, HeadWeights.Room, H);
        Swish(between, down);
        TensorPrimitives.Add(bias, down, bias);
        Outer(input, down, weights, 4 * H, H);
        var up = scratch.AsSpan(0, 4 * H);
        up.Clear();
        Products.Add(down, turnedWeights, up, 1, H, 4 * H);
        return up;
    }

    void Compare(HeadSide side, HeadWeights w, TurnedWeights t, (float[] Projected, float[] Aligned, float[] Counterpart, float[] Pool) d)
    {
        var rows = side.Length;
        Array.Clear(compareOut, 0, rows * H);
        for (var i = 0; i < rows; i++)
            Norm(side, w, i, d.Pool);
        for (var i = 0; i < rows; i++)
            compareOut.AsSpan(i * H, H).CopyTo(mid.AsSpan(i * H, H));
        Swish(side.Mixed.AsSpan(0, rows * H), mid.AsSpan(0, rows * H));
        Weigh(side.MixIn, mid, Sums.Mix, Sums.MixBias, rows, 3 * H);
        Array.Clear(mixIn, 0, rows * 3 * H);
        Products.Add(mid, t.Mix, mixIn, rows, H, 3 * H);
        for (var i = 0; i < rows; i++)
        {
            var mix = mixIn.AsSpan(i * 3 * H, 3 * H);
            if (i > 0)
                Into(compareOut, i - 1, mix[..H]);
            Into(compareOut, i, mix.Slice(H, H));
            if (i + 1 < rows)
                Into(compareOut, i + 1, mix[(2 * H)..]);
        }

        if (side.CompareMask is not null)
            TensorPrimitives.Multiply(compareOut.AsSpan(0, rows * H), side.CompareMask.AsSpan(0, rows * H), compareOut);
        Swish(side.Compared.AsSpan(0, rows * H), compareOut.AsSpan(0, rows * H));
        for (var i = 0; i < rows; i++)
        {
            var share = Sums.Share.Slice(side.Share[i] * H, H);
            TensorPrimitives.Add(share, compareOut.AsSpan(i * H, H), share);
        }

        Weigh(side.CompareIn, compareOut, Sums.Compare, Sums.CompareBias, rows, 4 * H);
        Array.Clear(compareIn, 0, rows * 4 * H);
        Products.Add(compareOut, t.Compare, compareIn, rows, H, 4 * H);
        for (var i = 0; i < rows * H; i++)
        {
            var at = (i / H * 4 * H) + (i % H);
            var (p, q) = (side.Projected[i], side.Counterpart[i]);
            var difference = p > q ? compareIn[at + (2 * H)] : p < q ? -compareIn[at + (2 * H)] : 0;
            d.Projected[i] += compareIn[at] + difference + (q * compareIn[at + (3 * H)]);
            d.Counterpart[i] = compareIn[at + H] - difference + (p * compareIn[at + (3 * H)]);
        }
    }

    // Pooling and the norm of one row.
    void Norm(HeadSide side, HeadWeights w, int row, float[] pool)
    {
        Span<float> d = stackalloc float[H];
        var normed = side.Normed.AsSpan(row * H, H);
        for (var k = 0; k < H; k++)
            d[k] = (pool[k] / side.Length) + (side.Highest[k] == row ? pool[H + k] : 0);
        TensorPrimitives.MultiplyAdd(d, normed, Sums.Scale, Sums.Scale);
        TensorPrimitives.Add(Sums.Shift, d, Sums.Shift);
        TensorPrimitives.Multiply(d, w.Scale, d);
        var (mean, along) = (TensorPrimitives.Sum<float>(d) / H, TensorPrimitives.Dot<float>(d, normed) / H);
        for (var k = 0; k < H; k++)
            compareOut[(row * H) + k] = side.Inverse[row] * (d[k] - mean - (normed[k] * along));
    }

    void Attend(HeadSide side, HeadSide other, (float[] Projected, float[] Aligned, float[] Counterpart, float[] Pool) d, (float[] Projected, float[] Aligned, float[] Counterpart, float[] Pool) o)
    {
        var (rows, columns) = (side.Length, other.Padded);
        Products.Transpose(other.Projected, turned, columns, H);
        Array.Clear(attention, 0, rows * columns);
        Products.Add(d.Counterpart, turned, attention, rows, H, columns);
        Products.Transpose(side.Attention, attentionTurned, rows, columns);
        Products.Add(attentionTurned, d.Counterpart, o.Projected, other.Length, rows, H);
        for (var i = 0; i < rows; i++)
        {
            var row = attention.AsSpan(i * columns, columns);
            var weight = side.Attention.AsSpan(i * columns, columns);
            var along = TensorPrimitives.Dot<float>(row, weight);
            for (var j = 0; j < columns; j++)
                row[j] = weight[j] * (row[j] - along) * Temperature;
        }

        Products.Add(attention, other.Aligned, d.Aligned, rows, columns, H);
        Products.Transpose(attention, attentionTurned, rows, columns);
        Products.Add(attentionTurned, side.Aligned, o.Aligned, other.Length, rows, H);
    }

    void Project(HeadSide side, HeadWeights w, TurnedWeights t, (float[] Projected, float[] Aligned, float[] Counterpart, float[] Pool) d)
    {
        var rows = side.Length;
        Products.Add(d.Aligned, t.Align, d.Projected, rows, H, H);
        Products.Transpose(side.Projected, turned, rows, H);
        Products.Add(turned.AsSpan(0, rows * H), d.Aligned, Sums.Align, H, rows, H);
        if (side.ProjectMask is not null)
            TensorPrimitives.Multiply(d.Projected.AsSpan(0, rows * H), side.ProjectMask.AsSpan(0, rows * H), d.Projected);
        Swish(side.ProjectIn.AsSpan(0, rows * H), d.Projected.AsSpan(0, rows * H));
        Weigh(side.Text!.States, d.Projected, Sums.Project, Sums.ProjectBias, rows, EncodedText.Width);
    }

    void Weigh(ReadOnlySpan<float> input, ReadOnlySpan<float> down, Span<float> weights, Span<float> bias, int rows, int inner)
    {
        Products.Transpose(input[..(rows * inner)], turned, rows, inner);
        Products.Add(turned.AsSpan(0, rows * inner), down, weights, inner, rows, H);
        for (var i = 0; i < rows; i++)
            TensorPrimitives.Add(bias, down.Slice(i * H, H), bias);
    }

    static void Outer(ReadOnlySpan<float> column, ReadOnlySpan<float> row, Span<float> sums, int rows, int columns)
    {
        for (var i = 0; i < rows; i++)
        {
            var at = sums.Slice(i * columns, columns);
            TensorPrimitives.MultiplyAdd(row, column[i], at, at);
        }
    }

    static void Into(float[] rows, int row, ReadOnlySpan<float> add)
    {
        var at = rows.AsSpan(row * H, H);
        TensorPrimitives.Add(at, add, at);
    }

    // Multiplies by the slope of x · logistic(x).
    static void Swish(ReadOnlySpan<float> input, Span<float> down)
    {
        for (var i = 0; i < input.Length; i++)
        {
            var logistic = 1 / (1 + MathF.Exp(-input[i]));
            down[i] *= logistic * (1 + (input[i] * (1 - logistic)));
        }
    }
}
