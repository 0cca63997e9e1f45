using System.Collections.Frozen;
using System.Globalization;

namespace CommonLanguage.Analysis.Meaning;

/// <summary>Reads numbers and units out of the words of a definition: "24 hours", "two business days", "50 %", "P2D" is left alone.</summary>
static class QuantityReader
{
    static readonly FrozenDictionary<string, double> Numbers = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9,
        ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["fifteen"] = 15, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50,
        ["sixty"] = 60, ["ninety"] = 90, ["hundred"] = 100, ["half"] = 0.5,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenDictionary<string, double> Seconds = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["second"] = 1, ["sec"] = 1, ["minute"] = 60, ["min"] = 60, ["hour"] = 3_600, ["hr"] = 3_600, ["h"] = 3_600, ["day"] = 86_400,
        ["week"] = 604_800, ["fortnight"] = 1_209_600, ["month"] = 2_629_800, ["quarter"] = 7_889_400, ["year"] = 31_557_600,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    static readonly FrozenSet<string> WorkingTime = new[] { "business", "working", "work", "banking" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The quantity that begins at a word, and how many words it takes; 0 when none begins there.</summary>
    public static int Read(ReadOnlySpan<MeaningWord> words, int at, string text, out Quantity quantity)
    {
        quantity = default;
        var key = words[at].Key;
        if (!Numbers.TryGetValue(key, out var value)
            && !double.TryParse(key.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
            return 0;

        var start = words[at].Span.Start;
        var end = words[at].Span.End;
        if (end < text.Length && text.AsSpan(end).TrimStart().StartsWith("%", StringComparison.Ordinal))
        {
            quantity = new(value / 100, "share", new(start, text.IndexOf('%', end) + 1));
            return 1;
        }

        if (at + 1 == words.Length)
        {
            quantity = new(value, "", new(start, end));
            return char.IsAsciiDigit(key[0]) ? 1 : 0;
        }

        var unit = words[at + 1];
        if (unit.Key is "percent" or "per cent")
        {
            quantity = new(value / 100, "share", new(start, unit.Span.End));
            return 2;
        }

        if (Seconds.TryGetValue(unit.Key, out var seconds))
        {
            quantity = new(value * seconds, "time", new(start, unit.Span.End));
            return 2;
        }

        if (WorkingTime.Contains(unit.Key) && at + 2 < words.Length && Seconds.TryGetValue(words[at + 2].Key, out seconds))
        {
            quantity = new(value * seconds, "working time", new(start, words[at + 2].Span.End));
            return 3;
        }

        // A bare "one" is mostly an article.
        if (!char.IsAsciiDigit(key[0]) && value <= 1)
            return 0;
        quantity = new(value, unit.Key, new(start, unit.Span.End));
        return 1;
    }
}
