using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using FieldMask = Google.Protobuf.WellKnownTypes.FieldMask;

namespace CommonLanguage.Cli.Commands.Glossaries;

/// <summary>What an organisation means by a word: a new entry, or a new revision of the one there is.</summary>
sealed class DefineCommand : ToolCommand
{
    readonly Terminal terminal;
    readonly ServerOptions server;
    readonly Argument<string[]> term = new("TERM") { Arity = ArgumentArity.OneOrMore, Description = "The word." };
    readonly Option<string> organisation = TextOption.Required("--organisation", "Who defines it.", "ORG");
    readonly Option<string> definition = TextOption.Required("--definition", "What it means.");
    readonly Option<string?> entry = new("--entry") { HelpName = "ID", Description = "Which entry, where the organisation has several under this word." };
    readonly Option<bool> isNew = new("--new") { Description = "Add another meaning beside those there are." };
    readonly Option<bool> dryRun = new("--dry-run") { Description = "Say which conflicts it would open or close; change nothing." };
    readonly Option<string> format = FormatOption.TextOrJson();

    public DefineCommand(Terminal terminal)
        : base("define", "Say what a word means to an organisation: changes its definition, or adds the first one.")
    {
        this.terminal = terminal;
        Arguments.Add(term);
        foreach (var option in (Option[])[organisation, definition, entry, isNew, dryRun, format])
            Options.Add(option);
        server = new(this, terminal);
        Notes = """
            Examples:
              commonlanguage define incident --organisation acme --definition "An event that stops a service."
              commonlanguage define incident --organisation acme --definition "..." --dry-run
            """;
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var (owner, word) = (Names.Organisation(parse.GetRequiredValue(organisation)), string.Join(' ', parse.GetRequiredValue(term)));
        var current = parse.GetValue(isNew) ? null : await FindAsync(parse, connection, owner, word, cancellation);
        WriteEntryResponse written;
        if (current is null)
        {
            written = await connection.Glossary.CreateEntryAsync(
                new()
                {
                    Parent = owner,
                    Entry = new Entry { Terms = { new Term { Text = word } }, Definition = parse.GetRequiredValue(definition) },
                    ValidateOnly = parse.GetValue(dryRun),
                },
                connection.Call(cancellation));
        }
        else
        {
            written = await connection.Glossary.UpdateEntryAsync(
                new()
                {
                    Entry = new Entry { Name = current.Name, Etag = current.Etag, Definition = parse.GetRequiredValue(definition) },
                    UpdateMask = FieldMask.FromString("definition"),
                    ValidateOnly = parse.GetValue(dryRun),
                },
                connection.Call(cancellation));
        }

        if (parse.GetValue(format) == "json")
            Json.Write(terminal, written);
        else
            WrittenEntry.Show(terminal, written);
        if (parse.GetValue(dryRun))
            terminal.Tell("Nothing was changed.");
        return ExitCode.Done;
    }

    async Task<Entry?> FindAsync(ParseResult parse, ServerConnection connection, string owner, string word, CancellationToken cancellation)
    {
        if (parse.GetValue(entry) is { } id)
        {
            var name = id.Contains('/', StringComparison.Ordinal) ? id : $"{owner}/entries/{id}";
            return await connection.Glossary.GetEntryAsync(new() { Name = name }, connection.Call(cancellation));
        }

        var found = (await connection.Glossary.ListEntriesAsync(new() { Parent = owner, Term = word }, connection.Call(cancellation))).Entries;
        return found.Count <= 1
            ? found.FirstOrDefault()
            : throw FailureException.WrongUse(
                $"{Names.Id(owner)} has several meanings of '{word}'; say which with --entry: {string.Join(", ", found.Select(one => Names.Id(one.Name)))}, or add one with --new.");
    }
}
