using System.Globalization;
using CommonLanguage.Lookup;
using CommonLanguage.Reading;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.Storage;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>ChangeService: the change log.</summary>
sealed class ChangeApi(LiveTables tables, StoreReader reader, ChangeReader changes, PageTokens tokens, IHostApplicationLifetime lifetime)
    : ChangeService.ChangeServiceBase
{
    const int ChangesOfOneRead = 500;

    public override async Task WatchChanges(WatchChangesRequest request, IServerStreamWriter<Change> responseStream, ServerCallContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var snapshot = await tables.LoadedAsync(null, stop.Token);
        var sequence = tables.ParseToken(request.FromRevision, "from_revision") ?? snapshot.Sequence;
        var watcher = new Watcher<Change>(responseStream, tables);
        while (true)
        {
            _ = await tables.AtLeastAsync(sequence + 1, stop.Token);
            foreach (var change in await reader.ReadChangesAsync(sequence, ChangesOfOneRead, stop.Token))
            {
                if (changes.See(Callers.ReaderOf(context), change) is { } visible)
                    await watcher.WriteAsync(ChangeMessages.ToMessage(visible, tables), sequence, stop.Token);
                sequence = change.Sequence;
            }
        }
    }

    public override async Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context)
    {
        var size = PageTokens.Size(request.PageSize, 50);
        var before = tokens.Read(request.PageToken, "changes", 1) is [var place] ? long.Parse(place, CultureInfo.InvariantCulture) : long.MaxValue;
        _ = await tables.LoadedAsync(null, context.CancellationToken);
        var answer = new ListChangesResponse();
        await foreach (var change in changes.ReadBackAsync(Callers.ReaderOf(context), before, context.CancellationToken))
        {
            if (answer.Changes.Count == size)
            {
                answer.NextPageToken = tokens.Write("changes", answer.Changes[^1].Sequence.ToString(CultureInfo.InvariantCulture));
                break;
            }

            answer.Changes.Add(ChangeMessages.ToMessage(change, tables));
        }

        return answer;
    }
}
