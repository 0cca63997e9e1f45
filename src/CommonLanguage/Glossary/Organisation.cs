namespace CommonLanguage.Glossary;

/// <summary>An owner of entries.</summary>
/// <param name="Key">The store's number.</param>
/// <param name="Id">Id in the resource name.</param>
/// <param name="DisplayName">What people call it.</param>
/// <param name="Description">Free text.</param>
/// <param name="Archived">Its entries no longer answer.</param>
/// <param name="Sequence">The change that wrote this state.</param>
public sealed record Organisation(int Key, OrganisationId Id, string DisplayName, string Description, bool Archived, long Sequence)
{
    /// <summary>For optimistic concurrency.</summary>
    public string Etag => "o" + Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
