using System.Text;
using System.Text.RegularExpressions;
using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange;

/// <summary>What a text is that is no table of entries, told from its beginning.</summary>
static partial class TextFormat
{
    const int CharactersLookedAt = 4_096;

    /// <summary>The name of TBX.</summary>
    public const string Tbx = "TBX";

    /// <summary>The format of a text that is no table; null where nothing says what it is.</summary>
    /// <param name="file">The bytes, from their beginning; disposed.</param>
    /// <param name="encoding">What they are read by.</param>
    public static string? Of(Stream file, Encoding encoding) => NameOf(Beginning(file, encoding));

    /// <summary>The refusal that names what a file is.</summary>
    /// <param name="file">The bytes, from their beginning; disposed.</param>
    /// <param name="encoding">What they are read by.</param>
    /// <returns>The refusal; null where nothing says what the file is.</returns>
    public static RefusalException? Refusal(Stream file, Encoding encoding)
    {
        if (Of(file, encoding) is not { } name)
            return null;
        return new(
            ErrorReason.FormatUnsupported,
            $"This is {name}; what comes in is CSV, an Excel workbook (.xlsx) or TBX: export it as one of these where it comes from.",
            metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = name });
    }

    /// <summary>The name of a format that is none of a table of entries; null for one that is not known.</summary>
    /// <param name="text">The beginning of the file.</param>
    public static string? NameOf(string text)
    {
        var start = text.TrimStart('\uFEFF').TrimStart();
        return start switch
        {
            ['<', ..] when NTriples().IsMatch(start) => "N-Triples (RDF)",
            ['<', ..] => Root().Match(start) is { Success: true } root ? NameOfRoot(root.Groups["name"].Value, start) : "XML",
            ['{', '\\', 'r', 't', 'f', ..] => "RTF",
            ['{' or '[', ..] when start.Contains("\"@context\"", StringComparison.Ordinal) => "JSON-LD",
            ['{' or '[', ..] when Json().IsMatch(start) => "JSON",
            _ when Turtle().IsMatch(start) => "Turtle (RDF)",
            _ when start.StartsWith("#UTX", StringComparison.OrdinalIgnoreCase) => "UTX",
            _ when start.StartsWith("#curie_map:", StringComparison.Ordinal) || start.Contains("subject_id\tpredicate_id", StringComparison.Ordinal) => "SSSOM",
            _ when Catalogue().IsMatch(start) => "a gettext catalogue (PO)",
            _ when Markdown().IsMatch(start) => "Markdown",
            _ when Yaml().IsMatch(start) => "YAML",
            _ => null,
        };
    }

    static string NameOfRoot(string root, string start) => root.ToLowerInvariant() switch
    {
        "tbx" or "martif" => Tbx,
        "mtf" => "MultiTerm XML",
        "rdf" => "RDF/XML",
        "tmx" => "TMX",
        "xliff" => "XLIFF",
        "html" => "an HTML page",
        _ => start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) ? "an HTML page" : "XML",
    };

    static string Beginning(Stream file, Encoding encoding)
    {
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false);
        var characters = new char[CharactersLookedAt];
        try
        {
            return new(characters, 0, text.ReadBlock(characters, 0, characters.Length));
        }
        catch (DecoderFallbackException)
        {
            return "";
        }
    }

    // The first element, after the declaration, comments, instructions and a document type.
    [GeneratedRegex(@"<(?:[A-Za-z_][\w.-]*:)?(?<name>[A-Za-z_][\w.-]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Root();

    [GeneratedRegex(@"^<[^<>\s]+>\s+<[^<>\s]+>\s+(<|"")[^\n]*\.\s*(\n|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NTriples();

    [GeneratedRegex(@"^(\{\s*(""|\})|\[\s*(\{|\[|""|\]))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Json();

    [GeneratedRegex(
        @"^\s*(@prefix|@base|prefix|base)\s+([\w.-]*:)?\s*<",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Turtle();

    [GeneratedRegex(@"^msgid\s+""", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Catalogue();

    [GeneratedRegex(
        @"^(---\s*\n[^\n:]+:(.|\n)*\n---\s*\n|(#{1,6}|\*|-)\s+\S(.|\n)*\n#{1,6}\s+\S|#{1,6}\s+[^\n\t,;]+\n\s*\n)",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Markdown();

    [GeneratedRegex(
        @"^(---\s*\n|#[^\n]*\n)*\s*(-\s+)?[\w.""'-]+:(\s[^\n]*)?\n\s*(-\s|[\w""'.-]+:(\s|$))",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Yaml();
}
