using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Glossary;

/// <summary>What texts may hold: the checks every text passes on its way in. Each throws a RefusalException that names the field. Pure and thread-safe.</summary>
public static class Wording
{
    /// <summary>A term: one line, no control characters, no bidirectional overrides, not blank.</summary>
    public static string OfTerm(string? text, string field)
    {
        if (text is null || TermCharacters.IsBlank(text))
            throw new RefusalException(ErrorReason.ValueMissing, $"'{field}' is empty; a term needs at least one visible character.", field);
        if (TermCharacters.FirstNotAllowed(text) is var (index, name))
            throw NotAllowed(field, "A term", name, index, "Remove it.");
        var trimmed = text.Trim();
        if (trimmed.Length > Limits.Term)
            throw TooLong(field, $"Term {Shown.Quoted(trimmed)}", trimmed.Length, Limits.Term, "Shorten it or put the rest in the scope note.");
        return trimmed;
    }

    /// <summary>A text of any number of lines; line ends become LF, blanks at the ends go.</summary>
    public static string OfText(string? text, string field, int limit, bool required)
    {
        if (string.IsNullOrEmpty(text) || TermCharacters.IsBlank(text))
        {
            return required
                ? throw new RefusalException(ErrorReason.ValueMissing, $"'{field}' is empty; give a text of 1 to {limit} characters.", field)
                : "";
        }

        if (TermCharacters.FirstMarkTooMany(text) is { } mark)
            throw NotAllowed(field, $"'{field}'", TermCharacters.MarkTooMany, mark, "Remove what does not belong to the letter.");
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is < ' ' and not ('\n' or '\r' or '\t') or '\u007F')
                throw NotAllowed(field, $"'{field}'", FormattableString.Invariant($"control character U+{(int)c:X4}"), i, "Remove it.");
            if (!char.IsSurrogate(c))
                continue;
            if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                throw NotAllowed(field, $"'{field}'", FormattableString.Invariant($"lone surrogate U+{(int)c:X4}"), i, "The text was cut in the middle of a character; send it whole.");
            i++;
        }

        var trimmed = text.Trim();
        if (trimmed.Contains('\r', StringComparison.Ordinal))
            trimmed = trimmed.ReplaceLineEndings("\n");
        return trimmed.Length > limit
            ? throw TooLong(field, $"'{field}'", trimmed.Length, limit, "Shorten it.")
            : trimmed;
    }

    /// <summary>A text on one line.</summary>
    public static string OfLine(string? text, string field, int limit)
    {
        if (string.IsNullOrEmpty(text) || TermCharacters.IsBlank(text))
            return "";
        if (TermCharacters.FirstNotAllowed(text) is var (index, name))
            throw NotAllowed(field, $"'{field}'", name, index, "Remove it.");
        var trimmed = text.Trim();
        return trimmed.Length > limit ? throw TooLong(field, $"'{field}'", trimmed.Length, limit, "Shorten it.") : trimmed;
    }

    /// <summary>A source: free text, or an address with an allowed scheme.</summary>
    public static string OfSource(string? text, string field)
    {
        var source = OfText(text, field, Limits.Source, required: false);
        // Browsers leave out tabs and line breaks inside an address (WHATWG URL, basic URL parser, step 3).
        var bare = source.AsSpan().ContainsAny('\n', '\t') ? string.Concat(source.Where(c => c is not ('\n' or '\t'))) : source;
        var colon = bare.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == bare.Length - 1 || char.IsWhiteSpace(bare[colon + 1]) || !bare.AsSpan(0, colon).ContainsOnlyScheme())
            return source;
        var scheme = bare[..colon].ToLowerInvariant();
        if (scheme is "http" or "https" or "doi" or "urn" || !Dangerous.Contains(scheme) && !bare.AsSpan(colon + 1).StartsWith("//", StringComparison.Ordinal))
            return source;
        throw new RefusalException(
            ErrorReason.AddressNotAllowed,
            $"Addresses of scheme '{scheme}' are not kept; use http, https, doi or urn, or write the source as text.",
            field,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["scheme"] = scheme });
    }

    static readonly HashSet<string> Dangerous = new(StringComparer.Ordinal)
    {
        "javascript", "data", "file", "vbscript", "blob", "about", "ftp", "jar", "ws", "wss", "mailto", "tel", "view-source",
    };

    static bool ContainsOnlyScheme(this ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.'))
                return false;
        }

        return char.IsAsciiLetter(text[0]);
    }

    static RefusalException NotAllowed(string field, string subject, string character, int index, string wayOut) => Refusals.CharacterNotAllowed(
        FormattableString.Invariant($"{subject} cannot hold {character} (position {index + 1}). {wayOut}"), field, character, index);

    static RefusalException TooLong(string field, string subject, int length, int limit, string wayOut) => Refusals.TextTooLong(
        FormattableString.Invariant($"{subject} is {length} characters; at most {limit} are kept. {wayOut}"), field, length, limit);
}
