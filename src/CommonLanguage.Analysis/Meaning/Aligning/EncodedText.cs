namespace CommonLanguage.Analysis.Meaning.Aligning;

/// <summary>A definition as the encoder reads it: each piece of a word with its state in the sentence.</summary>
/// <param name="Pieces">The pieces, in order.</param>
/// <param name="States">For each piece <see cref="Width"/> numbers: its states after the encoder's middle and last layer.</param>
public sealed record EncodedText(IReadOnlyList<Piece> Pieces, float[] States)
{
    /// <summary>Numbers of one piece.</summary>
    public const int Width = 768;

    /// <summary>The most pieces that are read of one text.</summary>
    public const int Longest = 128;
}
