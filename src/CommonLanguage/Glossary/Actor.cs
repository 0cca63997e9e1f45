namespace CommonLanguage.Glossary;

/// <summary>Who asks, and from where. Two are equal by name and origin: what somebody may do belongs to the moment of the call.</summary>
/// <param name="Name">The person or program, as it signed in.</param>
/// <param name="Origin">Address or part of the service the request came through.</param>
public sealed record Actor(string Name, string Origin)
{
    /// <summary>What the actor may do; nothing unless said.</summary>
    public Rights Rights { get; init; } = Rights.None;

    /// <summary>The one user of an installation without sign-in: may do everything.</summary>
    public static Actor Local(string origin) => new("local", origin) { Rights = Rights.All };

    /// <summary>The service itself.</summary>
    public static readonly Actor Service = new("service", "service") { Rights = Rights.All };

    /// <summary>Same name and origin.</summary>
    public bool Equals(Actor? other) => other is not null && Name == other.Name && Origin == other.Origin;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Origin);
}
