using System.Collections.Concurrent;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Administration;

/// <summary>Who somebody is and what they may do now: follows every change of affiliations, keys and partnerships at once. Thread-safe.</summary>
public sealed class Access(LiveTables tables, SetupToken setup, TimeProvider time)
{
    const int MostKnown = 10_000;

    volatile Known known = new(PartnerDirectory.Empty, PeopleDirectory.Empty, default);

    /// <summary>Done when it is known who there is; sign-in waits for it.</summary>
    public Task Ready => tables.PeopleLoaded;

    /// <summary>The name of the one who holds the token of the first start.</summary>
    const string SetupPerson = "setup";

    /// <summary>Whether a text is written like an API key, or like the token of the first start.</summary>
    public static bool IsKey(ReadOnlySpan<char> text) => text.StartsWith(ApiKeyText.Prefix, StringComparison.Ordinal) || SetupToken.LooksLike(text);

    /// <summary>Checks an API key, or the token of the first start.</summary>
    /// <param name="text">The key as it was sent.</param>
    /// <param name="origin">Makes the text for the change log, given what was signed in with.</param>
    /// <exception cref="RefusalException">Not a key that is taken (SignInInvalid); the message never says which part is wrong.</exception>
    public Credential SignIn(string text, Func<string, string> origin)
    {
        var people = tables.Current.People;
        if (SetupToken.LooksLike(text))
        {
            return setup.Matches(text, people)
                ? new(SetupPerson, Scopes.Administer, origin("setup token"), "", DateTimeOffset.MaxValue) { IsSetup = true }
                : throw Refusals.SignInInvalid("The token of the first start is no longer taken; start the server again for another one, or use an API key.");
        }

        var key = ApiKeyText.TryRead(text, out var id, out var secret) ? people.FindKey(id) : null;
        // An unknown id costs what a wrong secret costs.
        var matches = ApiKeyText.Matches(secret, key is null ? new byte[32] : key.SecretHash.Span);
        return key is not null && matches && key.IsGoodAt(time.GetUtcNow())
            ? new(key.Person, key.Scopes, origin($"key {key.Id}"), key.Id, key.Expires)
            : throw Refusals.SignInInvalid("The API key is not one that is taken: unknown, expired or revoked; ask an administrator for another.");
    }

    /// <summary>Checks that what was signed in with is still taken.</summary>
    /// <exception cref="RefusalException">It has expired or was revoked meanwhile (SignInInvalid).</exception>
    public void Check(Credential credential)
    {
        var now = time.GetUtcNow();
        if (now >= credential.Expires || (credential.IsSetup && !setup.IsOpen(tables.Current.People)) || (credential.KeyId.Length > 0 && tables.Current.People.FindKey(credential.KeyId)?.IsGoodAt(now) != true))
            throw Refusals.SignInInvalid("The sign-in has expired or was revoked; sign in again.");
    }

    /// <summary>The person, with what they may do at this moment.</summary>
    /// <exception cref="RefusalException">The credential has expired or was revoked meanwhile (SignInInvalid).</exception>
    public Actor ActorOf(Credential credential)
    {
        Check(credential);
        if (credential.IsSetup)
            return new(SetupPerson, credential.Origin) { Rights = new() { MayClaim = true } };
        return new(credential.Person, credential.Origin) { Rights = RightsOf(credential.Person, credential.Scopes) };
    }

    /// <summary>What a person may do now.</summary>
    public Rights RightsOf(string person, Scopes scopes = Scopes.All)
    {
        var snapshot = tables.Current;
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var current = known;
        if (current.Partners != snapshot.Directory || current.People != snapshot.People || current.Day != day || current.Rights.Count > MostKnown)
            known = current = new(snapshot.Directory, snapshot.People, day);
        return current.Rights.TryGetValue((person, scopes), out var rights)
            ? rights
            : current.Rights.GetOrAdd((person, scopes), static (who, of) => of.People.RightsOf(who.Person, who.Scopes, of.Partners, of.Day), current);
    }

    /// <summary>Affiliations that an actor may know of: all for an administrator, else the own ones and those of a partnership they coordinate.</summary>
    public IEnumerable<Affiliation> AffiliationsSeenBy(Actor actor) =>
        tables.Current.People.Affiliations.Where(affiliation => Sees(actor, affiliation));

    /// <summary>API keys that an actor may know of: all for an administrator, else the own ones.</summary>
    public IEnumerable<ApiKey> KeysSeenBy(Actor actor) => tables.Current.People.ApiKeys.Where(key => Sees(actor, key));

    /// <summary>The API key of a resource name, where the actor may know of it.</summary>
    /// <exception cref="RefusalException">There is none, or none that the actor sees (ActNotFound).</exception>
    public ApiKey GetKey(Actor actor, string name) => GetKey(tables.Current, actor, name);

    internal static ApiKey GetKey(ReadTables tables, Actor actor, string name) =>
        tables.People.FindKey(Names.Read(name, "name", "apiKeys")) is { } key && Sees(actor, key) ? key : throw Refusals.KeyNotFound(name);

    internal static bool Sees(Actor actor, Affiliation affiliation) =>
        actor.Rights.IsAdministrator || affiliation.Person == actor.Name || (affiliation.Partnership is { } partnership && actor.Rights.Coordinated.Contains(partnership));

    internal static bool Sees(Actor actor, ApiKey key) => actor.Rights.IsAdministrator || key.Person == actor.Name;

    sealed record Known(PartnerDirectory Partners, PeopleDirectory People, DateOnly Day)
    {
        public ConcurrentDictionary<(string Person, Scopes Scopes), Rights> Rights { get; } = new();
    }
}
