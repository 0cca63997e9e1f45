using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Administration;

/// <summary>Writes affiliations and API keys: every one a change of the log. Thread-safe.</summary>
public sealed class AccessEditor(WriteQueue queue, SetupToken setup, TimeProvider time)
{
    /// <summary>The longest that an API key is taken.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(366);

    /// <summary>How long an API key is taken when nothing is said.</summary>
    public static readonly TimeSpan UsualLife = TimeSpan.FromDays(90);

    /// <summary>Gives a person a role from a day to a day.</summary>
    /// <param name="actor">An administrator; for a role in a partnership, also its coordinator.</param>
    /// <param name="person">As the person signs in; need not have signed in yet.</param>
    /// <param name="place">Where.</param>
    /// <param name="role">What the person may do there.</param>
    /// <param name="from">First day; null = always: what was before this service counts too.</param>
    /// <param name="to">First day it no longer holds; null = open.</param>
    /// <param name="options">What every write may ask for.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">No such place, or the actor may not; a role that is not held there; the person holds it already.</exception>
    public Task<(Affiliation Affiliation, long Sequence)> CreateAffiliationAsync(
        Actor actor, string person, AffiliationPlace place, Role role, DateOnly? from, DateOnly? to, WriteOptions options, CancellationToken cancellation)
    {
        person = PersonName(person);
        place.Check(role);
        if (to <= from)
            throw Refusals.Unreadable(ErrorReason.DateInvalid, $"'to_date' ({to:O}) is not after 'from_date' ({from:O}); give a later day.", "to_date", $"{to:O}");
        return queue.RunOnceAsync(
            actor,
            ["affiliate", person, place.Organisation?.Value, place.Partnership?.Value, role.ToString(), $"{from:O}", $"{to:O}"],
            ChangeKind.AffiliationChanged,
            options,
            (step, writer) =>
            {
                var (organisation, partnership) = Find(step.Tables, actor, place);
                Permit(actor, partnership);
                var same = step.Tables.People.Of(person).FirstOrDefault(other =>
                    other.Role == role && other.Organisation == organisation?.Key && other.Partnership == partnership?.Key && other.From == from && other.To == to);
                if (same is not null)
                    throw Refusals.AlreadyExists(same.Name);
                var affiliation = new Affiliation(writer.NextKey("affiliations"), person, organisation?.Key, partnership?.Key, role, from, to, step.Sequence);
                step.Put(affiliation);
                return (affiliation, affiliation.Name);
            },
            (tables, subject) => Get(tables, actor, subject),
            cancellation);
    }

    /// <summary>Changes the days of an affiliation: sets its end, most of all. An end equal to its beginning says that it never held.</summary>
    /// <param name="actor">As for giving it.</param>
    /// <param name="name">Its resource name.</param>
    /// <param name="etag">Its current etag.</param>
    /// <param name="first">Whether to change the first day, and to what.</param>
    /// <param name="end">Whether to change the first day it no longer holds, and to what.</param>
    /// <param name="options">What every write may ask for.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">No such affiliation, a stale etag, an end before the beginning, or the actor may not.</exception>
    public Task<(Affiliation Affiliation, long Sequence)> UpdateAffiliationAsync(
        Actor actor, string name, string etag, (bool IsSet, DateOnly? Day) first, (bool IsSet, DateOnly? Day) end, WriteOptions options,
        CancellationToken cancellation) =>
        queue.RunOnceAsync(
            actor,
            ["update", name, etag, $"{first.IsSet} {first.Day:O}", $"{end.IsSet} {end.Day:O}"],
            ChangeKind.AffiliationChanged,
            options,
            (step, _) =>
            {
                var current = Get(step.Tables, actor, name);
                Permit(actor, current.Partnership is { } key ? step.Tables.Directory.Partnership(key) : null);
                Editor.CheckEtag(name, etag, current.Etag, 0);
                var (from, to) = (first.IsSet ? first.Day : current.From, end.IsSet ? end.Day : current.To);
                if (to < from)
                    throw Refusals.Unreadable(ErrorReason.DateInvalid, $"'to_date' ({to:O}) is before 'from_date' ({from:O}); give that day or a later one.", "to_date", $"{to:O}");
                var changed = current with { From = from, To = to, Sequence = step.Sequence };
                step.Put(changed);
                return (changed, changed.Name);
            },
            (tables, subject) => Get(tables, actor, subject),
            cancellation);

    /// <summary>Makes an API key.</summary>
    /// <param name="actor">The person themself, or an administrator for others; what was signed in with must allow to administer.</param>
    /// <param name="person">Who will sign in with it; empty = the actor.</param>
    /// <param name="displayName">What it is for.</param>
    /// <param name="scopes">What may be done with it, at most what the actor's own credential allows; reading always.</param>
    /// <param name="expires">When it ends, within 366 days; null = in 90 days.</param>
    /// <param name="validateOnly">Check, store nothing.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">The actor may not; too long a life; too many keys.</exception>
    public Task<KeyMade> CreateKeyAsync(
        Actor actor, string person, string displayName, Scopes scopes, DateTimeOffset? expires, bool validateOnly, CancellationToken cancellation)
    {
        var holder = person.Length == 0 ? actor.Name : person;
        return queue.RunAsync<KeyMade>(
            (step, writer) =>
            {
                Editing.Permit.Scope(actor, Scopes.Administer);
                if (holder != actor.Name)
                    Editing.Permit.Administer(actor);
                holder = PersonName(holder);
                scopes |= Scopes.Read;
                foreach (var scope in (Scopes[])[Scopes.Write, Scopes.Reconcile])
                {
                    if (scopes.HasFlag(scope))
                        Editing.Permit.Scope(actor, scope);
                }

                if (step.Tables.People.ApiKeys.Count(key => key.Person == holder && key.IsGoodAt(time.GetUtcNow())) >= Limits.KeysOfAPerson)
                {
                    throw Refusals.TooManyValues(
                        FormattableString.Invariant($"{Shown.Quoted(holder)} has {Limits.KeysOfAPerson} API keys; revoke one first."), "person", Limits.KeysOfAPerson, Limits.KeysOfAPerson);
                }

                var (made, text) = Make(writer.NextKey("api_keys"), holder, displayName, scopes, expires, step.Sequence);
                if (validateOnly)
                    return new(new(made, "", 0), null, "", actor);
                step.Put(made);
                return new(new(made, text, step.Sequence), ChangeKind.ApiKeyChanged, made.Name, actor);
            },
            cancellation);
    }

