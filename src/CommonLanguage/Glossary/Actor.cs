namespace CommonLanguage.Glossary;

/// <summary>Who asks, and from where.</summary>
/// <param name="Name">The person or program, as it signed in.</param>
/// <param name="Origin">Address or part of the service the request came through.</param>
public sealed record Actor(string Name, string Origin)
{
    /// <summary>The one user of an installation without sign-in.</summary>
    public static Actor Local(string origin) => new("local", origin);

    /// <summary>The service itself.</summary>
    public static readonly Actor Service = new("service", "service");
}
