using System.Security.Cryptography;
using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Administration;

/// <summary>
/// The token of the first start: makes the first administrator, once. It is made while no administrator can sign in, is kept in the memory
/// of this process only, as a hash, and ends after a day, with the process, or as soon as there is an administrator. Thread-safe.
/// </summary>
/// <param name="onlyKeys">Whether people sign in with API keys only, so that an administrator without one cannot.</param>
/// <param name="time">The clock.</param>
public sealed class SetupToken(bool onlyKeys, TimeProvider time)
{
    const string Prefix = "cls_";
    static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    volatile Made? made;

    /// <summary>Whether no administrator can sign in.</summary>
    public bool IsNeeded(PeopleDirectory people)
    {
        var now = time.GetUtcNow();
        var administrators = people.Administrators(DateOnly.FromDateTime(now.UtcDateTime)).ToHashSet(StringComparer.Ordinal);
        return administrators.Count == 0
            || (onlyKeys && !people.ApiKeys.Any(key => administrators.Contains(key.Person) && key.Scopes.HasFlag(Scopes.Administer) && key.IsGoodAt(now)));
    }

    /// <summary>Makes the token; the text is given this once.</summary>
    public string Create()
    {
        var text = Prefix + ApiKeyText.NewSecret();
        made = new(SHA256.HashData(Encoding.UTF8.GetBytes(text)), time.GetTimestamp());
        return text;
    }

    /// <summary>Whether a text is written like such a token.</summary>
    internal static bool LooksLike(ReadOnlySpan<char> text) => text.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether a text is the token, and the token still of use.</summary>
    internal bool Matches(string text, PeopleDirectory people) =>
        made is { } known && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(text)), known.Hash) && IsOpen(people);

    /// <summary>Whether the token that was made is still of use.</summary>
    internal bool IsOpen(PeopleDirectory people) => made is { } known && time.GetElapsedTime(known.At) < Lifetime && IsNeeded(people);

    sealed record Made(byte[] Hash, long At);
}
