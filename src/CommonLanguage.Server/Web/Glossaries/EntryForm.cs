using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Web.Glossaries;

/// <summary>An entry while it is written. Not thread-safe.</summary>
public sealed class EntryForm
{
    readonly EntryContent? before;

    /// <summary>An empty entry.</summary>
    public EntryForm()
    {
    }

    /// <summary>An entry as it stands.</summary>
    public EntryForm(EntryContent content)
    {
        before = content;
        (Term, Definition, ScopeNote, Source, Language) = (content.Term.Text, content.Definition, content.ScopeNote, content.Source, content.Language.Value);
        Others = string.Join('\n', content.Terms.Skip(1).Select(term => term.Text));
    }

    /// <summary>The word.</summary>
    public string Term { get; set; } = "";

    /// <summary>Other words for it, one a line.</summary>
    public string Others { get; set; } = "";

    /// <summary>What it means.</summary>
    public string Definition { get; set; } = "";

    /// <summary>Where it applies.</summary>
    public string ScopeNote { get; set; } = "";

    /// <summary>Where it comes from.</summary>
    public string Source { get; set; } = "";

    /// <summary>BCP 47.</summary>
    public string Language { get; set; } = "en";

    /// <summary>The content; what the form does not ask for stays as it was.</summary>
    /// <exception cref="RefusalException">A part is missing, too long, or holds what it cannot hold.</exception>
    public EntryContent ToContent() => new(
        [Kept(Term, isFirst: true), .. Others.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => Kept(text, isFirst: false))],
        Definition,
        LanguageTag.Parse(Language, "language"),
        ScopeNote,
        before?.Note,
        before?.SubjectField,
        Source,
        before?.ReplacedBy,
        before?.ValidFrom,
        before?.ValidTo);

    // A word that stays keeps its form and status.
    Term Kept(string text, bool isFirst) => before?.Terms.FirstOrDefault(term => term.Text == text.Trim()) ?? new(text, isFirst ? TermForm.FullForm : TermForm.Variant);
}
