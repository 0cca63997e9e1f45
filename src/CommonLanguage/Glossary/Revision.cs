namespace CommonLanguage.Glossary;

/// <summary>One immutable state of an entry.</summary>
/// <param name="Key">The store's number of the revision; grows with every revision written.</param>
/// <param name="EntryKey">The store's number of the entry: the key of its first revision.</param>
/// <param name="Organisation">The store's number of the owner.</param>
/// <param name="EntryId">Id in the resource name.</param>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="State">Published or retired.</param>
/// <param name="Content">What it says.</param>
/// <param name="Hash">Hash of the content.</param>
/// <param name="Sequence">The change that wrote it.</param>
public sealed record Revision(
    long Key,
    long EntryKey,
    int Organisation,
    string EntryId,
    int Number,
    RevisionState State,
    EntryContent Content,
    ContentHash Hash,
    long Sequence)
{
    /// <summary>The etag of an entry whose current revision this is.</summary>
    public string Etag => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number}-{Hash.ToString()[..12]}");
}
