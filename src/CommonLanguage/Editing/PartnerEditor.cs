using System.Collections.Immutable;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Editing;

/// <summary>Writes organisations and partnerships, and the conflicts that follow from who is a partner of whom. Thread-safe.</summary>
public sealed class PartnerEditor(WriteQueue queue)
{
    /// <summary>Creates an organisation.</summary>
    /// <exception cref="RefusalException">The id is taken, or a text is not valid.</exception>
    public Task<(Organisation Organisation, long Sequence)> CreateOrganisationAsync(
        Actor actor, OrganisationId id, string displayName, string description, WriteOptions options, CancellationToken cancellation) =>
        WriteAsync(
            actor,
            id.ResourceName,
            ["create", displayName, description],
            ChangeKind.OrganisationCreated,
            options,
            step =>
            {
                Permit.Administer(actor);
                return step.Tables.Directory.Find(id) is not null
                    ? throw Refusals.AlreadyExists(id.ResourceName)
                    : Put(step, new Organisation(
                        step.Tables.Directory.NextOrganisationKey, id, NameOr(displayName, id.Value), Text(description, "description"), Archived: false, step.Sequence));
            },
            directory => directory.Get(id, "name", actor),
            cancellation);

    /// <summary>Changes an organisation; null keeps what is there.</summary>
    /// <exception cref="RefusalException">No such organisation, archived, or the etag is stale.</exception>
    public Task<(Organisation Organisation, long Sequence)> UpdateOrganisationAsync(
        Actor actor, OrganisationId id, string etag, string? displayName, string? description, WriteOptions options, CancellationToken cancellation) =>
        WriteAsync(
            actor,
            id.ResourceName,
            ["update", etag, displayName, description],
            ChangeKind.OrganisationUpdated,
            options,
            step =>
            {
                var current = Current(step, actor, id, etag, Permit.Publish);
                return Put(step, current with
                {
                    DisplayName = displayName is null ? current.DisplayName : NameOr(displayName, id.Value),
                    Description = description is null ? current.Description : Text(description, "description"),
                    Sequence = step.Sequence,
                });
            },
            directory => directory.Get(id, "name", actor),
            cancellation);

    /// <summary>Archives an organisation: its entries stop answering and its conflicts are closed.</summary>
    /// <exception cref="RefusalException">No such organisation, archived already, or the etag is stale.</exception>
    public Task<(Organisation Organisation, long Sequence)> ArchiveOrganisationAsync(
        Actor actor, OrganisationId id, string etag, WriteOptions options, CancellationToken cancellation) =>
        WriteAsync(
            actor,
            id.ResourceName,
            ["archive", etag],
            ChangeKind.OrganisationArchived,
            options,
            step =>
            {
                var archived = Put(step, Current(step, actor, id, etag, (who, _) => Permit.Administer(who)) with { Archived = true, Sequence = step.Sequence });
                step.Touch(WordsOf(step.Tables, archived.Key));
                step.Apply();
                return archived;
            },
            directory => directory.Get(id, "name", actor),
            cancellation);

    /// <summary>Creates a partnership and looks for conflicts among its members.</summary>
    /// <exception cref="RefusalException">The id is taken, a member does not exist, or a text is not valid.</exception>
    public Task<(Partnership Partnership, long Sequence)> CreatePartnershipAsync(
        Actor actor, PartnershipId id, string displayName, string objectives, IReadOnlyCollection<OrganisationId> members, SignOffRule? signOff, WriteOptions options, CancellationToken cancellation) =>
        WriteAsync(
            actor,
            id.ResourceName,
            ["create", displayName, objectives, $"{signOff}", .. members.Select(m => m.Value)],
            ChangeKind.PartnershipCreated,
            options,
            step =>
            {
                Permit.Administer(actor);
                return step.Tables.Directory.Find(id) is not null
                    ? throw Refusals.AlreadyExists(id.ResourceName)
                    : Put(step, new Partnership(
                        step.Tables.Directory.NextPartnershipKey, id, NameOr(displayName, id.Value), Text(objectives, "objectives"),
                        Keys(step, actor, members, current: null), Archived: false, step.Sequence) { SignOff = signOff ?? SignOffRule.All });
            },
            directory => directory.Get(id, "name", actor),
            cancellation);

