using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Editing;

/// <summary>
/// The one way a glossary changes: API, import and pages all come here. Each write is compared, stored, logged and visible when it is
/// answered. Thread-safe.
/// </summary>
public sealed class Editor(WriteQueue queue)
{
    /// <summary>Creates an entry.</summary>
    /// <exception cref="RefusalException">No such organisation, the actor is no owner of it, archived, or the id is taken or none.</exception>
    public Task<EntryWritten> CreateEntryAsync(
        Actor actor, OrganisationId owner, string? entryId, EntryContent content, WriteOptions options, CancellationToken cancellation)
    {
        var hash = ContentHash.Of(content);
        return queue.RunAsync<EntryWritten>(
            (step, writer) =>
            {
                var organisation = Live(step, actor, owner);
                if (entryId is not null)
                    _ = EntryName.ParseId(entryId, "entry_id");
                var request = RequestHash("create", owner.Value, entryId ?? "", hash);
                if (Repeated(writer, actor, options, request, step) is { } answer)
                    return new(answer, null, "", actor);
                if (entryId is not null && step.Find(organisation.Key, entryId) is not null)
                    throw Refusals.AlreadyExists(new EntryName(organisation.Id, entryId).ToString());
                return Write(step, writer, actor, organisation, new(entryId, content, hash, Before: null), RevisionState.Published, ChangeKind.EntryCreated, options, request);
            },
            cancellation);
    }

    /// <summary>
    /// Gives an entry a new revision; a content equal to the current one changes nothing. An entry that has adopted another's definition
    /// still does while it says the same.
    /// </summary>
    /// <exception cref="RefusalException">No such entry, archived, or the etag is stale.</exception>
    public Task<EntryWritten> UpdateEntryAsync(
        Actor actor, EntryName name, string etag, Func<EntryContent, EntryContent> change, WriteOptions options, CancellationToken cancellation) =>
        queue.RunAsync<EntryWritten>(
            (step, writer) =>
            {
                var organisation = Live(step, actor, name.Organisation);
                var current = Current(step, organisation, name);
                if (options.RequestId.Length > 0
                    && Repeated(writer, actor, options, UpdateHash(Changed(Basis(writer, current, etag))), step) is { } answer)
                    return new(answer, null, "", actor);
                CheckEtag(name.ToString(), etag, current.Etag, current.Number);
                CheckLive(name, current);
                var content = Changed(current.Content);
                var hash = ContentHash.Of(content);
                var request = UpdateHash(content);
                return hash == current.Hash
                    ? new(new(current, [], step.Sequence - 1), null, "", actor)
                    : Write(step, writer, actor, organisation, new(null, content, hash, current), RevisionState.Published, ChangeKind.EntryUpdated, options, request);

                EntryContent Changed(EntryContent before)
                {
                    var after = Provenance.Follow(before, change(before));
                    return after.Definition == before.Definition ? after.With(adopts: before.Adopts) : after;
                }

                ContentHash UpdateHash(EntryContent content) => RequestHash("update", name.ToString(), etag, ContentHash.Of(content));
            },
            cancellation);

    /// <summary>Retires an entry.</summary>
    /// <exception cref="RefusalException">No such entry, already archived, or the etag is stale.</exception>
    public Task<EntryWritten> ArchiveEntryAsync(
        Actor actor, EntryName name, string etag, string replacedBy, WriteOptions options, CancellationToken cancellation) =>
        queue.RunAsync<EntryWritten>(
            (step, writer) =>
            {
                var organisation = Live(step, actor, name.Organisation);
                var current = Current(step, organisation, name);
                var content = replacedBy.Length == 0 ? current.Content : current.Content.With(replacedBy: replacedBy);
                var hash = ContentHash.Of(content);
                var request = RequestHash("archive", name.ToString(), $"{etag} {replacedBy}", default);
                if (Repeated(writer, actor, options, request, step) is { } answer)
                    return new(answer, null, "", actor);
                CheckEtag(name.ToString(), etag, current.Etag, current.Number);
                CheckLive(name, current);
                return Write(step, writer, actor, organisation, new(null, content, hash, current), RevisionState.Retired, ChangeKind.EntryArchived, options, request);
            },
            cancellation);

