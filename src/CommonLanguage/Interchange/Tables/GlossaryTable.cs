using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Csv;

namespace CommonLanguage.Interchange.Tables;

/// <summary>
/// The entries of a table, row by row; rows with one id are one entry. What concerns the file is refused by an exception, what concerns
/// a row by the row.
/// </summary>
/// <param name="table">The table; it stands on its header.</param>
/// <param name="columns">The header.</param>
/// <param name="reading">What was taken for what.</param>
sealed class GlossaryTable(Table table, TableColumns columns, FileReading reading) : IDisposable
{
    static readonly (string Column, TermForm Form)[] FurtherTerms =
        [("synonyms", TermForm.Variant), ("acronym", TermForm.Acronym), ("abbreviation", TermForm.Abbreviation)];

    readonly HashSet<int> unnamedWithValues = [];

    /// <summary>What was taken for what.</summary>
    public FileReading Reading => reading;

    /// <summary>Columns that are no field of an entry and are kept as a note; without those that have neither a name nor, so far, a value.</summary>
    public ImmutableArray<string> Notes =>
        [.. columns.Others.Where(column => column.IsNamed || unnamedWithValues.Contains(column.Position)).Select(column => column.Name)];

    /// <summary>The entries, in the order of their first rows.</summary>
    /// <param name="isHeld">Whether all of them may be held in memory: if not, the rows of an entry are joined only where they follow each other.</param>
    /// <exception cref="RefusalException">The file cannot be read further.</exception>
    public IEnumerable<ImportRow> Rows(bool isHeld) => isHeld ? Held() : Following();

    /// <inheritdoc/>
    public void Dispose() => table.Dispose();

    IEnumerable<ImportRow> Following()
    {
        (int Line, string Id, RowContent Content)? open = null;
        while (NextRow())
        {
            var (line, id, content, problem) = Row();
            if (problem is not null)
                yield return new(line, id, null, problem);
            if (content is null)
                continue;
            if (open is { } before && id.Length > 0 && id == before.Id)
            {
                var (both, refused) = Join(before, line, content);
                open = before with { Content = both };
                if (refused is not null)
                    yield return refused;
                continue;
            }

            if (open is { } done)
                yield return Entry(done.Line, done.Id, done.Content);
            open = (line, id, content);
        }

        if (open is { } last)
            yield return Entry(last.Line, last.Id, last.Content);
    }

    List<ImportRow> Held()
    {
        List<ImportRow?> rows = [];
        List<(int At, int Line, string Id, RowContent Content)> entries = [];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        while (NextRow())
        {
            var (line, id, content, problem) = Row();
            if (problem is not null)
                rows.Add(new(line, id, null, problem));
            if (content is null)
                continue;
            if (id.Length > 0 && !known.TryAdd(id, entries.Count))
            {
                var before = entries[known[id]];
                var (both, refused) = Join((before.Line, id, before.Content), line, content);
                entries[known[id]] = before with { Content = both };
                if (refused is not null)
                    rows.Add(refused);
                continue;
            }

            entries.Add((rows.Count, line, id, content));
            rows.Add(null);
        }

        foreach (var (at, line, id, content) in entries)
            rows[at] = Entry(line, id, content);
        return rows!;
    }

    (RowContent Content, ImportRow? Refused) Join((int Line, string Id, RowContent Content) before, int line, RowContent next)
    {
        var (both, parting) = before.Content.With(next);
        if (both is not null)
            return (both, null);
        if (parting is null)
        {
            return (before.Content, new(line, before.Id, null, new(
                line,
                ErrorReason.RowRepeated,
                string.Create(CultureInfo.InvariantCulture, $"Line {line} says nothing that line {before.Line} does not; it was left out."))));
        }

        // What else is wrong with the row is found at the same time.
        return (before.Content, Entry(line, before.Id, next) with
        {
            Problem = new(
                line,
                ErrorReason.IdDuplicated,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Id {Shown.Quoted(before.Id)} stands in line {before.Line} already, with another {parting}; give each entry an id of its own."),
                "id"),
        });
    }

    ImportRow Entry(int line, string id, RowContent row)
    {
        try
        {
            return new(line, id, row.ToContent(), null)
            {
                Terms = row.Terms,
                HasLanguage = row.Language.Length > 0,
                HasNote = columns["note"] >= 0,
                HasSubjectField = columns["subject_field"] >= 0,
                HasSource = columns["source"] >= 0,
            };
        }
        catch (RefusalException refusal)
        {
            return new(line, id, null, new(line, refusal.Reason, refusal.Message, refusal.Field ?? ""));
        }
    }

