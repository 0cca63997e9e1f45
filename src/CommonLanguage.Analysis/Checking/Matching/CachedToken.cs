namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>What is known of a surface form.</summary>
/// <param name="Inner">Number of its token inside a term, or -1.</param>
/// <param name="Last">Number of its token at the end of a term, or -1.</param>
/// <param name="IsAcronym">Whether it is written as acronyms are.</param>
/// <param name="Key">Its normal form at the end of a term.</param>
readonly record struct CachedToken(int Inner, int Last, bool IsAcronym, string Key)
{
    public static readonly CachedToken None = new(-1, -1, false, "");
}
