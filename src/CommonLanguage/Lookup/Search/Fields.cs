namespace CommonLanguage.Lookup.Search;

/// <summary>Fields of the full-text index.</summary>
static class Fields
{
    public const string Entry = "entry";
    public const string Organisation = "organisation";
    public const string Language = "language";
    public const string Key = "key";
    public const string Term = "term";
    public const string Definition = "definition";

    /// <summary>Holds <see cref="Yes"/> where the entry takes over another's definition.</summary>
    public const string Adopter = "adopter";

    public const string Yes = "1";
}
