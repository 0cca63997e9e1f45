using System.Globalization;
using System.Security.Claims;
using CommonLanguage.Administration;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.SignIn;

/// <summary>The one way from the claims of a token or a page's sign-in to a credential of the engine.</summary>
sealed class Principals(SignInOptions options)
{
    const string ScopePrefix = "commonlanguage.";

    static readonly long LastSecond = (DateTimeOffset.MaxValue - TokenCheck.Skew).ToUnixTimeSeconds();

    /// <summary>What a checked principal has signed in with.</summary>
    /// <param name="principal">Its signature, issuer, audience and days have been checked.</param>
    /// <param name="origin">For the change log.</param>
    /// <exception cref="RefusalException">It names nobody, or a name that cannot be one (SignInInvalid).</exception>
    public Credential CredentialOf(ClaimsPrincipal principal, string origin)
    {
        var person = principal.FindFirst(options.Jwt?.PersonClaim ?? "sub")?.Value;
        if (string.IsNullOrWhiteSpace(person))
            throw Refusals.SignInInvalid("The token does not say who signs in; ask whoever runs this server which claim names the person (Authentication:Jwt:PersonClaim).");
        try
        {
            person = Wording.OfTerm(person, "person");
        }
        catch (RefusalException)
        {
            throw Refusals.SignInInvalid("The token names somebody with a name that cannot be one: too long, or with control characters.");
        }

        if (Actor.IsReserved(person))
            throw Refusals.SignInInvalid($"The token names {Shown.Quoted(person)}, a name that the service uses itself.");
        return new(person, ScopesOf(principal), origin, "", ExpiryOf(principal));
    }

    /// <summary>
    /// A token that names scopes of this service ("commonlanguage.read", ".write", ".reconcile", ".administer") allows those, and reading;
    /// one that names none allows what the person's roles do.
    /// </summary>
    static Scopes ScopesOf(ClaimsPrincipal principal)
    {
        var named = principal.FindAll(claim => claim.Type is "scope" or "scp")
            .SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(scope => scope.StartsWith(ScopePrefix, StringComparison.Ordinal)).ToList();
        if (named.Count == 0)
            return Scopes.All;
        var scopes = Scopes.Read;
        foreach (var scope in Enum.GetValues<Scopes>())
        {
            if (scope is not (Scopes.None or Scopes.All) && named.Contains(ScopePrefix + scope.ToString().ToLowerInvariant(), StringComparer.Ordinal))
                scopes |= scope;
        }

        return scopes;
    }

    static DateTimeOffset ExpiryOf(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirst("exp")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) + TokenCheck.Skew
            : DateTimeOffset.MaxValue;
}
