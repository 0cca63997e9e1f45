using System.Globalization;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.Server.Hosting;
using CommonLanguage.Storage;
using CommonLanguage.V1;

namespace CommonLanguage.Server.Api;

/// <summary>Conflicts as the store has them, with the texts they compared. Thread-safe.</summary>
sealed class ConflictPages(StoreReader reader, LiveTables tables, SearchHost search, PageTokens tokens, SynonymPages synonyms)
{
    /// <summary>A page of the queue, sharpest first.</summary>
    public async Task<ListConflictsResponse> ListAsync(Actor actor, ListConflictsRequest request, CancellationToken cancellation)
    {
        var size = PageTokens.Size(request.PageSize, 50);
        if (request.MinimumSeverity is not (>= 0 and <= 1))
        {
            throw Refusals.Unreadable(
                ErrorReason.NumberOutOfRange,
                FormattableString.Invariant($"'minimum_severity' is {request.MinimumSeverity}; give a number from 0 to 1."),
                "minimum_severity",
                FormattableString.Invariant($"{request.MinimumSeverity}"));
        }

        if (request.Term.Length > Limits.Term)
        {
            throw Refusals.TextTooLong(
                FormattableString.Invariant($"'term' is {request.Term.Length} characters; terms have at most {Limits.Term}."), "term", request.Term.Length, Limits.Term);
        }

        if (request.Kinds.Contains(V1.ConflictKind.Synonymy))
            return await synonyms.ListAsync(actor, request, size, await SnapshotAsync(request.MinRevision, cancellation), cancellation);
        var question = $"conflicts\n{request.Parent}\n{string.Join(' ', request.Organisations)}\n{string.Join(' ', request.Kinds)}\n{request.MinimumSeverity:R}\n{string.Join(' ', request.Statuses)}\n{request.Term}";
        var (severity, key) = tokens.Read(request.PageToken, question, 2) is [var s, var k]
            ? (double.Parse(s, CultureInfo.InvariantCulture), long.Parse(k, CultureInfo.InvariantCulture))
            : (2, 0L);
        var snapshot = await SnapshotAsync(request.MinRevision, cancellation);
        var filter = new QueueFilter(
            request.Parent is "" or "partnerships/-" ? null : snapshot.Directory.Get(PartnershipId.ParseName(request.Parent, "parent"), "parent", actor).Key,
            [.. request.Kinds.Select(kind => Enums.Known<Analysis.Meaning.Answers.ConflictKind>((int)kind, "kinds"))],
            [.. request.Statuses.Select(status => Enums.Known<ConflictState>((int)status, "statuses"))],
            request.MinimumSeverity,
            [.. request.Organisations.Select(name => snapshot.Directory.Get(OrganisationId.ParseName(name, "organisations"), "organisations", actor).Key).Distinct()],
            request.Term.Length == 0 ? "" : NormalForm.Of(request.Term))
        {
            Seen = actor.Rights.IsAdministrator ? null : actor.Rights.Partnerships,
        };
        var (page, total) = await reader.ReadQueueAsync(filter, severity, key, size + 1, cancellation);
        var answer = new ListConflictsResponse { TotalSize = total };
        answer.Conflicts.AddRange(await ToMessagesAsync(page.Take(size).ToList(), snapshot.Directory, cancellation));
        if (page.Count > size)
        {
            answer.NextPageToken = tokens.Write(
                question, page[size - 1].Severity.ToString("R", CultureInfo.InvariantCulture), page[size - 1].Key.ToString(CultureInfo.InvariantCulture));
        }

        return answer;
    }

    /// <summary>One conflict.</summary>
    /// <exception cref="RefusalException">There is none, or none that the actor sees.</exception>
    public async Task<V1.Conflict> GetAsync(Actor actor, GetConflictRequest request, CancellationToken cancellation)
    {
        var name = ConflictName.ParseName(request.Name, "name");
        var snapshot = await SnapshotAsync(request.MinRevision, cancellation);
        var partnership = snapshot.Directory.Get(name.Partnership, "name", actor);
        var conflict = await reader.FindConflictAsync(partnership.Key, name.Id, cancellation) ?? throw Refusals.ConflictNotFound(name);
        return await ToMessageAsync(conflict, cancellation);
    }

    /// <summary>One conflict with the definitions that use its word.</summary>
    public async Task<V1.Conflict> ToMessageAsync(Glossary.Conflict conflict, CancellationToken cancellation)
    {
        var snapshot = tables.Current;
        var message = (await ToMessagesAsync([conflict], snapshot.Directory, cancellation))[0];
        var partnership = snapshot.Directory.Partnership(conflict.Partnership);
        var filter = new LookupFilter(Partnership: partnership, Language: LanguageTag.Parse(conflict.Language, "language"));
        var found = await search.DependentsAsync(conflict, snapshot, filter, cancellation);
        message.DependentCount = found.Total;
        message.Dependents.AddRange(found.Hits.Select(hit => hit.ToDependent(snapshot, partnership)));
        return message;
    }

    /// <summary>Conflicts as messages, in the order given.</summary>
    public async Task<List<V1.Conflict>> ToMessagesAsync(IReadOnlyList<Glossary.Conflict> conflicts, PartnerDirectory directory, CancellationToken cancellation)
    {
        if (conflicts.Count == 0)
            return [];
        var revisions = (await reader.ReadRevisionsAsync(conflicts.SelectMany(c => c.Parties).Select(party => party.RevisionKey).Distinct(), cancellation))
            .ToDictionary(revision => revision.Key, revision => ConflictMessages.Side.Of(revision, directory));
        var times = await reader.ReadChangesAsync(conflicts.SelectMany(c => (long[])[c.Opened, c.Sequence]).Distinct(), cancellation);
        return [.. conflicts.Select(conflict =>
        {
            var partnership = directory.Partnership(conflict.Partnership).Id;
            return conflict.ToMessage(
                new ConflictName(partnership, conflict.Id).ToString(),
                partnership,
                [.. conflict.Parties.Select(party => revisions[party.RevisionKey])],
                times[conflict.Opened].Time,
                times[conflict.Sequence].Time);
        })];
    }

    /// <summary>The snapshot once it is loaded and holds the state of a revision token.</summary>
    public Task<ReadTables> SnapshotAsync(string minRevision, CancellationToken cancellation) =>
        tables.LoadedAsync(tables.ParseToken(minRevision, "min_revision"), cancellation);
}
