using CommonLanguage.Editing;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Server.Hosting;

/// <summary>
/// Opens the store before the server listens, then loads the read tables and keeps the search index up to the change log. Exact
/// look-ups are answered from the store until the tables are loaded.
/// </summary>
sealed partial class GlossaryHost(
    GlossaryStore store,
    StoreReader reader,
    StoreScrub scrub,
    LiveTables tables,
    WriteQueue writes,
    UseKeeper uses,
    SearchHost search,
    SampleLoader sample,
    IHostApplicationLifetime lifetime,
    ILogger<GlossaryHost> log) : BackgroundService
{
    readonly SemaphoreSlim changed = new(0, 1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        search.Open(await reader.ReadSequenceAsync(cancellationToken));
        tables.Published += _ =>
        {
            if (changed.CurrentCount == 0)
                _ = changed.Release();
        };
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await tables.LoadAsync(stoppingToken);
            var following = FollowAsync(stoppingToken);
            await sample.LoadAsync(stoppingToken);
            await Task.WhenAll(following, scrub.RunAsync(stoppingToken), uses.RunAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is shutting down.
        }
        catch (Exception fault)
        {
            LogLoadFailed(fault.Message, fault);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    async Task FollowAsync(CancellationToken stopping)
    {
        while (true)
        {
            await search.FollowAsync(tables.Current.Sequence, stopping);
            if (!await changed.WaitAsync(TimeSpan.FromSeconds(1), stopping) && store is PostgresStore
                && await reader.ReadSequenceAsync(stopping) > tables.Current.Sequence)
                await writes.CatchUpAsync(stopping);
        }
    }

    [LoggerMessage(LogLevel.Critical, "The glossary cannot be loaded: {Reason}")]
    partial void LogLoadFailed(string reason, Exception fault);
}
