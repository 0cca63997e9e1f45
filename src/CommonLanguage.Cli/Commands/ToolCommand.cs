using System.CommandLine;

namespace CommonLanguage.Cli.Commands;

/// <summary>A command whose help ends with notes: examples first.</summary>
class ToolCommand(string name, string description) : Command(name, description)
{
    /// <summary>Shown at the end of the help.</summary>
    public string Notes { get; set; } = "";
}
