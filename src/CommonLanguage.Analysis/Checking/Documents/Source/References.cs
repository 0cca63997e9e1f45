using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>
/// What a document refers to by the letters of a heading: fragments of addresses, labels of links, references of reStructuredText and
/// AsciiDoc. Each tool makes its own anchors of a heading; they have its letters and digits in common. Thread-safe.
/// </summary>
sealed partial class References
{
    // Null where they cannot be told apart in time: then anything may be referred to.
    readonly FrozenSet<string>? names;

    References(FrozenSet<string>? names) => this.names = names;

    /// <summary>The references in a source.</summary>
    public static References In(string source)
    {
        try
        {
            return new(Names(source));
        }
        catch (RegexMatchTimeoutException)
        {
            return new(null);
        }
    }

    /// <summary>Whether something refers to a heading.</summary>
    public bool Have(string heading) => names is null || names.Contains(Letters(heading));

    static FrozenSet<string> Names(string source)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (Match match in Reference().Matches(source))
        {
            var name = Unescaped(match.Groups["name"].Value);
            _ = found.Add(Letters(name));
            // Of two equal headings the second one gets a number.
            if (Numbered().Match(name) is { Success: true } number)
                _ = found.Add(Letters(name[..number.Index]));
        }

        _ = found.Remove("");
        return found.ToFrozenSet(StringComparer.Ordinal);
    }

    static string Unescaped(string name) => name.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(name) : name;

    static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                _ = letters.Append(char.ToLowerInvariant(c));
        }

        return letters.ToString();
    }

    [GeneratedRegex(@"[-_]\d+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Numbered();

    /// <summary>A fragment; that of a wiki, with blanks; the label of a link; a reference, a role and a cross reference.</summary>
    [GeneratedRegex(
        @"\[\[[^\]|#\n]{0,200}#(?<name>[^\]|\n]{1,200})|(?<!\{)#(?<name>[^\s)""'>\]|#]{1,200})|\[(?<name>[^\]\[\n]{1,200})\](?![(:])"
        + @"|:[\w:+.-]{1,60}:`([^`<]{0,200}<)?(?<name>[^`>]{1,200})|`(?<name>[^`<]{1,200})`_|(?<![\w`])(?<name>\w[\w.+-]{0,100})_(?![\w_])|<<(?<name>[^,>\n]{1,200})|xref:(?<name>[^\[\s]{1,200})\[",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Reference();
}
