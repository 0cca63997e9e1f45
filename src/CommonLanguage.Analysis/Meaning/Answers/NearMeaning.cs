namespace CommonLanguage.Analysis.Meaning.Answers;

/// <summary>A definition that lies near another.</summary>
/// <param name="Id">The number it was put in with.</param>
/// <param name="Cosine">How near: 1 for the same words.</param>
public readonly record struct NearMeaning(long Id, float Cosine);
