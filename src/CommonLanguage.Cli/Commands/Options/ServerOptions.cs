using System.CommandLine;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using Grpc.Core;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>Which server a command asks, with which key, and for how long.</summary>
sealed class ServerOptions
{
    readonly Terminal terminal;
    readonly Option<string?> server = new("--server")
    {
        HelpName = "URL",
        Description = $"Address of the server; else COMMONLANGUAGE_SERVER, else {ServerAddress.Default}.",
    };

    readonly Option<string?> tokenFile = new("--token-file")
    {
        HelpName = "FILE",
        Description = "File with the API key; else COMMONLANGUAGE_TOKEN holds the key itself.",
    };

    readonly Option<int> timeout;

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="terminal">Where the command runs.</param>
    /// <param name="seconds">How long a call may take when nothing else is said.</param>
    public ServerOptions(Command command, Terminal terminal, int seconds = 30)
    {
        this.terminal = terminal;
        timeout = NumberOption.Whole("--timeout", "SECONDS", "Give a call up after this long.", seconds, 1, 86_400);
        command.Options.Add(server);
        command.Options.Add(tokenFile);
        command.Options.Add(timeout);
    }

    /// <summary>Asks the server that command line and environment name.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="ask">Makes the calls; gives the exit code.</param>
    /// <param name="cancellation">Set when the person interrupts.</param>
    /// <exception cref="FailureException">Address or key cannot be used, or a call failed.</exception>
    public async Task<int> AskAsync(ParseResult parse, Func<ServerConnection, Task<int>> ask, CancellationToken cancellation)
    {
        var address = NotEmpty(parse.GetValue(server)) ?? NotEmpty(terminal.Variable("COMMONLANGUAGE_SERVER")) ?? ServerAddress.Default;
        using var connection = new ServerConnection(
            ServerAddress.Parse(address), Key(parse.GetValue(tokenFile)), TimeSpan.FromSeconds(parse.GetValue(timeout)));
        try
        {
            return await ask(connection);
        }
        catch (RpcException fault)
        {
            cancellation.ThrowIfCancellationRequested();
            throw RpcFailure.Of(fault, connection.Address);
        }
    }

    string? Key(string? file)
    {
        if (file is null)
            return Checked(NotEmpty(terminal.Variable("COMMONLANGUAGE_TOKEN")?.Trim()), "COMMONLANGUAGE_TOKEN");
        var key = NotEmpty(InputFile.ReadSmall(file).Trim())
            ?? throw FailureException.WrongUse($"Token file '{file}' is empty; put the API key into it.");
        return Checked(key, $"Token file '{file}'");
    }

    // The key itself is never shown.
    static string? Checked(string? key, string place) => key is null || key.All(c => c is > ' ' and < '\u007f')
        ? key
        : throw FailureException.WrongUse($"{place} holds more than an API key; a key is one line without blanks.");

    static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