    /// <summary>Ends an API key at once, for good.</summary>
    /// <exception cref="RefusalException">No such key, or the actor may not.</exception>
    public Task<(ApiKey Key, long Sequence)> RevokeKeyAsync(Actor actor, string name, CancellationToken cancellation) =>
        queue.RunAsync<(ApiKey, long)>(
            (step, _) =>
            {
                var key = Access.GetKey(step.Tables, actor, name);
                Editing.Permit.Scope(actor, Scopes.Administer);
                if (key.Revoked)
                    return new((key, step.Sequence - 1), null, "", actor);
                var revoked = key with { Revoked = true, Sequence = step.Sequence };
                step.Put(revoked);
                return new((revoked, step.Sequence), ChangeKind.ApiKeyChanged, revoked.Name, actor);
            },
            cancellation);

    /// <summary>Makes the first administrator, with a key; done once, by whoever holds the token of the first start.</summary>
    /// <param name="actor">Signed in with the token.</param>
    /// <param name="person">The administrator's name.</param>
    /// <param name="displayName">What the key is for.</param>
    /// <param name="withKey">Whether to make a key: not where keys are not taken.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">Not the token's holder, or there is an administrator already.</exception>
    public Task<KeyMade> ClaimAsync(Actor actor, string person, string displayName, bool withKey, CancellationToken cancellation) =>
        queue.RunAsync<KeyMade>(
            (step, writer) =>
            {
                if (!actor.Rights.MayClaim || !setup.IsNeeded(step.Tables.People))
                    throw Refusals.RoleMissing(actor, "holder of the token of the first start", "this installation");
                var name = PersonName(person);
                var affiliation = new Affiliation(writer.NextKey("affiliations"), name, null, null, Role.Administrator, null, null, step.Sequence);
                step.Put(affiliation);
                if (!withKey)
                    return new(new(null, "", step.Sequence), ChangeKind.AffiliationChanged, affiliation.Name, actor);
                var (made, text) = Make(writer.NextKey("api_keys"), name, displayName, Scopes.All, null, step.Sequence);
                step.Put(made);
                return new(new(made, text, step.Sequence), ChangeKind.ApiKeyChanged, made.Name, actor);
            },
            cancellation);

    /// <summary>The affiliation of a name, where the actor may know of it.</summary>
    /// <exception cref="RefusalException">There is none, or none that the actor sees (ActNotFound).</exception>
    public static Affiliation Get(ReadTables tables, Actor actor, string name)
    {
        var number = Names.Read(name, "name", "affiliations");
        return long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var key)
            && tables.People.FindAffiliation(key) is { } affiliation && affiliation.Name == name && Access.Sees(actor, affiliation)
            ? affiliation
            : throw Refusals.AffiliationNotFound(name);
    }

    (ApiKey Key, string Text) Make(long number, string person, string displayName, Scopes scopes, DateTimeOffset? expires, long sequence)
    {
        var now = time.GetUtcNow();
        var end = expires ?? now + UsualLife;
        if (end <= now || end > now + LongestLife)
        {
            throw Refusals.Unreadable(
                ErrorReason.DateInvalid,
                FormattableString.Invariant($"A key that ends at {end:u} cannot be made; give a time from now on, within {LongestLife.TotalDays:0} days."),
                "expire_time",
                FormattableString.Invariant($"{end:u}"));
        }

        var (id, text, hash) = ApiKeyText.Create();
        // Kept in milliseconds.
        var kept = DateTimeOffset.FromUnixTimeMilliseconds(end.ToUnixTimeMilliseconds());
        return (new(number, id, hash, person, Wording.OfLine(displayName, "display_name", Limits.Name), scopes, kept, Revoked: false, sequence), text);
    }

    static (Organisation?, Partnership?) Find(ReadTables tables, Actor actor, AffiliationPlace place) => (
        place.Organisation is { } organisation ? tables.Directory.Get(organisation, "organisation", actor) : null,
        place.Partnership is { } partnership ? tables.Directory.Get(partnership, "partnership", actor) : null);

    static void Permit(Actor actor, Partnership? partnership)
    {
        if (partnership is null)
        {
            Editing.Permit.Administer(actor);
            return;
        }

        Editing.Permit.Scope(actor, Scopes.Administer);
        Editing.Permit.Coordinate(actor, partnership);
    }

    static string PersonName(string person)
    {
        var name = Wording.OfTerm(person, "person");
        return Actor.IsReserved(name)
            ? throw Refusals.Unreadable(ErrorReason.IdInvalid, $"{Shown.Quoted(name)} is a name that the service uses itself; choose another.", "person", name)
            : name;
    }
}
