using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange.Csv;

/// <summary>The header of a glossary CSV: which column holds what.</summary>
sealed class CsvColumns
{
    static readonly string[] Known =
    [
        "term", "definition", "language", "source", "status", "replaced_by", "note", "subject_field", "id", "scope_note", "valid_from", "valid_to",
    ];

    // Names that a column goes by in people's files. The first that the header has is taken, if the column's own name is not there.
    static readonly (string Column, string[] Names)[] Aliases =
    [
        ("term", ["term_name", "preferred_term", "word", "name", "begriff", "benennung", "terme", "término", "termine"]),
        (
            "definition",
            ["definition_text", "meaning", "description", "bedeutung", "beschreibung", "définition", "definición", "definizione"]),
    ];

    readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);

    CsvColumns()
    {
    }

    /// <summary>Number of columns.</summary>
    public int Count { get; private init; }

    /// <summary>Columns that are no field of an entry, by position.</summary>
    public ImmutableArray<(int Position, string Name)> Others { get; private set; } = [];

    /// <summary>Reads a header row.</summary>
    /// <exception cref="RefusalException">A required column is missing, a column stands twice, or there are too many.</exception>
    public static CsvColumns Read(string[] header)
    {
        if (header.Length > Limits.ImportColumns)
        {
            throw new RefusalException(
                ErrorReason.TooManyColumns,
                FormattableString.Invariant($"The header has {header.Length} columns; at most {Limits.ImportColumns} are read. Leave out what is no part of the glossary."),
                metadata: new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["count"] = header.Length.ToString(CultureInfo.InvariantCulture),
                    ["limit"] = Limits.ImportColumns.ToString(CultureInfo.InvariantCulture),
                });
        }

        var columns = new CsvColumns { Count = header.Length };
        var others = ImmutableArray.CreateBuilder<(int, string)>();
        for (var i = 0; i < header.Length; i++)
        {
            var written = header[i].Trim();
            var name = written.ToLowerInvariant().Replace(' ', '_').Replace('-', '_');
            if (name.Length == 0)
            {
                others.Add((i, FormattableString.Invariant($"column {i + 1}")));
                continue;
            }

            if (!columns.positions.TryAdd(name, i))
            {
                throw new RefusalException(
                    ErrorReason.ColumnDuplicated,
                    $"Column {Shown.Quoted(written)} stands twice in the header; leave one of them.",
                    metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["column"] = name });
            }

            if (!Known.Contains(name, StringComparer.Ordinal))
                others.Add((i, written));
        }

        foreach (var (column, names) in Aliases)
        {
            if (!columns.positions.ContainsKey(column) && names.FirstOrDefault(columns.positions.ContainsKey) is { } alias)
            {
                columns.positions[column] = columns.positions[alias];
                others.RemoveAll(other => other.Item1 == columns.positions[alias]);
            }
        }

        foreach (var required in (ReadOnlySpan<string>)["term", "definition"])
        {
            if (columns.positions.ContainsKey(required))
                continue;
            var separated = header.Length == 1 && header[0].AsSpan().IndexOfAny(';', '\t', '|') is >= 0 and var at ? header[0][at] : '\0';
            throw separated != '\0'
                ? new RefusalException(
                    ErrorReason.SeparatorInvalid,
                    $"The fields are separated by {(separated == '\t' ? "tabs" : $"'{separated}'")}; save the file as CSV with commas (RFC 4180).",
                    metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["found"] = separated.ToString() })
                : new RefusalException(
                    ErrorReason.ColumnMissing,
                    $"The header has no column '{required}' (it has: {string.Join(", ", header.Take(12).Select(Shown.Quoted))}); "
                    + "name the columns term and definition, or by one of their common names.",
                    metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["column"] = required });
        }

        columns.Others = others.DrainToImmutable();
        return columns;
    }

    /// <summary>Position of a column, -1 when it is not there.</summary>
    public int this[string name] => positions.GetValueOrDefault(name, -1);
}
