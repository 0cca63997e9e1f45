using CommonLanguage.Glossary;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace CommonLanguage.Server.Hosting;

/// <summary>
/// The log on the console: an entry a line. Whatever callers have sent (ASP.NET logs addresses decoded) can neither begin a line of its
/// own nor act on a terminal: control and format characters are written as U+XXXX.
/// </summary>
sealed class ConsoleLines() : ConsoleFormatter(Key)
{
    public const string Key = "lines";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        // The host and the web server would both show a stack before the program says in one sentence why it cannot start.
        if (StartFault.SentenceOf(logEntry.Exception) is not null)
            return;
        var entry = $"{logEntry.Category}[{logEntry.EventId.Id}] {logEntry.Formatter(logEntry.State, logEntry.Exception)} {logEntry.Exception}";
        textWriter.WriteLine($"{NameOf(logEntry.LogLevel)}: {Shown.OneLine(entry.TrimEnd().ReplaceLineEndings(" "), int.MaxValue)}");
    }

    static string NameOf(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
