namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>What is known of a word as it is written.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="Start">Where its letters begin among those of all forms.</param>
/// <param name="Length">Number of its letters.</param>
/// <param name="Next">Number of the next form in the same place of the table, or -1.</param>
/// <param name="Inner">Number of its token inside a term, or -1.</param>
/// <param name="Last">Number of its token at the end of a term, or -1.</param>
/// <param name="Begins">Whether a term begins with it.</param>
/// <param name="IsAcronym">Whether it is written as acronyms are.</param>
readonly record struct SurfaceForm(int Hash, int Start, int Length, int Next, int Inner, int Last, bool Begins, bool IsAcronym);
