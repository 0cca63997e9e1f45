namespace CommonLanguage.Glossary;

/// <summary>
/// A well-formed BCP 47 language tag (RFC 5646, section 2.1: language, script, region, variants, extensions, private use), in the
/// recommended case ("en-GB", "zh-Hant-TW"). The registry is not consulted.
/// </summary>
public sealed record LanguageTag
{
    /// <summary>English, what is assumed where nothing is said.</summary>
    public static readonly LanguageTag English = new("en");

    // A glossary repeats few tags: each is read once.
    static readonly System.Collections.Concurrent.ConcurrentDictionary<string, LanguageTag> Known = new(StringComparer.Ordinal);

    LanguageTag(string value)
    {
        Value = value;
        var end = value.IndexOf('-', StringComparison.Ordinal);
        Primary = end < 0 ? value : value[..end];
    }

    /// <summary>The tag in the recommended case.</summary>
    public string Value { get; }

    /// <summary>The primary language subtag, lower case.</summary>
    public string Primary { get; }

    /// <summary>Reads a tag; empty gives English.</summary>
    /// <exception cref="RefusalException">Not well-formed (LanguageTagInvalid); with a hint where one is at hand.</exception>
    public static LanguageTag Parse(string? tag, string field)
    {
        if (string.IsNullOrEmpty(tag))
            return English;
        if (Known.TryGetValue(tag, out var known))
            return known;
        if (Canonical(tag) is not { } value)
            throw NotATag(tag, field);
        var parsed = new LanguageTag(value);
        if (Known.Count < 1_000)
            _ = Known.TryAdd(tag, parsed);
        return parsed;
    }

    /// <summary>Basic filtering of RFC 4647: "en" takes "en" and "en-GB", not "enm".</summary>
    public bool Takes(string tag) =>
        tag.StartsWith(Value, StringComparison.OrdinalIgnoreCase) && (tag.Length == Value.Length || tag[Value.Length] == '-');

    /// <inheritdoc/>
    public override string ToString() => Value;

    static RefusalException NotATag(string tag, string field)
    {
        var hint = Canonical(tag.Trim().Replace('_', '-'));
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = tag.Length <= 200 ? tag : tag[..200] };
        if (hint is not null)
            metadata["hint"] = hint;
        return new(
            ErrorReason.LanguageTagInvalid,
            $"{Shown.Quoted(tag)} is not a language tag; {(hint is null ? "use one of BCP 47, such as en, en-GB or nl" : $"did you mean {hint}?")}",
            field,
            metadata);
    }

    static string? Canonical(string tag)
    {
        if (tag.Length > 100)
            return null;
        var parts = tag.Split('-');
        if (parts[0].Length is < 2 or > 8 || !All(parts[0], char.IsAsciiLetter))
            return string.Equals(parts[0], "x", StringComparison.OrdinalIgnoreCase) && parts.Length > 1 && parts.All(p => p.Length is > 0 and <= 8 && All(p, char.IsAsciiLetterOrDigit))
                ? tag.ToLowerInvariant()
                : null;
        parts[0] = parts[0].ToLowerInvariant();
        var afterSingleton = false;
        for (var i = 1; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part.Length is 0 or > 8 || !All(part, char.IsAsciiLetterOrDigit))
                return null;
            if (part.Length == 1)
            {
                if (i == parts.Length - 1)
                    return null;
                afterSingleton = true;
            }

            var region = !afterSingleton && ((part.Length == 2 && All(part, char.IsAsciiLetter)) || (part.Length == 3 && All(part, char.IsAsciiDigit)));
            var script = !afterSingleton && part.Length == 4 && All(part, char.IsAsciiLetter);
            if (!afterSingleton && !region && !script && !(part.Length == 3 && i <= 3 && All(part, char.IsAsciiLetter)) && part.Length < 4)
                return null;
            parts[i] = region ? part.ToUpperInvariant()
                : script ? char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant()
                : part.ToLowerInvariant();
        }

        return string.Join('-', parts);
    }

    static bool All(string part, Func<char, bool> holds) => part.All(holds);
}
