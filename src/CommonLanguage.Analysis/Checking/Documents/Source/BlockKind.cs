namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>What a piece of text is in its document.</summary>
public enum BlockKind
{
    /// <summary>A paragraph, a list's item, anything without a role of its own.</summary>
    Paragraph,
    /// <summary>A heading or title.</summary>
    Heading,
    /// <summary>Somebody else's words.</summary>
    Quotation,
    /// <summary>A cell of a table.</summary>
    Cell,
    /// <summary>The word that a definition list, or the first cell of a table of terms, defines.</summary>
    DefinedTerm,
    /// <summary>What such a word is said to mean.</summary>
    Definition,
    /// <summary>Text instead of a picture.</summary>
    Alternative,
}
