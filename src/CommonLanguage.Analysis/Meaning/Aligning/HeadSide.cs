namespace CommonLanguage.Analysis.Meaning.Aligning;

/// <summary>One text inside a pass of a head: every intermediate result, so that training can go back through it.</summary>
sealed class HeadSide
{
    const int H = HeadWeights.Width;
    const int Most = EncodedText.Longest;

    /// <summary>Pieces of the text.</summary>
    public int Length;

    /// <summary>The same, rounded up to a multiple of 16.</summary>
    public int Padded;

    /// <summary>What the encoder said of the text; null where its projection is given.</summary>
    public EncodedText? Text;

    public readonly byte[] Share = new byte[Most];
    public readonly float[] ProjectIn = new float[Most * H];
    public readonly float[] Projected = new float[Most * H];
    public readonly float[] Aligned = new float[Most * H];
    public readonly float[] AlignedTurned = new float[Most * H];
    public readonly float[] Attention = new float[Most * Most];
    public readonly float[] Counterpart = new float[Most * H];
    public readonly float[] CompareIn = new float[Most * 4 * H];
    public readonly float[] Compared = new float[Most * H];
    public readonly float[] CompareOut = new float[Most * H];
    public readonly float[] MixIn = new float[Most * 3 * H];
    public readonly float[] Mixed = new float[Most * H];
    public readonly float[] Normed = new float[Most * H];
    public readonly float[] Inverse = new float[Most];
    public readonly float[] Final = new float[Most * H];
    public readonly float[] Pool = new float[2 * H];
    public readonly int[] Highest = new int[H];
    public float[]? ProjectMask;
    public float[]? CompareMask;

    public void Begin(IReadOnlyList<Piece> pieces, EncodedText? text)
    {
        Text = text;
        Length = pieces.Count;
        Padded = (Length + 15) / 16 * 16;
    }
}
