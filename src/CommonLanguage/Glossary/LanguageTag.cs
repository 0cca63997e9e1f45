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
            $"{Shown.Quoted(tag)} is not a language tag; {(hint is null ? "use one of BCP 47, such as en, en-GB or nl." : $"did you mean {hint}?")}",
            field,
            metadata);
    }

    // RFC 5646, section 2.1: language, extended languages, script, region, variants, extensions and private use, in this order.
    static string? Canonical(string tag)
    {
        if (tag.Length > 100)
            return null;
        var parts = tag.ToLowerInvariant().Split('-');
        if (!parts.All(part => part.Length is > 0 and <= 8 && All(part, char.IsAsciiLetterOrDigit)))
            return null;
        var at = 0;
        if (parts[0] != "x")
        {
            if (parts[0].Length < 2 || !All(parts[0], char.IsAsciiLetter))
                return null;
            at = 1;
            while (at <= 3 && at < parts.Length && parts[0].Length <= 3 && parts[at].Length == 3 && All(parts[at], char.IsAsciiLetter))
                at++;
            if (at < parts.Length && parts[at].Length == 4 && All(parts[at], char.IsAsciiLetter))
                parts[at] = char.ToUpperInvariant(parts[at][0]) + parts[at++][1..];
            if (at < parts.Length && IsRegion(parts[at]))
                parts[at] = parts[at++].ToUpperInvariant();
            var variants = at;
            while (at < parts.Length && IsVariant(parts[at]) && !parts.AsSpan(variants, at - variants).Contains(parts[at]))
                at++;
            for (var singletons = ""; at < parts.Length && parts[at].Length == 1 && parts[at] != "x" && !singletons.Contains(parts[at], StringComparison.Ordinal);)
            {
                singletons += parts[at++];
                var first = at;
                while (at < parts.Length && parts[at].Length > 1)
                    at++;
                if (at == first)
                    return null;
            }
        }

        var isWhole = at == parts.Length || (parts[at] == "x" && at < parts.Length - 1);
        return isWhole ? string.Join('-', parts) : null;
    }

    static bool IsRegion(string part) => (part.Length == 2 && All(part, char.IsAsciiLetter)) || (part.Length == 3 && All(part, char.IsAsciiDigit));

    static bool IsVariant(string part) => part.Length > 4 || (part.Length == 4 && char.IsAsciiDigit(part[0]));

    static bool All(string part, Func<char, bool> holds) => part.All(holds);
}
