using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CommonLanguage.Administration;

/// <summary>
/// API keys as they are written: "clk_", 12 hexadecimal digits that may be shown and are looked up by, "_", and a random secret of 256 bits
/// in base64url, of which only the SHA-256 is kept. A secret of that size needs no slow hash.
/// </summary>
static class ApiKeyText
{
    /// <summary>What every key begins with, so that scanners for leaked secrets know it.</summary>
    public const string Prefix = "clk_";

    const int IdLength = 12;
    const int SecretLength = 43;

    static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>A new key: what may be shown, what is given to its holder once, what is kept.</summary>
    public static (string Id, string Text, byte[] SecretHash) Create()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2));
        var secret = NewSecret();
        return (id, $"{Prefix}{id}_{secret}", HashOf(secret));
    }

    /// <summary>A random secret of 256 bits.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Takes a key apart; false when it is not written like one.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out string id, out ReadOnlySpan<char> secret)
    {
        id = "";
        secret = default;
        if (text.Length != Prefix.Length + IdLength + 1 + SecretLength || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length + IdLength] != '_')
            return false;
        var shown = text.Slice(Prefix.Length, IdLength);
        if (shown.ContainsAnyExcept(HexDigits))
            return false;
        id = shown.ToString();
        secret = text[^SecretLength..];
        return true;
    }

    /// <summary>What is kept of a secret.</summary>
    public static byte[] HashOf(ReadOnlySpan<char> secret)
    {
        Span<byte> bytes = stackalloc byte[SecretLength * 3];
        return Encoding.UTF8.TryGetBytes(secret, bytes, out var length)
            ? SHA256.HashData(bytes[..length])
            : throw new ArgumentException($"A secret has at most {SecretLength} characters.", nameof(secret));
    }

    /// <summary>Whether a secret is the one of a key, at the same cost whether it is or not.</summary>
    public static bool Matches(ReadOnlySpan<char> secret, ReadOnlySpan<byte> hash) =>
        secret.Length == SecretLength && CryptographicOperations.FixedTimeEquals(HashOf(secret), hash);
}
