using System.CommandLine;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>A command whose help ends with notes: examples first.</summary>
class ToolCommand(string name, string description) : Command(name, description)
{
    /// <summary>Shown at the end of the help.</summary>
    public string Notes { get; set; } = "";

    /// <summary>Adds arguments and options, in the order in which the help names them.</summary>
    protected void TakeIn(params ReadOnlySpan<Symbol> symbols)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                Arguments.Add(argument);
            else
                Options.Add((Option)symbol);
        }
    }
}
