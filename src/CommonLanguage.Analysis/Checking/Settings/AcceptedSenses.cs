using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Settings;

/// <summary>
/// The accepted senses of a folder of documents, kept in <c>.commonlanguage/senses.yaml</c> beside them. Immutable.
/// </summary>
public sealed class AcceptedSenses(ImmutableArray<AcceptedSense> all)
{
    /// <summary>Where they are kept, from the root of the documents.</summary>
    public const string FileName = ".commonlanguage/senses.yaml";

    /// <summary>None.</summary>
    public static readonly AcceptedSenses None = new([]);

    /// <summary>All of them, in the order of the file.</summary>
    public ImmutableArray<AcceptedSense> All { get; } = all;

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableInputException">Not such a file; names the line or the term.</exception>
    public static AcceptedSenses Read(string yaml, string shownName) => new([.. YamlTree.Read(yaml, shownName).WithKeys(shownName, "senses").Mappings("senses").Select(sense => sense.WithKeys(shownName, "term", "reason", "by", "on", "until", "entries")).Select(sense => new AcceptedSense(
        sense.Text("term"),
        [.. sense.Mappings("entries").Select(entry => entry.WithKeys(shownName, "entry", "definition")).Select(entry => new AcceptedMeaning(entry.Text("entry"), entry.Text("definition")))],
        sense.Text("reason"),
        sense.Text("by"),
        Day(sense.Text("on"), sense.Text("term"), shownName) ?? DateOnly.MinValue,
        Day(sense.Text("until"), sense.Text("term"), shownName)))]);

    /// <summary>Those of before with one more, which takes the place of one for the same word and entries.</summary>
    public AcceptedSenses With(AcceptedSense sense) => new([.. All.Where(other => !IsSame(other, sense)), sense]);

    /// <summary>The file.</summary>
    public string Write()
    {
        var yaml = new StringBuilder("# Conflicts between glossaries that these documents live with. Written by 'commonlanguage check --accept'.\nsenses:\n");
        foreach (var sense in All)
        {
            _ = yaml.Append(CultureInfo.InvariantCulture, $"  - term: {Quoted(sense.Term)}\n    reason: {Quoted(sense.Reason)}\n    by: {Quoted(sense.By)}\n    on: {sense.On:yyyy-MM-dd}\n");
            if (sense.Until is { } until)
                _ = yaml.Append(CultureInfo.InvariantCulture, $"    until: {until:yyyy-MM-dd}\n");
            _ = yaml.Append("    entries:\n");
            foreach (var entry in sense.Entries)
                _ = yaml.Append(CultureInfo.InvariantCulture, $"      - entry: {Quoted(entry.Entry)}\n        definition: {Quoted(entry.Definition)}\n");
        }

        return yaml.ToString();
    }

    static bool IsSame(AcceptedSense a, AcceptedSense b) =>
        string.Equals(NormalForm.Of(a.Term), NormalForm.Of(b.Term), StringComparison.Ordinal)
        && a.Entries.Select(entry => entry.Entry).Order(StringComparer.Ordinal).SequenceEqual(b.Entries.Select(entry => entry.Entry).Order(StringComparer.Ordinal));

    static DateOnly? Day(string text, string term, string shownName)
    {
        if (text.Length == 0)
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UnreadableInputException($"'{shownName}': '{text}' of the term '{term}' is not a day; write it as 2026-01-31.");
    }

    // A double-quoted YAML scalar (YAML 1.2, 7.3.1).
    static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
