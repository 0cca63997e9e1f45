namespace CommonLanguage.Glossary;

/// <summary>One thing that a settlement does, in words, as it was shown before anybody signed.</summary>
/// <param name="Organisation">The store's number of the organisation whose entry changes; 0 = the partnership's own, or no entry.</param>
/// <param name="Entry">The store's number of the entry; 0 = a new one, or no entry.</param>
/// <param name="Revision">The store's number of the revision before; 0 = none.</param>
/// <param name="Sentence">What happens, one sentence or several.</param>
public sealed record Consequence(int Organisation, long Entry, long Revision, string Sentence)
{
    /// <summary>The entry's first term afterwards; empty where no entry changes.</summary>
    public string Term { get; init; } = "";

    /// <summary>The entry's definition afterwards; empty where no entry changes.</summary>
    public string Definition { get; init; } = "";

    /// <summary>The note for readers afterwards; empty = none.</summary>
    public string Note { get; init; } = "";

    /// <summary>Where the definition comes from afterwards; empty = not said.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether an entry is written.</summary>
    public bool IsText => Definition.Length > 0;
}
