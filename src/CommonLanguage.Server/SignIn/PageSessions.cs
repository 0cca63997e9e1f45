using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace CommonLanguage.Server.SignIn;

/// <summary>
/// Sessions of the pages that were signed out before their time: a page that is open elsewhere, or a cookie that was copied, is no
/// longer taken by this process. Thread-safe.
/// </summary>
sealed class PageSessions(TimeProvider time)
{
    /// <summary>The claim that holds the number of a session.</summary>
    public const string Claim = "commonlanguage.session";

    readonly ConcurrentDictionary<string, DateTimeOffset> ended = new(StringComparer.Ordinal);

    /// <summary>Ends the session of a principal.</summary>
    public void End(ClaimsPrincipal principal, TimeSpan longest)
    {
        var now = time.GetUtcNow();
        foreach (var (id, until) in ended)
        {
            if (until < now)
                _ = ended.TryRemove(id, out _);
        }

        if (principal.FindFirst(Claim)?.Value is { } session)
            ended[session] = now + longest;
    }

    /// <summary>What the pages of a session know it by, which says neither whose it is nor its number; "local" without sign-in.</summary>
    public static string Mark(ClaimsPrincipal? principal) => principal?.FindFirst(Claim)?.Value is { } session
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(session)).AsSpan(0, 8))
        : "local";

    /// <summary>Whether a principal's session was ended.</summary>
    public bool HasEnded(ClaimsPrincipal principal) => principal.FindFirst(Claim)?.Value is not { } session || ended.ContainsKey(session);
}
