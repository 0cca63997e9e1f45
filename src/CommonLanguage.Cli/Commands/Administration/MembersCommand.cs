using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>Organisations of a partnership.</summary>
sealed class MembersCommand : ToolCommand
{
    public MembersCommand(Terminal terminal)
        : base("members", "List the organisations of a partnership, bring some in, let some go.")
    {
        Add(new MembersListCommand(terminal));
        Add(MembersChangeCommand.Adding(terminal));
        Add(MembersChangeCommand.Removing(terminal));
        Notes = """
            Examples:
              commonlanguage members list trade
              commonlanguage members add trade acme
              commonlanguage members remove trade acme
            """;
    }
}
