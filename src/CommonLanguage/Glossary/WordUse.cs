namespace CommonLanguage.Glossary;

/// <summary>How often a word was used.</summary>
/// <param name="Word">Normal form.</param>
/// <param name="LookUps">Look-ups of it.</param>
/// <param name="DocumentHits">Places where document checks met it in conflict.</param>
public readonly record struct WordUse(string Word, long LookUps, long DocumentHits)
{
    /// <summary>Uses of both sorts.</summary>
    public long Total => LookUps + DocumentHits;

    /// <summary>
    /// What a conflict's severity is multiplied with: 1 for a word that nobody uses, 1 more for every tenfold of uses, so that a hundred
    /// look-ups of a mild conflict outweigh a sharp one that nobody meets.
    /// </summary>
    public double Exposure => 1 + Math.Log10(1 + Total);
}
