namespace CommonLanguage.Analysis.Text;

/// <summary>What stands between two tokens of a text.</summary>
public enum TokenGap
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>White space: blanks, line breaks, non-breaking spaces.</summary>
    Space,
    /// <summary>A hyphen that binds two words.</summary>
    Hyphen,
}
