using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Forms;

/// <summary>
/// Tells a text that is plainly in another language than the one it was given as, by the commonest small words of six languages (after
/// Ingle 1976 and Grefenstette 1995: function words tell the language of a sentence). Says nothing when in doubt. Pure.
/// </summary>
static class LanguageGuess
{
    /// <summary>Fewer small words than this tell nothing.</summary>
    const int Fewest = 3;

    static readonly string[] Languages = ["en", "de", "fr", "es", "it", "nl"];

    static readonly Dictionary<string, int> Small = Table(
        "the of a in and to is that for with are by which or as be an from it this not was has can",
        "der die in und das ist den von zu mit für ein eine des im dem nicht sich auf werden auch oder als wird einer einem durch sind bei",
        "le la les des et est une un du dans pour que qui par sur au aux avec ou ne pas sont plus cette ce se",
        "el la los las de y a es una un en que por para con del se al como su o más son no lo entre",
        "il la di a che e un una per con del della dei delle è sono in da nel al si gli i le dal alla come o più",
        "de het een en van in is dat voor met op te zijn door die niet aan of bij wordt worden als om naar uit");

    /// <summary>ISO 639-1 of the language the text is in, when it plainly is another than <paramref name="language"/>; else null.</summary>
    public static string? Of(string definition, ReadOnlySpan<TextSpan> words, string language)
    {
        Span<int> hits = stackalloc int[6];
        hits.Clear();
        var lookup = Small.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[8];
        foreach (var span in words)
        {
            var length = span.End - span.Start;
            if (length > lower.Length)
                continue;
            _ = definition.AsSpan(span.Start, length).ToLowerInvariant(lower);
            if (!lookup.TryGetValue(lower[..length], out var spoken))
                continue;
            for (var k = 0; k < hits.Length; k++)
                hits[k] += (spoken >> k) & 1;
        }

        var given = GivenAs(language);
        if (given < 0)
            return null;
        var best = 0;
        for (var k = 1; k < hits.Length; k++)
            best = hits[k] > hits[best] ? k : best;
        // Related languages share small words: the other must lead by far, and against all the others too.
        var clear = hits[best] >= Fewest && hits[best] >= 3 * Math.Max(1, hits[given]) && hits.Count(hits[best]) == 1;
        return clear && best != given ? Languages[best] : null;
    }

    static int GivenAs(string language)
    {
        for (var k = 0; k < Languages.Length; k++)
        {
            if (language.StartsWith(Languages[k], StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language[2] is '-' or '_'))
                return k;
        }

        return -1;
    }

    static Dictionary<string, int> Table(params string[] lines)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var k = 0; k < lines.Length; k++)
        {
            foreach (var word in lines[k].Split(' '))
                table[word] = table.GetValueOrDefault(word) | (1 << k);
        }

        return table;
    }
}
