namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>Reads numbers in digits: "1,000.5", "1.000,5", "1 000", "½". Pure; any text may be given.</summary>
static class NumberReader
{
    /// <summary>Reads the number that begins at <paramref name="at"/>; false when it is none ("3.2.1") or beyond 10^15.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, bool pointGroups, out double value, out int end)
    {
        value = 0;
        end = at;
        if (!char.IsAsciiDigit(text[at]))
        {
            var numeric = char.GetNumericValue(text[at]);
            if (numeric < 0 || double.IsNaN(numeric))
                return false;
            value = numeric;
            end = at + 1;
            return true;
        }

        end = Digits(text, at, ref value);
        var first = end - at;
        var decimals = false;
        while (end < text.Length && !decimals)
        {
            var separator = text[end];
            var next = end + 1;
            if (next >= text.Length || !char.IsAsciiDigit(text[next]))
                break;
            var run = RunLength(text, next);
            var groups = run == 3 && first <= 3 && IsGroup(separator, pointGroups);
            if (groups)
            {
                end = Digits(text, next, ref value);
                continue;
            }

            if (separator is not ('.' or ','))
                break;
            double part = 0;
            end = Digits(text, next, ref part);
            value += part / Math.Pow(10, run);
            decimals = true;
        }

        // "3.2.1" and "1.2.840" name things.
        var named = decimals && end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]);
        while (named && end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
            end++;
        return !named && value < 1e15;
    }

    static bool IsGroup(char separator, bool pointGroups) => separator switch
    {
        ',' => !pointGroups,
        '.' => pointGroups,
        '\'' or '\u2019' or ' ' or '\u00A0' or '\u2009' or '\u202F' => true,
        _ => false,
    };

    static int RunLength(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - at;
    }

    static int Digits(ReadOnlySpan<char> text, int at, ref double value)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            value = (value * 10) + (text[at++] - '0');
        return at;
    }
}
