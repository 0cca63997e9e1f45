using System.Globalization;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Checking.Settings;

/// <summary>
/// A comment that silences findings where they stand:
/// <c>commonlanguage-ignore-next-line CL001:pod reason="..." until=2027-01-31</c>, or <c>-start</c> ... <c>-end</c> around lines.
/// </summary>
sealed class Suppression
{
    const string Prefix = "commonlanguage-ignore-";

    /// <summary>Rules or "rule:term" pairs; empty = all rules.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    public required string Reason { get; init; }

    public DateOnly? Until { get; init; }

    public required Place Place { get; init; }

    public required int FirstLine { get; init; }

    public int LastLine { get; private set; }

    public bool WasUsed { get; set; }

    public bool Covers(Finding finding, string ruleName, GlossarySnapshot snapshot, DateOnly today)
    {
        if (finding.Place.Line < FirstLine || finding.Place.Line > LastLine || today >= Until)
            return false;
        foreach (var target in Targets)
        {
            var colon = target.IndexOf(':', StringComparison.Ordinal);
            var named = colon < 0 ? target : target[..colon];
            if ((named.Equals(finding.Rule, StringComparison.OrdinalIgnoreCase) || named.Equals(ruleName, StringComparison.OrdinalIgnoreCase))
                && (colon < 0 || FindingNames.Have(finding, target[(colon + 1)..].Trim('"', '\''), snapshot)))
                return true;
        }

        return Targets.Count == 0;
    }

    public static List<Suppression> Of(Document document)
    {
        List<Suppression> all = [];
        Suppression? open = null;
        foreach (var comment in document.Comments)
        {
            var text = comment.Text.AsSpan().Trim();
            if (!text.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            var words = Words(text[Prefix.Length..].ToString());
            var place = document.PlaceInSource(comment.Start, comment.End);
            switch (words[0])
            {
                case "next-line":
                    var next = NextLine(document, place.EndLine);
                    var single = Create(words, place, next);
                    single.LastLine = next;
                    all.Add(single);
                    break;
                case "start":
                    open = Create(words, place, place.EndLine);
                    open.LastLine = int.MaxValue;
                    all.Add(open);
                    break;
                case "end" when open is not null:
                    open.LastLine = place.Line;
                    open = null;
                    break;
                default:
                    break;
            }
        }

        return all;
    }

    static int NextLine(Document document, int line)
    {
        do
            line++;
        while (line < document.LineCount && string.IsNullOrWhiteSpace(document.Line(line)));
        return line;
    }

    static Suppression Create(List<string> words, Place place, int firstLine) => new()
    {
        Targets = [.. words.Skip(1).Where(word => !word.Contains('=', StringComparison.Ordinal))],
        Reason = Value(words, "reason="),
        Until = DateOnly.TryParseExact(Value(words, "until="), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        Place = place,
        FirstLine = firstLine,
    };

    static string Value(List<string> words, string key) =>
        words.Find(word => word.StartsWith(key, StringComparison.Ordinal)) is { } word ? word[key.Length..].Trim('"') : "";

    // Blanks between quotes do not part words.
    static List<string> Words(string text)
    {
        List<string> words = [];
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"')
                quoted = !quoted;
            if (i < text.Length && (quoted || !char.IsWhiteSpace(text[i])))
                continue;
            if (i > start)
                words.Add(text[start..i]);
            start = i + 1;
        }

        return words.Count == 0 ? [""] : words;
    }
}
