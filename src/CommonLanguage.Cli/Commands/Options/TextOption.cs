using System.CommandLine;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>Options that take a text, a day or the name of an organisation.</summary>
static class TextOption
{
    /// <summary>A text that may be left out.</summary>
    public static Option<string> Optional(string name, string description, string helpName = "TEXT") =>
        new(name) { HelpName = helpName, Description = description, DefaultValueFactory = _ => "" };

    /// <summary>A text that must be given.</summary>
    public static Option<string> Required(string name, string description, string helpName = "TEXT") =>
        new(name) { HelpName = helpName, Description = description, Required = true };

    /// <summary>A text that may be given several times.</summary>
    public static Option<string[]> Repeated(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description, DefaultValueFactory = _ => [] };
}
