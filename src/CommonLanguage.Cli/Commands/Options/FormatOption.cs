using System.CommandLine;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>The option --format text|json of commands that print data.</summary>
static class FormatOption
{
    /// <summary>Makes the option.</summary>
    public static Option<string> TextOrJson() => Choice.Option("--format", "How to print: text for people, json for programs.", "text", ["text", "json"]);
}
