using System.Globalization;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.Storage;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>ChangeService: the change log.</summary>
sealed class ChangeApi(LiveTables tables, StoreReader reader, PageTokens tokens, IHostApplicationLifetime lifetime) : ChangeService.ChangeServiceBase
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
                if (ChangeMessages.ToMessage(change, tables, Callers.ReaderOf(context)) is { } message)
                    await watcher.WriteAsync(message, sequence, stop.Token);
                sequence = change.Sequence;
            }
        }
    }

    public override async Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context)
    {
        var size = PageTokens.Size(request.PageSize, 50);
        var before = tokens.Read(request.PageToken, "changes", 1) is [var place] ? long.Parse(place, CultureInfo.InvariantCulture) : long.MaxValue;
        _ = await tables.LoadedAsync(null, context.CancellationToken);
        var actor = Callers.ReaderOf(context);
        var answer = new ListChangesResponse();
        while (true)
        {
            // Changes that are not the caller's to see are left out; a page is filled from those behind them.
            var read = await reader.ReadChangesBackAsync(before, ChangesOfOneRead, context.CancellationToken);
            foreach (var change in read)
            {
                if (ChangeMessages.ToMessage(change, tables, actor) is not { } message)
                    continue;
                if (answer.Changes.Count == size)
                {
                    answer.NextPageToken = tokens.Write("changes", answer.Changes[^1].Sequence.ToString(CultureInfo.InvariantCulture));
                    return answer;
                }

                answer.Changes.Add(message);
            }

            if (read.Count < ChangesOfOneRead)
                return answer;
            before = read[^1].Sequence;
        }
    }
}
