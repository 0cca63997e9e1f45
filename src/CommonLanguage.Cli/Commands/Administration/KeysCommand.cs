using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>API keys.</summary>
sealed class KeysCommand : ToolCommand
{
    public KeysCommand(Terminal terminal)
        : base("keys", "Make, list and revoke API keys.")
    {
        Add(new KeysCreateCommand(terminal));
        Add(new KeysListCommand(terminal));
        Add(new KeysRevokeCommand(terminal));
        Add(new KeysClaimCommand(terminal));
        Notes = """
            Examples:
              commonlanguage keys create ada@example.org --scope write --for "import at night" > key.txt
              commonlanguage keys list
              commonlanguage keys revoke 3f2a90b1c4d5
            """;
    }
}