    /// <summary>Writes a batch of an import in one step; entries that exist get a new revision.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="prepare">Gives the owner, who may only exist within this step (a validation).</param>
    /// <param name="drafts">What is written.</param>
    /// <param name="options">Whether anything is stored.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    internal Task<(ImmutableArray<Conflict> Conflicts, long Sequence)> ImportAsync(
        Actor actor, Func<WriteStep, Organisation> prepare, IReadOnlyList<EntryDraft> drafts, WriteOptions options, CancellationToken cancellation) =>
        queue.RunAsync<(ImmutableArray<Conflict>, long)>(
            (step, _) =>
            {
                var organisation = prepare(step);
                foreach (var draft in drafts)
                    step.Add(organisation.Key, draft, RevisionState.Published);
                step.Apply();
                return new((step.Conflicts, step.Sequence), options.ValidateOnly ? null : ChangeKind.EntriesImported, organisation.Id.ResourceName, actor);
            },
            cancellation);

    /// <summary>The conflicts that would be open if a draft were published; nothing is stored.</summary>
    public Task<ImmutableArray<(Conflict Conflict, ImmutableArray<Sense> Senses)>> PreviewAsync(
        Actor actor, OrganisationId owner, string? entryId, EntryContent content, CancellationToken cancellation) =>
        queue.RunAsync<ImmutableArray<(Conflict, ImmutableArray<Sense>)>>(
            (step, _) =>
            {
                var organisation = Seen(step, actor, owner);
                var before = entryId is null ? null : step.Find(organisation.Key, entryId);
                step.Add(organisation.Key, new(entryId, content, ContentHash.Of(content), before), RevisionState.Published);
                step.Apply();
                return new(
                    [.. step.Conflicts.Where(c => c.IsOpen && actor.Rights.Sees(step.Tables.Directory.Partnership(c.Partnership))).OrderByDescending(c => c.Severity).Select(c => (c, Senses(step.Tables, c)))],
                    null, "", actor);
            },
            cancellation);

    static ImmutableArray<Sense> Senses(ReadTables tables, Conflict conflict)
    {
        var senses = tables.Find(conflict.Word).Postings.Select(posting => posting.Sense).DistinctBy(sense => sense.EntryKey).ToDictionary(sense => sense.EntryKey);
        return [.. conflict.Parties.Select(party => senses[party.EntryKey])];
    }

    static StepEnd<EntryWritten> Write(
        WriteStep step, StoreWriter writer, Actor actor, Organisation organisation, EntryDraft draft, RevisionState state, ChangeKind kind,
        WriteOptions options, ContentHash request)
    {
        var revision = step.Add(organisation.Key, draft, state);
        step.Apply();
        var subject = new EntryName(organisation.Id, revision.EntryId).ToString();
        if (options.ValidateOnly)
            return new(new(revision, step.Conflicts, 0), null, subject, actor);
        if (options.RequestId.Length > 0)
            writer.PutRequest(actor, options.RequestId, request, subject, step.Sequence);
        return new(new(revision, step.Conflicts, step.Sequence), kind, subject, actor);
    }

    /// <summary>The answer that a repeated request got the first time; null when it is the first.</summary>
    static EntryWritten? Repeated(StoreWriter writer, Actor actor, WriteOptions options, ContentHash request, WriteStep step)
    {
        if (Requests.Find(writer, actor, options, request) is not { } first)
            return null;
        var name = EntryName.ParseName(first.Subject, "name");
        var organisation = step.Tables.Directory.Get(name.Organisation, "name");
        var revision = writer.Query(
            $"SELECT {Rows.RevisionColumns} FROM revisions r WHERE r.organisation = @p0 AND r.entry_id = @p1 AND r.sequence = @p2",
            Rows.Revision, organisation.Key, name.Id, first.Sequence).FirstOrDefault()
            ?? throw Rows.Damaged("request", first.Sequence);
        var conflicts = writer.Query($"SELECT {Rows.ConflictColumns} FROM conflicts WHERE sequence = @p0 ORDER BY key", Rows.Conflict, first.Sequence);
        return new(revision, [.. conflicts], first.Sequence);
    }

    /// <summary>
    /// The content that a change was asked for: that of the revision of its etag. A request that changes some fields is the same when
    /// it is repeated, whatever others have changed since.
    /// </summary>
    static EntryContent Basis(StoreWriter writer, Revision current, string etag)
    {
        if (current.Etag == etag || !int.TryParse(etag.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return current.Content;
        var asked = writer.Query(
            $"SELECT {Rows.RevisionColumns} FROM revisions r WHERE r.organisation = @p0 AND r.entry_id = @p1 AND r.number = @p2",
            Rows.Revision, current.Organisation, current.EntryId, number);
        return asked.Count > 0 && asked[0].Etag == etag ? asked[0].Content : current.Content;
    }

    static ContentHash RequestHash(string verb, string name, string more, ContentHash content)
    {
        var sum = new ContentHash.Sum();
        sum.Add(verb);
        sum.Add(name);
        sum.Add(more);
        sum.Add(content);
        return sum.Finish();
    }

    static Organisation Live(WriteStep step, Actor actor, OrganisationId id)
    {
        var organisation = Seen(step, actor, id);
        Permit.Publish(actor, organisation);
        return organisation;
    }

    static Organisation Seen(WriteStep step, Actor actor, OrganisationId id)
    {
        var organisation = step.Tables.Directory.Get(id, "organisation", actor);
        return organisation.Archived ? throw Refusals.Archived(id.ResourceName) : organisation;
    }

    static Revision Current(WriteStep step, Organisation organisation, EntryName name) =>
        step.Find(organisation.Key, name.Id) ?? throw Refusals.EntryNotFound(name);

    static void CheckLive(EntryName name, Revision current)
    {
        if (current.State == RevisionState.Retired)
            throw Refusals.Archived(name.ToString());
    }

    internal static void CheckEtag(string name, string etag, string current, int revision)
    {
        if (string.Equals(etag, current, StringComparison.Ordinal))
            return;
        throw new RefusalException(
            etag.Length == 0 ? ErrorReason.ValueMissing : ErrorReason.EtagStale,
            etag.Length == 0
                ? $"'etag' is empty; read {name} and send its etag with the change."
                : $"{name} has changed since it was read (etag {Shown.Quoted(etag)}, now '{current}'); read it again and repeat the change.",
            "etag",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["etag"] = etag,
                ["current_etag"] = current,
                ["current_revision"] = revision.ToString(CultureInfo.InvariantCulture),
            });
    }
}
