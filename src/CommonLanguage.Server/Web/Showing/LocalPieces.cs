using System.Text.RegularExpressions;

namespace CommonLanguage.Server.Web.Showing;

/// <summary>A sentence of the desk's own, cut at the long numbers (1,234) and days (2026-12-31) in it.</summary>
static partial class LocalPieces
{
    /// <summary>The pieces from left to right; together they are the sentence.</summary>
    /// <returns>Each with the element that writes it as the reader's locale has it; null = words.</returns>
    public static IEnumerable<(string Text, string? Element)> Of(string sentence)
    {
        var at = 0;
        foreach (Match match in NumbersAndDays().Matches(sentence))
        {
            if (match.Index > at)
                yield return (sentence[at..match.Index], null);
            yield return (match.Value, match.Groups["day"].Success ? "local-time" : "local-number");
            at = match.Index + match.Length;
        }

        if (at < sentence.Length)
            yield return (sentence[at..], null);
    }

    [GeneratedRegex(@"\b(?<day>\d{4}-\d\d-\d\d)\b|\b\d{1,3}(,\d{3})+\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumbersAndDays();
}
