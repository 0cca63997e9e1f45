using CommonLanguage.Administration;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Testing;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Server.Tests.SignIn;

/// <summary>
/// A server with sign-in: organisations alfa and bravo, partners in "papa", with a conflict about "incident"; zulu and yankee in "quebec", with another, which
/// nobody of the first may know of.
/// </summary>
sealed class SignedInServer : IAsyncDisposable
{
    SignedInServer(TestServer server) => Server = server;

    public TestServer Server { get; }

    public AccessEditor Editor => Server.Services.GetRequiredService<AccessEditor>();

    public static async Task<SignedInServer> StartAsync(params string[] settings)
    {
        var server = new SignedInServer(await TestServer.StartAsync(null, ["--Authentication:ApiKeys=true", .. settings]));
        await server.Server.Services.LoadedAsync();
        return server;
    }

    /// <summary>Fills the store.</summary>
    public async Task FillAsync()
    {
        var partners = Server.Services.GetRequiredService<PartnerEditor>();
        foreach (var (partnership, members) in ((string, string[])[])[("papa", ["alfa", "bravo"]), ("quebec", ["zulu", "yankee"])])
        {
            foreach (var member in members)
            {
                _ = await partners.CreateOrganisationAsync(Actor.Service, Organisation(member), "", "", default, CancellationToken.None);
                foreach (var (id, term, definition) in Texts(member))
                {
                    _ = await Server.Services.GetRequiredService<Editor>().CreateEntryAsync(
                        Actor.Service, Organisation(member), id, new([new Term(term)], definition, LanguageTag.Parse("en", "language")), default, CancellationToken.None);
                }
            }

            _ = await partners.CreatePartnershipAsync(
                Actor.Service, Partnership(partnership), "", "", [.. members.Select(Organisation)], null, default, CancellationToken.None);
        }

        await Server.Services.LoadedAsync();
    }

    public static OrganisationId Organisation(string id) => OrganisationId.Parse(id, "organisation");

    public static PartnershipId Partnership(string id) => PartnershipId.Parse(id, "partnership");

    /// <summary>Gives a role and answers with a key for the person.</summary>
    public async Task<string> KeyAsync(string person, Scopes scopes, params (string Place, Role Role)[] roles)
    {
        foreach (var (place, role) in roles)
        {
            var at = place.Length == 0 ? default
                : place is "papa" or "quebec" ? new AffiliationPlace(null, Partnership(place)) : new AffiliationPlace(Organisation(place), null);
            _ = await Editor.CreateAffiliationAsync(Actor.Service, person, at, role, null, null, default, CancellationToken.None);
        }

        return (await Editor.CreateKeyAsync(Actor.Service, person, "", scopes, null, validateOnly: false, CancellationToken.None)).Text;
    }

    /// <summary>Call options that are signed in.</summary>
    public static CallOptions With(string key) => new([new Metadata.Entry("authorization", "Bearer " + key)], DateTime.UtcNow.AddSeconds(20));

    /// <summary>The id of the one conflict of a partnership.</summary>
    public string ConflictOf(string partnership) => Server.Services.GetRequiredService<LiveTables>().Current.Find("incident").Conflicts
        .Select(mark => mark.Name).Single(name => name.StartsWith($"partnerships/{partnership}/", StringComparison.Ordinal));

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    static IEnumerable<(string, string, string)> Texts(string member) =>
    [
        ("incident", "incident", member is "alfa" or "zulu"
            ? "An event that must be resolved within 4 hours of its report." : "An event that must be resolved within 2 business days of its report."),
        ("secret", $"secret of {member}", $"What only {member} and its partners know."),
    ];
}
