using System.CommandLine;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>Options that several commands share to narrow what they show.</summary>
static class FilterOptions
{
    /// <summary>--organisation, repeated.</summary>
    public static Option<string[]> Organisations(string description) => new("--organisation") { HelpName = "ORG", Description = description };

    /// <summary>--partnership.</summary>
    public static Option<string?> Partnership(string description) => new("--partnership") { HelpName = "P", Description = description };
}
