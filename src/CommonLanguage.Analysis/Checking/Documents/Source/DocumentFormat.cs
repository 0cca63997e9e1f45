namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>How a document is written.</summary>
public enum DocumentFormat
{
    /// <summary>Paragraphs between empty lines.</summary>
    PlainText,
    /// <summary>CommonMark with the usual extensions.</summary>
    Markdown,
    /// <summary>HTML.</summary>
    Html,
    /// <summary>reStructuredText.</summary>
    RestructuredText,
    /// <summary>AsciiDoc.</summary>
    AsciiDoc,
    /// <summary>Office Open XML (ECMA-376) word processing.</summary>
    Docx,
    /// <summary>PDF with text.</summary>
    Pdf,
}
