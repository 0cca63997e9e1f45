namespace CommonLanguage.Glossary;

/// <summary>Id of a partnership: kept as first written, equal without regard to case. Resource name "partnerships/{id}".</summary>
public readonly struct PartnershipId : IEquatable<PartnershipId>
{
    readonly string? value;

    PartnershipId(string value) => this.value = value;

    /// <summary>The id as written.</summary>
    public string Value => value ?? "";

    /// <summary>The resource name.</summary>
    public string ResourceName => "partnerships/" + Value;

    /// <summary>Reads an id.</summary>
    /// <exception cref="RefusalException">Not an id (IdInvalid).</exception>
    public static PartnershipId Parse(string? id, string field) => new(ResourceId.Parse(id, field));

    /// <summary>Reads a resource name "partnerships/{id}".</summary>
    /// <exception cref="RefusalException">Not such a name (NameInvalid).</exception>
    public static PartnershipId ParseName(string? name, string field) => new(Names.Read(name, field, "partnerships"));

    /// <inheritdoc/>
    public bool Equals(PartnershipId other) => StringComparer.OrdinalIgnoreCase.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PartnershipId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <summary>Same id.</summary>
    public static bool operator ==(PartnershipId left, PartnershipId right) => left.Equals(right);

    /// <summary>Another id.</summary>
    public static bool operator !=(PartnershipId left, PartnershipId right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
