namespace CommonLanguage.Glossary;

/// <summary>Id of an organisation: kept as first written, equal without regard to case. Resource name "organisations/{id}".</summary>
public readonly struct OrganisationId : IEquatable<OrganisationId>
{
    readonly string? value;

    OrganisationId(string value) => this.value = value;

    /// <summary>The id as written.</summary>
    public string Value => value ?? "";

    /// <summary>The resource name.</summary>
    public string ResourceName => "organisations/" + Value;

    /// <summary>Reads an id.</summary>
    /// <exception cref="RefusalException">Not an id (IdInvalid).</exception>
    public static OrganisationId Parse(string? id, string field) => new(ResourceId.Parse(id, field));

    /// <summary>Reads a resource name "organisations/{id}".</summary>
    /// <exception cref="RefusalException">Not such a name (NameInvalid).</exception>
    public static OrganisationId ParseName(string? name, string field) => new(Names.Read(name, field, "organisations"));

    /// <inheritdoc/>
    public bool Equals(OrganisationId other) => StringComparer.OrdinalIgnoreCase.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OrganisationId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>Same id.</summary>
    public static bool operator ==(OrganisationId left, OrganisationId right) => left.Equals(right);

    /// <summary>Another id.</summary>
    public static bool operator !=(OrganisationId left, OrganisationId right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
