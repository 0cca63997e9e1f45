using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange.Tables;

/// <summary>What a row says of its entry, as it is written; empty where it says nothing.</summary>
sealed record RowContent
{
    /// <summary>The terms, at least one.</summary>
    public required ImmutableArray<RowTerm> Terms { get; init; }

    public required string Definition { get; init; }

    public required string Language { get; init; }

    public required string ScopeNote { get; init; }

    public required string Note { get; init; }

    public required string SubjectField { get; init; }

    public required string Source { get; init; }

    public required string ReplacedBy { get; init; }

    public required string ValidFrom { get; init; }

    public required string ValidTo { get; init; }

    public required string Adopts { get; init; }

    /// <summary>Puts a further row of the same entry to this one: its terms, and what this one leaves empty.</summary>
    /// <param name="next">The further row.</param>
    /// <returns>The entry of both; or the field in which they part, null where the further row says nothing new.</returns>
    public (RowContent? Both, string? Parting) With(RowContent next)
    {
        // An entry over the limits is refused when its rows are together; more of them would only take time.
        if (Terms.Length > Limits.TermsOfAnEntry || Note.Length > Limits.Note)
            return (this, null);
        var (terms, further) = (Terms, next.Terms);
        var language = Language;
        if (next.Language.Length > 0 && !string.Equals(next.Language, Language, StringComparison.OrdinalIgnoreCase))
        {
            // A row without a definition of its own tells the language of its term.
            if (Language.Length == 0)
                language = next.Language;
            else if (next.Definition.Length == 0)
                further = In(further, next.Language);
            else if (Definition.Length == 0)
                (terms, language) = (In(terms, Language), next.Language);
            else
                return (null, "language");
        }

        ImmutableArray<RowTerm> added = [.. further.Where(term => !terms.Any(known => IsSame(known.Term, term.Term)))];
        string? parting = null;
        var both = this with
        {
            Terms = [.. terms, .. added.Select(term => term.AsFurther())],
            Definition = Same(Definition, next.Definition, "definition"),
            Language = language,
            ScopeNote = Same(ScopeNote, next.ScopeNote, "scope_note"),
            Note = Note.Contains(next.Note, StringComparison.Ordinal) ? Note : $"{Note}\n{next.Note}",
            SubjectField = Same(SubjectField, next.SubjectField, "subject_field"),
            Source = Same(Source, next.Source, "source"),
            ReplacedBy = Same(ReplacedBy, next.ReplacedBy, "replaced_by"),
            ValidFrom = Same(ValidFrom, next.ValidFrom, "valid_from"),
            ValidTo = Same(ValidTo, next.ValidTo, "valid_to"),
            Adopts = Same(Adopts, next.Adopts, "adopts"),
        };
        return parting is not null ? (null, parting) : both == this with { Terms = both.Terms } && added.IsEmpty ? (null, null) : (both, null);

        string Same(string mine, string other, string field)
        {
            if (mine.Length > 0 && other.Length > 0 && mine != other)
                parting ??= field;
            return mine.Length > 0 ? mine : other;
        }
    }

    /// <summary>The content of the entry.</summary>
    /// <exception cref="RefusalException">A field is missing, too long, or holds what it cannot hold.</exception>
    public EntryContent ToContent() => new(
        [.. Terms.Select(term => term.Term)],
        Definition,
        LanguageTag.Parse(Language, "language"),
        ScopeNote,
        Note,
        SubjectField,
        Source,
        ReplacedBy,
        Days.ParseOptional(ValidFrom, "valid_from"),
        Days.ParseOptional(ValidTo, "valid_to"),
        Adopts);

    static bool IsSame(Term one, Term other) => one.Text == other.Text && one.Form == other.Form && one.Language == other.Language;

    static ImmutableArray<RowTerm> In(ImmutableArray<RowTerm> terms, string language)
    {
        var tag = LanguageTag.Parse(language, "language");
        return [.. terms.Select(term => term with { Term = new(term.Term.Text, term.Term.Form, term.Term.Status, tag), HasLanguage = true })];
    }
}
