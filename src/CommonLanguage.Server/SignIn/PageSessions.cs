using System.Collections.Concurrent;
using System.Security.Claims;

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

    /// <summary>Whether a principal's session was ended.</summary>
    public bool HasEnded(ClaimsPrincipal principal) => principal.FindFirst(Claim)?.Value is not { } session || ended.ContainsKey(session);
}
