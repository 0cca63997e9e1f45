using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange.Tables;

/// <summary>A term of a row, and which of its parts the row tells.</summary>
/// <param name="Term">The term.</param>
/// <param name="HasStatus">Whether the row tells its status.</param>
/// <param name="HasForm">Whether the row tells its form.</param>
/// <param name="HasLanguage">Whether the row tells its language.</param>
readonly record struct RowTerm(Term Term, bool HasStatus, bool HasForm, bool HasLanguage)
{
    /// <summary>The term, with what the row does not tell as it was before.</summary>
    public Term Following(Term before) => new(
        Term.Text,
        HasForm ? Term.Form : before.Form,
        HasStatus ? Term.Status : before.Status,
        HasLanguage ? Term.Language : before.Language);

    /// <summary>The term as a further one of its entry: who says nothing of it may use it.</summary>
    public RowTerm AsFurther() => HasStatus || Term.Status != TermStatus.Preferred
        ? this
        : this with { Term = new(Term.Text, Term.Form, TermStatus.Admitted, Term.Language) };
}
