namespace CommonLanguage.Glossary;

/// <summary>Who asks, and from where. Two are equal by name and origin: what somebody may do belongs to the moment of the call.</summary>
/// <param name="Name">The person or program, as it signed in.</param>
/// <param name="Origin">
/// For the change log: the address the request came from, what was signed in with ("key 3f2a...", "token"), and the program; or the part of
/// the service that acts by itself.
/// </param>
public sealed record Actor(string Name, string Origin)
{
    /// <summary>What the actor may do; nothing unless said.</summary>
    public Rights Rights { get; init; } = Rights.None;

    /// <summary>Names that nobody can sign in with.</summary>
    public static bool IsReserved(string name) =>
        name.Equals("local", StringComparison.OrdinalIgnoreCase) || name.Equals("service", StringComparison.OrdinalIgnoreCase);

    /// <summary>The one user of an installation without sign-in: may do everything.</summary>
    public static Actor Local(string origin) => new("local", origin) { Rights = Rights.All };

    /// <summary>The service itself.</summary>
    public static readonly Actor Service = new("service", "service") { Rights = Rights.All };

    /// <summary>Same name and origin.</summary>
    public bool Equals(Actor? other) => other is not null && Name == other.Name && Origin == other.Origin;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Origin);
}
