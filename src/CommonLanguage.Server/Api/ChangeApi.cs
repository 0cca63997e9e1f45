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
        await tables.Loaded.WaitAsync(stop.Token);
        var sequence = tables.ParseToken(request.FromRevision, "from_revision") ?? tables.Current.Sequence;
        var watcher = new Watcher<Change>(responseStream, tables);
        while (true)
        {
            _ = await tables.AtLeastAsync(sequence + 1, stop.Token);
            foreach (var change in await reader.ReadChangesAsync(sequence, ChangesOfOneRead, stop.Token))
            {
                await watcher.WriteAsync(change.ToMessage(tables), sequence, stop.Token);
                sequence = change.Sequence;
            }
        }
    }

    public override async Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context)
    {
        var size = PageTokens.Size(request.PageSize, 50);
        var before = tokens.Read(request.PageToken, "changes", 1) is [var place] ? long.Parse(place, CultureInfo.InvariantCulture) : long.MaxValue;
        var page = await reader.ReadChangesBackAsync(before, size + 1, context.CancellationToken);
        var answer = new ListChangesResponse();
        answer.Changes.AddRange(page.Take(size).Select(change => change.ToMessage(tables)));
        if (page.Count > size)
            answer.NextPageToken = tokens.Write("changes", page[size - 1].Sequence.ToString(CultureInfo.InvariantCulture));
        return answer;
    }
}
