namespace CommonLanguage.Analysis.Meaning.Parts;

/// <summary>Which part of a definition a word stands in, and how much it counts there.</summary>
enum Zone
{
    /// <summary>The definition proper.</summary>
    Core,
    /// <summary>A later sentence: it mostly explains.</summary>
    Later,
    /// <summary>An example: it adds no restriction.</summary>
    Example,
    /// <summary>A reference, a source or markup: not read.</summary>
    Skipped,
}