    /// <summary>Changes a partnership; null keeps what is there. Words of members who come or go are compared at once.</summary>
    /// <exception cref="RefusalException">No such partnership, archived, a member does not exist, or the etag is stale.</exception>
    public Task<(Partnership Partnership, long Sequence)> UpdatePartnershipAsync(
        Actor actor, PartnershipId id, string etag, string? displayName, string? objectives, IReadOnlyCollection<OrganisationId>? members, SignOffRule? signOff,
        WriteOptions options, CancellationToken cancellation) =>
        WriteAsync(
            actor,
            id.ResourceName,
            ["update", etag, displayName, objectives, $"{signOff}", .. members?.Select(m => m.Value) ?? [null]],
            ChangeKind.PartnershipUpdated,
            options,
            step =>
            {
                var current = Current(step, actor, id, etag, Permit.Coordinate);
                return Put(step, current with
                {
                    DisplayName = displayName is null ? current.DisplayName : NameOr(displayName, id.Value),
                    Objectives = objectives is null ? current.Objectives : Text(objectives, "objectives"),
                    Members = members is null ? current.Members : Keys(step, actor, members, current),
                    SignOff = signOff ?? current.SignOff,
                    Sequence = step.Sequence,
                });
            },
            directory => directory.Get(id, "name", actor),
            cancellation);

    /// <summary>Archives a partnership: its conflicts are closed.</summary>
    /// <exception cref="RefusalException">No such partnership, archived already, or the etag is stale.</exception>
    public Task<(Partnership Partnership, long Sequence)> ArchivePartnershipAsync(
        Actor actor, PartnershipId id, string etag, WriteOptions options, CancellationToken cancellation) =>
        WriteAsync(
            actor,
            id.ResourceName,
            ["archive", etag],
            ChangeKind.PartnershipArchived,
            options,
            step => Put(step, Current(step, actor, id, etag, (who, _) => Permit.Administer(who)) with { Archived = true, Sequence = step.Sequence }),
            directory => directory.Get(id, "name", actor),
            cancellation);

