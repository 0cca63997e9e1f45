using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using Google.Protobuf;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>A command about who may do what: asks the server, and prints the answer as text or as the API's message.</summary>
abstract class AdministrationCommand<T>(Terminal terminal, string name, string description) : ToolCommand(name, description)
    where T : IMessage
{
    readonly Option<string> format = FormatOption.TextOrJson();

    /// <summary>Where the command runs.</summary>
    protected Terminal Terminal { get; } = terminal;

    /// <summary>Adds what is the command's own, then what all of them take.</summary>
    protected void Takes(params ReadOnlySpan<Symbol> own)
    {
        TakeIn(own);
        Options.Add(format);
        var server = new ServerOptions(this, Terminal);
        SetAction((parse, cancellation) => server.AskAsync(parse, connection => RunAsync(parse, connection, cancellation), cancellation));
    }

    /// <summary>Asks the server.</summary>
    protected abstract Task<T> AskAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation);

    /// <summary>Shows the answer to a person.</summary>
    protected abstract void Show(ParseResult parse, T answer);

    async Task<int> RunAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var answer = await AskAsync(parse, connection, cancellation);
        if (parse.GetValue(format) == "json")
            Json.Write(Terminal, answer);
        else
            Show(parse, answer);
        return ExitCode.Done;
    }
}
