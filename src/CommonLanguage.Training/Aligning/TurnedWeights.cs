using CommonLanguage.Analysis.Meaning.Aligning;

namespace CommonLanguage.Training.Aligning;

/// <summary>The matrices of a head, transposed: what going back multiplies by.</summary>
sealed class TurnedWeights
{
    const int H = HeadWeights.Width;

    public float[] Align { get; } = new float[H * H];

    public float[] Compare { get; } = new float[4 * H * H];

    public float[] Mix { get; } = new float[3 * H * H];

    public float[] Judge { get; } = new float[4 * H * H];

    public float[] JudgeOut { get; } = new float[H * HeadWeights.Room];

    public float[] Relate { get; } = new float[4 * H * H];

    public float[] RelateOut { get; } = new float[H * HeadWeights.Room];

    public void Take(HeadWeights w)
    {
        Products.Transpose(w.Align, Align, H, H);
        Products.Transpose(w.Compare, Compare, 4 * H, H);
        Products.Transpose(w.Mix, Mix, 3 * H, H);
        Products.Transpose(w.Judge, Judge, 4 * H, H);
        Products.Transpose(w.JudgeOut, JudgeOut, H, HeadWeights.Room);
        Products.Transpose(w.Relate, Relate, 4 * H, H);
        Products.Transpose(w.RelateOut, RelateOut, H, HeadWeights.Room);
    }
}