    (int Line, string Id, RowContent? Content, ImportProblem? Problem) Row()
    {
        var line = table.Line;
        var id = Field("id").Trim();
        if (!Fits())
        {
            return (line, id, null, new(
                line,
                ErrorReason.RowRagged,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The row has {table.Count} fields, the header {columns.Count}; put texts in quotes that hold what separates the fields.")));
        }

        try
        {
            var note = Note();
            if (id.Length > 0)
            {
                var written = id;
                (id, var isAnother) = SourceId.Read(written);
                if (isAnother)
                    note = With(note, "id", written);
            }

            var (terms, remark) = Terms();
            foreach (var (name, value) in remark)
                note = With(note, name, value);
            var content = new RowContent
            {
                Terms = terms,
                Definition = PlainText.Of(Field("definition")).Trim(),
                Language = Field("language").Trim(),
                ScopeNote = PlainText.Of(Field("scope_note")).Trim(),
                Note = note,
                SubjectField = PlainText.Of(Field("subject_field")).ReplaceLineEndings(" ").Trim(),
                Source = PlainText.Of(Field("source")).Trim(),
                ReplacedBy = PlainText.Of(Field("replaced_by")).ReplaceLineEndings(" ").Trim(),
                ValidFrom = Day("valid_from"),
                ValidTo = Day("valid_to"),
                Adopts = Field("adopts").Trim(),
            };
            return (line, id, content, terms.Select(term => term.Term.Text).FirstOrDefault(TermCharacters.MixesScripts) is { } mixed
                ? new(
                    line,
                    ErrorReason.CharacterNotAllowed,
                    $"Term {Shown.Quoted(mixed)} mixes scripts within a word; check for look-alike letters.",
                    "term",
                    IsRefused: false)
                : null);
        }
        catch (RefusalException refusal) when (refusal.Reason != ErrorReason.QuoteUnbalanced)
        {
            return (line, id, null, new(line, refusal.Reason, refusal.Message, refusal.Field ?? ""));
        }
    }

    // A row of empty fields, as spreadsheets leave at the end, is none.
    bool NextRow()
    {
        while (table.Read())
        {
            for (var i = 0; i < table.Count; i++)
            {
                if (!string.IsNullOrWhiteSpace(table[i]))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a row has a field for each column. Empty ones at its end, and columns without a name, may be missing or too many.</summary>
    bool Fits()
    {
        for (var i = columns.Count; i < table.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(table[i]))
                return false;
        }

        return table.Count >= columns.Count
            || columns.Others.Count(column => !column.IsNamed && column.Position >= table.Count) == columns.Count - table.Count;
    }

    (ImmutableArray<RowTerm> Terms, List<(string Name, string Value)> Remarks) Terms()
    {
        List<(string, string)> remarks = [];
        var written = Field("status").Trim();
        var (status, isExact) = StatusWords.Read(written);
        if (!isExact)
            remarks.Add(("status", written));
        var shape = Field("form").Trim();
        var form = FormWords.Read(shape);
        if (form is null && shape.Length > 0)
            remarks.Add(("form", shape));
        var language = Field("term_language").Trim();
        var terms = ImmutableArray.CreateBuilder<RowTerm>();
        terms.Add(new(
            new(Word(Field("term")), form ?? TermForm.FullForm, status, language.Length == 0 ? null : LanguageTag.Parse(language, "term_language")),
            written.Length > 0, form is not null, columns["term_language"] >= 0));
        foreach (var (column, further) in FurtherTerms)
        {
            foreach (var word in Words(Field(column)))
            {
                if (!terms.Any(term => term.Term.Text == word))
                    terms.Add(new(new(word, further, TermStatus.Admitted, field: column), HasStatus: false, HasForm: true, HasLanguage: false));
            }
        }

        return (terms.ToImmutable(), remarks);
    }

    static string Word(string cell) => PlainText.Of(cell).ReplaceLineEndings(" ").Replace('\t', ' ');

    // Several words of a cell stand on lines of their own, or behind a semicolon or a bar; only where none of these is there, behind a comma.
    static IEnumerable<string> Words(string cell)
    {
        var text = PlainText.Of(cell);
        char[] between = text.AsSpan().IndexOfAny(";|\n") >= 0 ? [';', '|', '\n', '\r'] : [','];
        return text.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Word);
    }

    string Field(string column) => columns[column] is >= 0 and var position && position < table.Count ? table[position] : "";

    string Day(string column) => columns[column] is >= 0 and var position && position < table.Count ? table.Day(position).Trim() : "";

    string Note()
    {
        var note = PlainText.Of(Field("note")).Trim();
        foreach (var (position, name, isNamed) in columns.Others)
        {
            var value = position < table.Count ? PlainText.Of(table[position]).Trim() : "";
            if (value.Length == 0)
                continue;
            note = With(note, name, value);
            if (!isNamed)
                _ = unnamedWithValues.Add(position);
        }

        return note;
    }

    static string With(string note, string name, string value) => $"{note}{(note.Length > 0 ? "\n" : "")}{name}: {value}";
}
