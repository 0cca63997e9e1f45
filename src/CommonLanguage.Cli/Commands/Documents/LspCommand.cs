using CommonLanguage.Cli.Checking;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.LanguageServer;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Documents;

/// <summary>Serves an editor over standard input and output.</summary>
sealed class LspCommand : ToolCommand
{
    // Each use is underlined where it stands and mended there.
    const int UsesInAnEditor = 100;

    public LspCommand(Terminal terminal)
        : base("lsp", "Serve an editor: findings while typing, definitions under the pointer, quick fixes.")
    {
        var glossary = new GlossaryOptions(this, terminal);
        glossary.AddServer();
        Notes = """
            Examples:
              commonlanguage lsp --glossary security.snapshot --as acme --for globex

            Speaks the Language Server Protocol 3.17 on standard input and output; the editor starts it in the folder of the
            documents, whose .commonlanguage.yaml and accepted senses count. Reads Markdown, HTML, plain text,
            reStructuredText and AsciiDoc.
            """;
        SetAction((parse, cancellation) => glossary.OpenAsync(parse, (snapshot, shownName, fetched) =>
        {
            var folder = Folder.Find();
            var session = new EditorSession(snapshot, shownName, () => glossary.Read(parse, folder, fetched) with { FindingsPerSpelling = UsesInAnEditor }, new MessageStream(terminal.In, terminal.OutBytes));
            return session.RunAsync(cancellation);
        }, cancellation));
    }
}
