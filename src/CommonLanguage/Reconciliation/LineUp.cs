using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>
/// The definitions of a conflict held against each other: what each entry says of each characteristic. Read from the texts
/// that were compared; what people have corrected counts instead. Pure.
/// </summary>
public static class LineUp
{
    static readonly (CharacteristicKind Kind, string Name)[] Names =
    [
        (CharacteristicKind.KindOfThing, "kind of thing"),
        (CharacteristicKind.Quantity, "quantity"),
        (CharacteristicKind.Time, "time"),
        (CharacteristicKind.Duty, "duty"),
        (CharacteristicKind.Party, "parties"),
        (CharacteristicKind.Inclusion, "includes"),
        (CharacteristicKind.Exclusion, "excludes"),
        (CharacteristicKind.Condition, "condition"),
    ];

    /// <summary>The rows that any entry says something about, a cell for each text, in their order.</summary>
    /// <param name="texts">The revision of each party that was compared.</param>
    /// <param name="corrections">What people have put in place of what is read, by characteristic and entry.</param>
    public static ImmutableArray<LineUpRow> Of(IReadOnlyList<Revision> texts, IReadOnlyDictionary<(string Characteristic, long Entry), string> corrections)
    {
        var read = texts.Select(text => CharacteristicReader.Of(DefinitionReading.Of(text.Content.Term.Text, text.Content.Definition, text.Content.Language.Value))).ToArray();
        var names = Names.Select(row => row.Name);
        var added = corrections.Keys.Select(cell => cell.Characteristic).Except(names, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return
        [
            .. Names.Select(row => Row(row.Name, i => Said(texts[i].Content.Definition, read[i], row.Kind)))
                .Concat(added.Select(name => Row(name, _ => "")))
                .Where(row => row.Cells.Any(cell => cell.Value.Length > 0 || cell.IsCorrected)),
        ];

        LineUpRow Row(string name, Func<int, string> said) => new(name, [.. texts.Select((text, i) =>
            corrections.TryGetValue((name, text.EntryKey), out var corrected) ? new LineUpCell(text.EntryKey, corrected, IsCorrected: true) : new LineUpCell(text.EntryKey, said(i), IsCorrected: false))]);
    }

    static string Said(string definition, ImmutableArray<Characteristic> read, CharacteristicKind kind) =>
        string.Join("; ", read.Where(found => found.Kind == kind).Select(found => definition[found.Span.Start..found.Span.End].ReplaceLineEndings(" ")).Distinct(StringComparer.OrdinalIgnoreCase));
}
