using System.Security.Cryptography;
using System.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange.Tables;

/// <summary>Ids that other tools give: an IRI ("https://example.org/terms#cell") or a CURIE ("ex:cell") is no id here, but says which entry is meant.</summary>
static class SourceId
{
    const int LongestName = 40;

    /// <summary>Reads an id.</summary>
    /// <param name="written">The id of the file, not empty.</param>
    /// <returns>The id of the entry, the same for the same id of the file, and whether the file's own is another and to be kept.</returns>
    /// <exception cref="RefusalException">It is neither an id nor an IRI or CURIE (IdInvalid).</exception>
    public static (string Id, bool IsAnother) Read(string written)
    {
        return IsIriOrCurie(written) ? (Given(written), true) : (EntryName.ParseId(written, "id"), false);
    }

    /// <summary>An id that is made of a text: the same for the same text, and hardly ever that of another.</summary>
    public static string Given(string written)
    {
        var name = new StringBuilder(LongestName + 9);
        foreach (var c in written.AsSpan(written.AsSpan().TrimEnd("/#:").LastIndexOfAny("/#:") + 1))
        {
            if (name.Length == LongestName)
                break;
            if (char.IsAsciiLetterOrDigit(c) || (name.Length > 0 && c is '.' or '_' or '-'))
                _ = name.Append(c);
        }

        return $"{(name.Length == 0 ? "e" : name)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(written)).AsSpan(0, 4))}";
    }

    // RFC 3987 and CURIE Syntax 1.0: a scheme or prefix, a colon, and what it stands before, without blanks.
    static bool IsIriOrCurie(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < text.Length - 1 && text.Length <= Limits.Source
            && (char.IsLetter(text[0]) || text[0] == '_')
            && text.AsSpan(0, colon).IndexOfAnyExcept(PrefixCharacters) < 0
            && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"');
    }

    static readonly System.Buffers.SearchValues<char> PrefixCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_+");
}
