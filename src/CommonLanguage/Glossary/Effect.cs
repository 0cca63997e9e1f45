namespace CommonLanguage.Glossary;

/// <summary>What a resolution does to one entry.</summary>
/// <param name="Organisation">The store's number of the owner.</param>
/// <param name="Entry">The store's number of the entry; 0 = one that is not yet there.</param>
/// <param name="Revision">The store's number of the revision that was written; 0 = waits for the owner, who did not accept.</param>
/// <param name="Text">Which of the proposal's texts it follows, from 1; 0 = none of them.</param>
public sealed record Effect(int Organisation, long Entry, long Revision, int Text)
{
    /// <summary>Who accepted it for the owner; null for one that waits, is the partnership's own, or was written before this was kept.</summary>
    public string? By { get; init; }
}
