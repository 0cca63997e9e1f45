using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>People's roles.</summary>
sealed class AffiliationsCommand : ToolCommand
{
    public AffiliationsCommand(Terminal terminal)
        : base("affiliations", "Give people roles in organisations and partnerships, list and end them.")
    {
        Add(new AffiliationsAddCommand(terminal));
        Add(new AffiliationsListCommand(terminal));
        Add(new AffiliationsEndCommand(terminal));
        Notes = """
            Examples:
              commonlanguage affiliations add ada@example.org --role owner --organisation acme
              commonlanguage affiliations list --organisation acme
              commonlanguage affiliations end 7 --on 2026-07-01
            """;
    }
}
