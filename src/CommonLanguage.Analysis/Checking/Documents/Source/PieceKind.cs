namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>How a piece of a paragraph is read.</summary>
enum PieceKind
{
    /// <summary>As it stands.</summary>
    Read,
    /// <summary>As code where the document as a whole is set in another font, else as it stands.</summary>
    FixedWidth,
    /// <summary>Not: code, a formula, a picture.</summary>
    Unread,
    /// <summary>As if it were not there: the hyphen at the end of a line.</summary>
    Dropped,
}
