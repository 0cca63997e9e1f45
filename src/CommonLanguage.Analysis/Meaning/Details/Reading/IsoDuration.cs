namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>Durations of ISO 8601: "P2D", "PT4H30M", "P1W". Pure.</summary>
static class IsoDuration
{
    /// <summary>The length in seconds of a duration that makes up the whole word; false when it is none.</summary>
    public static bool TryRead(ReadOnlySpan<char> word, out double seconds)
    {
        seconds = 0;
        if (word.Length is < 3 or > 24 || word[0] != 'P')
            return false;
        var time = false;
        var parts = 0;
        for (var i = 1; i < word.Length;)
        {
            if (word[i] == 'T' && !time)
            {
                time = true;
                i++;
                continue;
            }

            if (!char.IsAsciiDigit(word[i]) || !NumberReader.TryRead(word, i, pointGroups: false, out var value, out var end) || end == word.Length)
                return false;
            var unit = (word[end], time) switch
            {
                ('Y', false) => 31_557_600,
                ('M', false) => 2_629_800,
                ('W', false) => 604_800,
                ('D', false) => 86_400,
                ('H', true) => 3_600,
                ('M', true) => 60,
                ('S', true) => 1,
                _ => 0,
            };
            if (unit == 0)
                return false;
            seconds += value * unit;
            parts++;
            i = end + 1;
        }

        return parts > 0;
    }
}
