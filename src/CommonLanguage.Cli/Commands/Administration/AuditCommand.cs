using System.CommandLine;
using CommonLanguage.Cli.Commands.Options;
using CommonLanguage.Cli.Connection;
using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Administration;

/// <summary>The change log as an auditor reads it: who, when, from where, what.</summary>
sealed class AuditCommand : AdministrationCommand<ListChangesResponse>
{
    const int ChangesOfOneRead = 1_000;

    readonly Option<string> by = TextOption.Optional("--by", "Only what this person or program did.", "PERSON");
    readonly Option<string> of = TextOption.Optional("--of", "Only what was done to this, by the beginning of its resource name.", "NAME");
    readonly Option<int> limit = NumberOption.Whole("--limit", "N", "Show at most this many.", 50, 1, 100_000);

    public AuditCommand(Terminal terminal)
        : base(terminal, "audit", "Say who changed what, when and from where, newest first. Addresses are shown to administrators.")
    {
        Takes(by, of, limit);
        Notes = """
            Examples:
              commonlanguage audit --limit 10
              commonlanguage audit --by ada@example.org
              commonlanguage audit --of organisations/acme --format json
            """;
    }

    /// <inheritdoc/>
    protected override async Task<ListChangesResponse> AskAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellation)
    {
        var (person, name, most) = (parse.GetValue(by), parse.GetValue(of) ?? "", parse.GetValue(limit));
        var found = new ListChangesResponse();
        var request = new ListChangesRequest { PageSize = ChangesOfOneRead };
        do
        {
            var page = await connection.Changes.ListChangesAsync(request, connection.Call(cancellation));
            found.Changes.AddRange(page.Changes
                .Where(change => (string.IsNullOrEmpty(person) || change.Actor == person) && IsWithin(change.Subject, name)).Take(most - found.Changes.Count));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0 && found.Changes.Count < most);
        return found;
    }

    /// <inheritdoc/>
    protected override void Show(ParseResult parse, ListChangesResponse answer)
    {
        if (answer.Changes.Count == 0)
            Terminal.Tell("Nothing of the kind has been changed yet.");
        else
            ChangeLog.ShowOrigins(Terminal, answer.Changes);
    }

    static bool IsWithin(string subject, string name) =>
        name.Length == 0 || subject == name || subject.StartsWith(name.TrimEnd('/') + "/", StringComparison.Ordinal);
}
