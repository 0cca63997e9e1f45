namespace CommonLanguage.Analysis.Text;

/// <summary>How a form stands in the term it was found in.</summary>
public enum FoundFormKind
{
    /// <summary>The term as written.</summary>
    Whole,
    /// <summary>The term without what stands in brackets.</summary>
    WithoutBrackets,
    /// <summary>An abbreviation in brackets, or the words that brackets explain.</summary>
    Abbreviation,
}
