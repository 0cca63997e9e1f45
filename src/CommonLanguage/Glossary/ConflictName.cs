namespace CommonLanguage.Glossary;

/// <summary>Name of a conflict: "partnerships/{partnership}/conflicts/{conflict}".</summary>
public readonly record struct ConflictName(PartnershipId Partnership, string Id)
{
    /// <summary>Reads a resource name.</summary>
    /// <exception cref="RefusalException">Not such a name (NameInvalid).</exception>
    public static ConflictName ParseName(string? name, string field)
    {
        var ids = Names.ReadAll(name, field, "partnerships", "conflicts");
        return new(PartnershipId.Parse(ids[0], field), ids[1]);
    }

    /// <summary>The resource name.</summary>
    public override string ToString() => $"{Partnership.ResourceName}/conflicts/{Id}";
}
