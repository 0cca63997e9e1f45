using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;

namespace CommonLanguage.Server.Api;

/// <summary>
/// Page tokens: where the next page begins, signed for the question it belongs to (HMAC-SHA-256, first 12 bytes, key of the store), so
/// that no other token is taken. Thread-safe.
/// </summary>
sealed class PageTokens(GlossaryStore store)
{
    const int MacBytes = 12;

    /// <summary>The token for a place in the answers to a question.</summary>
    /// <param name="question">Method and filters: a token is good for the same question only.</param>
    /// <param name="place">Where the next page begins.</param>
    public string Write(string question, params ReadOnlySpan<string> place)
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', place));
        return Base64Url.EncodeToString([.. Mac(question, text), .. text]);
    }

    /// <summary>The place a token stands for; null for the first page.</summary>
    /// <exception cref="RefusalException">Not a token of this store for this question (PageTokenInvalid).</exception>
    public string[]? Read(string token, string question, int parts)
    {
        if (token.Length == 0)
            return null;
        if (token.Length <= 4_096 && Base64Url.IsValid(token))
        {
            var bytes = Base64Url.DecodeFromChars(token);
            if (bytes.Length >= MacBytes && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, MacBytes), Mac(question, bytes.AsSpan(MacBytes)))
                && Encoding.UTF8.GetString(bytes.AsSpan(MacBytes)).Split('\n') is var place && place.Length == parts)
                return place;
        }

        throw new RefusalException(
            ErrorReason.PageTokenInvalid,
            "The page token is not one that this service gave for the same question; ask for the first page without a token.",
            "page_token");
    }

    /// <summary>The number of rows of a page: the default when none is asked for, at most 1 000.</summary>
    /// <exception cref="RefusalException">Below zero (PageSizeInvalid).</exception>
    public static int Size(int asked, int unless, int most = Limits.Page) => asked switch
    {
        < 0 => throw new RefusalException(
            ErrorReason.PageSizeInvalid,
            FormattableString.Invariant($"'page_size' is {asked}; give 1 to {most}, or 0 for {unless}."),
            "page_size",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = asked.ToString(System.Globalization.CultureInfo.InvariantCulture) }),
        0 => unless,
        _ => Math.Min(asked, most),
    };

    byte[] Mac(string question, ReadOnlySpan<byte> place) =>
        HMACSHA256.HashData(store.Secret, [.. Encoding.UTF8.GetBytes(question), 0, .. place])[..MacBytes];
}
