using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange.Tables;

/// <summary>The header of a table of entries: which column holds what.</summary>
sealed class TableColumns
{
    // The fields of an entry, and the names that their columns go by in people's files. A field's own name goes first, then the names in
    // this order.
    static readonly (string Field, string[] Names)[] Known =
    [
        ("term", ["term_name", "preferred_term", "word", "name", "begriff", "benennung", "terme", "término", "termine"]),
        (
            "definition",
            ["definition_text", "meaning", "description", "bedeutung", "beschreibung", "définition", "definición", "definizione"]),
        ("language", ["lang", "sprache", "langue", "idioma", "lingua"]),
        ("source", []),
        ("status", ["term_status"]),
        ("replaced_by", []),
        ("note", []),
        ("subject_field", []),
        ("id", []),
        ("scope_note", []),
        ("valid_from", []),
        ("valid_to", []),
        ("form", []),
        ("term_language", []),
        ("adopts", []),
        ("synonyms", ["synonym", "also_known_as", "synonyme", "sinónimos", "sinonimi"]),
        ("acronym", ["acronyms", "akronym", "acronyme", "acrónimo", "acronimo"]),
        ("abbreviation", ["abbreviations", "abkürzung", "abréviation", "abreviatura", "abbreviazione"]),
    ];

    readonly Dictionary<string, int> positions;

    TableColumns(string[] header, Dictionary<string, int> positions)
    {
        this.positions = positions;
        Count = header.Length;
        var taken = positions.ToDictionary(field => field.Value, field => field.Key);
        Taken = [.. taken.OrderBy(field => field.Key).Select(field => (Shown.OneLine(header[field.Key].Trim()), field.Value))];
        Others =
        [
            .. header.Index().Where(column => !taken.ContainsKey(column.Index)).Select(column => column.Item.Trim() is { Length: > 0 } name
                ? (column.Index, name, true)
                : (column.Index, string.Create(CultureInfo.InvariantCulture, $"column {column.Index + 1}"), false)),
        ];
    }

    /// <summary>Number of columns.</summary>
    public int Count { get; }

    /// <summary>Columns that are a field of an entry, in the order of the table.</summary>
    public ImmutableArray<(string Column, string Field)> Taken { get; }

    /// <summary>Columns that are no field of an entry, by position.</summary>
    public ImmutableArray<(int Position, string Name, bool IsNamed)> Others { get; }

    /// <summary>Position of the column of a field, -1 when there is none.</summary>
    public int this[string field] => positions.GetValueOrDefault(field, -1);

    /// <summary>Whether a row is a header: it names a column for the term and one for the definition.</summary>
    public static bool IsHeader(string[] row, ReadingOptions options) =>
        Find(row, options) is var found && found.ContainsKey("term") && found.ContainsKey("definition");

    /// <summary>Reads a header row.</summary>
    /// <exception cref="RefusalException">A required column is missing, a column stands twice, or there are too many.</exception>
    public static TableColumns Read(string[] header, ReadingOptions options)
    {
        if (header.Length > Limits.ImportColumns)
        {
            throw new RefusalException(
                ErrorReason.TooManyColumns,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The header has {header.Length} columns; at most {Limits.ImportColumns} are read. Leave out what is no part of the glossary."),
                metadata: new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["count"] = header.Length.ToString(CultureInfo.InvariantCulture),
                    ["limit"] = Limits.ImportColumns.ToString(CultureInfo.InvariantCulture),
                });
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in header)
        {
            if (Key(column) is { Length: > 0 } name && !names.Add(name))
            {
                throw new RefusalException(
                    ErrorReason.ColumnDuplicated,
                    $"Column {Shown.Quoted(column.Trim())} stands twice in the header; leave one of them.",
                    metadata: Named(name));
            }
        }

        var found = Find(header, options);
        var missing = options.Columns.Values.FirstOrDefault(column => !names.Contains(Key(column)))
            ?? ((ReadOnlySpan<string>)["term", "definition"]).ToArray().FirstOrDefault(field => !found.ContainsKey(field));
        return missing is null ? new(header, found) : throw new RefusalException(
            ErrorReason.ColumnMissing,
            $"The header has no column {Shown.Quoted(missing)} (it has: {string.Join(", ", header.Take(12).Select(Shown.Quoted))}); "
            + "name the columns term and definition, or say which they are (--column term=NAME --column definition=NAME).",
            metadata: Named(missing));
    }

    /// <summary>Refuses columns that were named for what is no field of an entry.</summary>
    /// <exception cref="RefusalException">Such a field is not known (ValueUnknown).</exception>
    public static void CheckFields(ReadingOptions options)
    {
        foreach (var field in options.Columns.Keys)
        {
            if (!Known.Any(known => known.Field == field))
            {
                throw Refusals.Unreadable(
                    ErrorReason.ValueUnknown,
                    $"{Shown.Quoted(field)} is no field of an entry; use {string.Join(", ", Known.Select(known => known.Field))}.",
                    "columns",
                    field);
            }
        }
    }

    static Dictionary<string, int> Find(string[] header, ReadingOptions options)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
            _ = columns.TryAdd(Key(header[i]), i);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (field, column) in options.Columns)
        {
            if (columns.TryGetValue(Key(column), out var position))
                found[field] = position;
        }

        foreach (var (field, names) in Known)
        {
            if (found.ContainsKey(field) || options.Columns.ContainsKey(field))
                continue;
            foreach (var name in names.Prepend(field))
            {
                if (columns.TryGetValue(name, out var position) && !found.ContainsValue(position))
                {
                    found[field] = position;
                    break;
                }
            }
        }

        return found;
    }

    // Letter case, blanks and hyphens do not matter; a star marks a column that another tool requires.
    static string Key(string column) => column.Trim().TrimEnd('*').ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    static Dictionary<string, string> Named(string column) => new(StringComparer.Ordinal) { ["column"] = column };
}
