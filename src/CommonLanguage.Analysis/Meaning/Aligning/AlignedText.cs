using System.Numerics.Tensors;

namespace CommonLanguage.Analysis.Meaning.Aligning;

/// <summary>
/// A definition as the second stage compares it: all that depends on one text alone, so that it is worked out once. About 0.8 kB a word.
/// Immutable and thread-safe.
/// </summary>
sealed class AlignedText
{
    readonly Half[][] projected;

    public AlignedText(IReadOnlyList<Piece> pieces, Half[][] projected) => (Pieces, this.projected) = (pieces, projected);

    public IReadOnlyList<Piece> Pieces { get; }

    public void CopyTo(Span<float> rows, int head) => TensorPrimitives.ConvertToSingle(projected[head], rows);
}
