using System.Collections.Immutable;

namespace CommonLanguage.Glossary;

/// <summary>
/// What one revision of an entry says (ISO 704, ISO 10241-1): its terms, its definition and what goes with it. Immutable and
/// valid by construction.
/// </summary>
public sealed record EntryContent
{
    /// <summary>Checks and keeps a content. Line ends become LF; blanks at the ends of texts go.</summary>
    /// <param name="terms">1 to 50; the first is the one shown.</param>
    /// <param name="definition">1 to 20 000 characters.</param>
    /// <param name="language">Language of the definition.</param>
    /// <param name="scopeNote">Where and how it applies, at most 20 000 characters.</param>
    /// <param name="note">Anything else, at most 20 000 characters.</param>
    /// <param name="subjectField">The field of the term, at most 200 characters.</param>
    /// <param name="source">Free text or an http, https, doi or urn address, at most 2 000 characters.</param>
    /// <param name="replacedBy">Term or entry to use instead, at most 200 characters.</param>
    /// <param name="validFrom">First day it holds; null = since it was published.</param>
    /// <param name="validTo">First day it no longer holds; null = open.</param>
    /// <param name="adopts">Name of the entry whose definition this one takes over; empty = none.</param>
    /// <exception cref="RefusalException">A part is missing, too long, or holds what it cannot hold; names the field.</exception>
    public EntryContent(
        ImmutableArray<Term> terms,
        string? definition,
        LanguageTag language,
        string? scopeNote = null,
        string? note = null,
        string? subjectField = null,
        string? source = null,
        string? replacedBy = null,
        DateOnly? validFrom = null,
        DateOnly? validTo = null,
        string? adopts = null)
    {
        if (terms.IsDefaultOrEmpty)
            throw new RefusalException(ErrorReason.ValueMissing, "'terms' is empty; an entry needs at least one term.", "terms");
        if (terms.Length > Limits.TermsOfAnEntry)
        {
            throw Refusals.TooManyValues(
                FormattableString.Invariant($"The entry has {terms.Length} terms; at most {Limits.TermsOfAnEntry} are kept."), "terms", terms.Length, Limits.TermsOfAnEntry);
        }

        if (validFrom >= validTo)
        {
            throw Refusals.Unreadable(
                ErrorReason.DateInvalid, $"'valid_to' ({validTo:O}) is not after 'valid_from' ({validFrom:O}); give a later day.", "valid_to", $"{validTo:O}");
        }

        Terms = terms;
        Definition = Wording.OfText(definition, "definition", Limits.Definition, required: true);
        Language = language;
        ScopeNote = Wording.OfText(scopeNote, "scope_note", Limits.Note, required: false);
        Note = Wording.OfText(note, "note", Limits.Note, required: false);
        SubjectField = Wording.OfLine(subjectField, "subject_field", Limits.Name);
        Source = Wording.OfSource(source, "source");
        ReplacedBy = Wording.OfLine(replacedBy, "replaced_by", Limits.Term);
        ValidFrom = validFrom;
        ValidTo = validTo;
        Adopts = string.IsNullOrEmpty(adopts) ? "" : EntryName.ParseName(adopts, "adopts").ToString();
    }

    /// <summary>At least one; the first is the one shown.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>The first term.</summary>
    public Term Term => Terms[0];

    /// <summary>Plain text.</summary>
    public string Definition { get; }

    /// <summary>Language of the definition.</summary>
    public LanguageTag Language { get; }

    /// <summary>Where and how the definition applies; empty when not said.</summary>
    public string ScopeNote { get; }

    /// <summary>Anything else; empty when not said.</summary>
    public string Note { get; }

    /// <summary>The field of the term; empty when not said.</summary>
    public string SubjectField { get; }

    /// <summary>Where the definition comes from; empty when not said.</summary>
    public string Source { get; }

    /// <summary>Term or entry to use instead; empty when there is none.</summary>
    public string ReplacedBy { get; }

    /// <summary>First day the meaning holds; null = since it was published.</summary>
    public DateOnly? ValidFrom { get; }

    /// <summary>First day the meaning no longer holds; null = open.</summary>
    public DateOnly? ValidTo { get; }

    /// <summary>Name of the entry whose definition this one takes over; empty when it is the owner's own.</summary>
    public string Adopts { get; }

    /// <summary>This content with some parts changed; null keeps what is there.</summary>
    public EntryContent With(
        ImmutableArray<Term>? terms = null, string? definition = null, LanguageTag? language = null, string? scopeNote = null, string? replacedBy = null,
        string? adopts = null, DateOnly? validFrom = null, string? source = null) =>
        new(terms ?? Terms, definition ?? Definition, language ?? Language, scopeNote ?? ScopeNote, Note, SubjectField, source ?? Source, replacedBy ?? ReplacedBy,
            validFrom ?? ValidFrom, ValidTo, adopts ?? Adopts);

    /// <summary>Same words, texts and dates.</summary>
    public bool Equals(EntryContent? other) =>
        other is not null && Terms.AsSpan().SequenceEqual(other.Terms.AsSpan()) && Definition == other.Definition
        && Language == other.Language && ScopeNote == other.ScopeNote && Note == other.Note && SubjectField == other.SubjectField
        && Source == other.Source && ReplacedBy == other.ReplacedBy && ValidFrom == other.ValidFrom && ValidTo == other.ValidTo
        && Adopts == other.Adopts;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Terms[0].Text, Definition);
}
