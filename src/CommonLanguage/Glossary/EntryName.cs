namespace CommonLanguage.Glossary;

/// <summary>Name of an entry: "organisations/{organisation}/entries/{entry}". Entry ids are compared letter by letter.</summary>
public readonly record struct EntryName(OrganisationId Organisation, string Id)
{
    /// <summary>Reads an id for a new entry.</summary>
    /// <exception cref="RefusalException">Not an id (IdInvalid).</exception>
    public static string ParseId(string? id, string field) => ResourceId.Parse(id, field);

    /// <summary>Reads a resource name.</summary>
    /// <exception cref="RefusalException">Not such a name (NameInvalid).</exception>
    public static EntryName ParseName(string? name, string field)
    {
        var ids = Names.ReadAll(name, field, "organisations", "entries");
        return new(OrganisationId.Parse(ids[0], field), ids[1]);
    }

    /// <summary>The resource name.</summary>
    public override string ToString() => $"{Organisation.ResourceName}/entries/{Id}";

    /// <summary>The resource name of one of its revisions.</summary>
    public string Revision(int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{this}/revisions/{number}");
}