    /// <summary>Makes sure that an organisation is there and takes part in a partnership; creates what is missing, in one step.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="organisation">The organisation.</param>
    /// <param name="displayName">Its name if it is created; empty = its id.</param>
    /// <param name="partnership">The partnership; null = "default", and only for an organisation that takes part in none.</param>
    /// <param name="validateOnly">Check, store nothing.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    public Task<Joined> EnsureAsync(
        Actor actor, OrganisationId organisation, string displayName, PartnershipId? partnership, bool validateOnly, CancellationToken cancellation) =>
        queue.RunAsync<Joined>(
            (step, _) =>
            {
                var (_, joined, changed) = Ensure(step, actor, organisation, displayName, partnership);
                var isStored = changed && !validateOnly;
                return new(
                    new(joined, step.Sequence - (isStored ? 0 : 1), step.Conflicts),
                    isStored ? ChangeKind.PartnershipUpdated : null, joined.ResourceName, actor);
            },
            cancellation);

    internal static (Organisation Organisation, PartnershipId Partnership, bool IsChanged) Ensure(
        WriteStep step, Actor actor, OrganisationId organisation, string displayName, PartnershipId? partnership)
    {
        var owner = step.Tables.Directory.Find(organisation);
        // To whoever may not make one, an organisation that is not there and one that is not seen are the same.
        if (owner is not null || !actor.Rights.IsAdministrator)
            Permit.Publish(actor, step.Tables.Directory.Get(organisation, "organisation", actor));
        else
            Permit.Administer(actor);
        var changed = owner is null;
        owner ??= Put(step, new Organisation(
            step.Tables.Directory.NextOrganisationKey, organisation, NameOr(displayName, organisation.Value), "", Archived: false, step.Sequence));
        if (owner.Archived)
            throw Refusals.Archived(organisation.ResourceName);
        if (partnership is null && step.Tables.Directory.PartnershipsOf(owner.Key).FirstOrDefault() is { } already)
            return (owner, already.Id, changed);
        var joined = partnership ?? PartnershipId.Parse("default", "partnership");
        var existing = step.Tables.Directory.Find(joined);
        if (existing is not null && existing.Has(owner.Key) && !existing.Archived)
            return (owner, existing.Id, changed);
        if (existing is not null || !actor.Rights.IsAdministrator)
            Permit.Coordinate(actor, step.Tables.Directory.Get(joined, "partnership", actor));
        else
            Permit.Administer(actor);
        if (existing is { Archived: true })
            throw Refusals.Archived(joined.ResourceName);
        var partners = existing is null
            ? new Partnership(step.Tables.Directory.NextPartnershipKey, joined, joined.Value, "", [owner.Key], Archived: false, step.Sequence)
            : existing with { Members = [.. existing.Members.Append(owner.Key).Order()], Sequence = step.Sequence };
        // Who has come into being just now has no words that could be in conflict.
        if (changed)
            step.Put(partners);
        else
            _ = Put(step, partners);
        return (owner, existing?.Id ?? joined, true);
    }

    static Organisation Put(WriteStep step, Organisation organisation)
    {
        step.Put(organisation);
        return organisation;
    }

    static Partnership Put(WriteStep step, Partnership partnership)
    {
        var before = step.Tables.Directory.Find(partnership.Id);
        step.Put(partnership);
        var moved = before is null ? partnership.Members
            : before.Archived != partnership.Archived ? partnership.Members
            : [.. before.Members.Except(partnership.Members).Union(partnership.Members.Except(before.Members))];
        foreach (var member in moved)
            step.Touch(WordsOf(step.Tables, member));
        step.Apply();
        return partnership;
    }

    static IEnumerable<string> WordsOf(ReadTables tables, int organisation) =>
        tables.StartingWith("").Where(word => word.Value.Postings.Any(posting => posting.Sense.Organisation == organisation)).Select(word => word.Key);

    // Partners see each other's definitions: nobody brings an organisation in but its owner.
    static ImmutableArray<int> Keys(WriteStep step, Actor actor, IReadOnlyCollection<OrganisationId> members, Partnership? current)
    {
        if (members.Count > Limits.Members)
        {
            throw Refusals.TooManyValues(
                FormattableString.Invariant($"{members.Count} members were given; a partnership has at most {Limits.Members}."), "members", members.Count, Limits.Members);
        }

        var organisations = members.Select(id => step.Tables.Directory.Get(id, "members", actor)).DistinctBy(organisation => organisation.Key).ToList();
        foreach (var joining in organisations.Where(organisation => current?.Has(organisation.Key) != true && !actor.Rights.Has(Role.Owner, organisation.Key)))
            throw Refusals.RoleMissing(actor, "owner", joining.Id.ResourceName);
        return [.. organisations.Select(organisation => organisation.Key).Order()];
    }

    static Organisation Current(WriteStep step, Actor actor, OrganisationId id, string etag, Action<Actor, Organisation> permit)
    {
        var current = step.Tables.Directory.Get(id, "name", actor);
        permit(actor, current);
        Editor.CheckEtag(id.ResourceName, etag, current.Etag, 0);
        return current.Archived ? throw Refusals.Archived(id.ResourceName) : current;
    }

    static Partnership Current(WriteStep step, Actor actor, PartnershipId id, string etag, Action<Actor, Partnership> permit)
    {
        var current = step.Tables.Directory.Get(id, "name", actor);
        permit(actor, current);
        Editor.CheckEtag(id.ResourceName, etag, current.Etag, 0);
        return current.Archived ? throw Refusals.Archived(id.ResourceName) : current;
    }

    static string NameOr(string name, string id) => Wording.OfLine(name, "display_name", Limits.Name) is { Length: > 0 } given ? given : id;

    static string Text(string text, string field) => Wording.OfText(text, field, Limits.Note, required: false);

    Task<(T, long)> WriteAsync<T>(
        Actor actor, string subject, IEnumerable<string?> request, ChangeKind kind, WriteOptions options, Func<WriteStep, T> write,
        Func<PartnerDirectory, T> read, CancellationToken cancellation) =>
        queue.RunOnceAsync(
            actor, [subject, .. request], kind, options, (step, _) => (write(step), subject), (tables, _) => read(tables.Directory), cancellation);
}
