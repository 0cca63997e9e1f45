using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Conflicts;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.Storage;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>ConflictService: the queue of conflicts and the comparison behind it.</summary>
sealed class ConflictApi(ConflictPages pages, Editor editor, LiveTables tables, StoreReader reader, VectorSource vectors, IHostApplicationLifetime lifetime) : ConflictService.ConflictServiceBase
{
    const int ConflictsOfOneRead = 200;

    public override Task<ListConflictsResponse> ListConflicts(ListConflictsRequest request, ServerCallContext context) =>
        pages.ListAsync(Callers.ReaderOf(context), request, context.CancellationToken);

    public override Task<V1.Conflict> GetConflict(GetConflictRequest request, ServerCallContext context) =>
        pages.GetAsync(Callers.ReaderOf(context), request, context.CancellationToken);

    public override Task<CompareDefinitionsResponse> CompareDefinitions(CompareDefinitionsRequest request, ServerCallContext context) =>
        CompareAsync(vectors, request, context.CancellationToken);

    /// <summary>What the comparison says of two texts.</summary>
    public static async Task<CompareDefinitionsResponse> CompareAsync(VectorSource vectors, CompareDefinitionsRequest request, CancellationToken cancellation)
    {
        var language = LanguageTag.Parse(request.Language, "language");
        var term = Wording.OfTerm(request.Term, "term");
        // What is compared is the text as given: the evidence counts its characters.
        _ = Wording.OfText(request.A, "a", Limits.Definition, required: true);
        _ = Wording.OfText(request.B, "b", Limits.Definition, required: true);
        var by = await vectors.OfAsync([request.A, request.B], cancellation);
        var comparison = MeaningComparer.Compare(by.Read(term, request.A, language.Value), by.Read(term, request.B, language.Value));
        return new() { Comparison = comparison.ToMessage("", "", by.Version) };
    }

    public override async Task<PreviewConflictsResponse> PreviewConflicts(PreviewConflictsRequest request, ServerCallContext context)
    {
        var owner = OrganisationId.ParseName(request.Parent, "parent");
        var content = request.Entry.ToContent();
        var id = request.Entry.Name.Length == 0 ? null : EntryName.ParseName(request.Entry.Name, "entry.name").Id;
        var snapshot = await pages.SnapshotAsync(request.MinRevision, context.CancellationToken);
        var answer = new PreviewConflictsResponse();
        foreach (var (conflict, senses) in await editor.PreviewAsync(Callers.ActorOf(context), owner, id, content, context.CancellationToken))
        {
            var partnership = snapshot.Directory.Partnership(conflict.Partnership).Id;
            var isNew = conflict.Opened == conflict.Sequence;
            answer.Conflicts.Add(conflict.ToMessage(
                isNew ? "" : new ConflictName(partnership, conflict.Id).ToString(),
                partnership,
                [.. senses.Select(sense => ConflictMessages.Side.Of(sense, snapshot.Directory))],
                opened: null,
                changed: null));
        }

        return answer;
    }

    public override async Task WatchConflicts(WatchConflictsRequest request, IServerStreamWriter<WatchConflictsResponse> responseStream, ServerCallContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var snapshot = await tables.LoadedAsync(null, stop.Token);
        int? partnership = request.Parent is "" or "partnerships/-" ? null : snapshot.Directory.Get(PartnershipId.ParseName(request.Parent, "parent"), "parent", Callers.ReaderOf(context)).Key;
        var sequence = tables.ParseToken(request.FromRevision, "from_revision") ?? snapshot.Sequence;
        var watcher = new Watcher<WatchConflictsResponse>(responseStream, tables);
        await watcher.WriteAsync(new() { RevisionToken = tables.Token(sequence) }, sequence, stop.Token);
        var key = long.MaxValue;
        while (true)
        {
            snapshot = await tables.AtLeastAsync(sequence, stop.Token);
            var read = await reader.ReadConflictsAfterAsync(sequence, key, ConflictsOfOneRead, stop.Token);
            var messages = await pages.ToMessagesAsync(read, snapshot.Directory, stop.Token);
            var rights = Callers.ReaderOf(context).Rights;
            for (var i = 0; i < read.Count; i++)
            {
                // Only the last conflict of a change says that all of it has been sent.
                var isLast = i + 1 < read.Count ? read[i + 1].Sequence != read[i].Sequence : read.Count < ConflictsOfOneRead;
                if ((partnership is null || read[i].Partnership == partnership) && rights.Sees(snapshot.Directory.Partnership(read[i].Partnership)))
                    await watcher.WriteAsync(new() { Conflict = messages[i], RevisionToken = tables.Token(read[i].Sequence - (isLast ? 0 : 1)) }, read[i].Sequence - 1, stop.Token);
            }

            if (read.Count > 0)
                (sequence, key) = (read[^1].Sequence, read[^1].Key);
            if (read.Count == ConflictsOfOneRead)
                continue;
            (sequence, key) = (Math.Max(sequence, snapshot.Sequence), long.MaxValue);
            _ = await tables.AtLeastAsync(sequence + 1, stop.Token);
        }
    }
}
