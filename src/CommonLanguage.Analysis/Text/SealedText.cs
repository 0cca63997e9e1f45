using System.Security.Cryptography;
using System.Text;

namespace CommonLanguage.Analysis.Text;

/// <summary>A text whose last line holds the SHA-256 hash of all UTF-8 bytes before that line. A later change shows.</summary>
public static class SealedText
{
    const string HashLine = "Record hash (SHA-256): ";

    /// <summary>The text with its hash as the last line, and the hash in lower-case hexadecimal digits.</summary>
    public static (string Sealed, string Hash) Seal(string text)
    {
        var hash = HashOf(text);
        return ($"{text}{HashLine}{hash}\n", hash);
    }

    /// <summary>Whether a text is as it was sealed, whatever its line endings; null when its last line holds no hash.</summary>
    public static bool? IsIntact(string text)
    {
        var whole = text.ReplaceLineEndings("\n").TrimEnd('\n');
        var line = whole.LastIndexOf('\n') + 1;
        return whole.AsSpan(line).StartsWith(HashLine, StringComparison.Ordinal)
            ? string.Equals(whole[(line + HashLine.Length)..], HashOf(whole[..line]), StringComparison.Ordinal)
            : null;
    }

    static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
