using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Cli.LanguageServer;

/// <summary>The format of a document as an editor tells it: by the id of its language, else by its name.</summary>
static class EditorLanguage
{
    /// <summary>The format, or null when it is none that is read.</summary>
    /// <param name="languageId">Id of the language, as editors name it; empty when not said.</param>
    /// <param name="name">Name or address of the document.</param>
    public static DocumentFormat? FormatOf(string languageId, string name) => languageId.ToLowerInvariant() switch
    {
        "markdown" or "mdx" or "quarto" or "rmd" or "pandoc" or "vimwiki" or "markdown.mdx" or "markdown.pandoc" or "github-issues" => DocumentFormat.Markdown,
        "html" or "xhtml" or "jinja-html" or "django-html" or "handlebars" or "liquid" or "htmldjango" or "eruby" => DocumentFormat.Html,
        "restructuredtext" or "rst" or "rest" => DocumentFormat.RestructuredText,
        "asciidoc" or "asciidoctor" or "adoc" => DocumentFormat.AsciiDoc,
        // Of plain text editors know less than the name does: "notes.rst" without a plugin for it.
        "plaintext" or "text" or "txt" or "mail" => DocumentReader.FormatOf(name) ?? DocumentFormat.PlainText,
        "git-commit" or "gitcommit" or "git-rebase" or "commit" or "jj-commit" or "jjdescription" or "hgcommit" or "scminput" => DocumentFormat.PlainText,
        _ => DocumentReader.FormatOf(name),
    };

    /// <summary>Whether lines that begin with "#" are comments of git, which nobody else reads.</summary>
    public static bool IsCommitMessage(string languageId) => languageId.ToLowerInvariant() is "git-commit" or "gitcommit" or "commit" or "jj-commit" or "jjdescription" or "hgcommit";
}
