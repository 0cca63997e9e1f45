using System.Threading.Channels;
using CommonLanguage.Editing;
using CommonLanguage.Lookup;
using CommonLanguage.Notification;
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
    Notifier notifier,
    SearchHost search,
    SampleLoader sample,
    IHostApplicationLifetime lifetime,
    ILogger<GlossaryHost> log) : BackgroundService
{
    // Holds at most one "something has changed".
    readonly Channel<bool> changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        search.Open(await reader.ReadSequenceAsync(cancellationToken));
        tables.Published += _ => Wake();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await tables.LoadAsync(stoppingToken);
            var following = Task.WhenAll(FollowAsync(stoppingToken), notifier.RunAsync(stoppingToken));
            await sample.LoadAsync(stoppingToken);
            await Task.WhenAll(following, store.ListenAsync(Wake, stoppingToken), scrub.RunAsync(stoppingToken), uses.RunAsync(stoppingToken));
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
            await ChangedAsync(stopping);
            if (store.IsShared && await reader.ReadSequenceAsync(stopping) > tables.Current.Sequence)
                await writes.CatchUpAsync(stopping);
            await search.GatherAsync(stopping);
        }
    }

    /// <summary>Returns once something has changed here or is heard to have changed elsewhere, after a second at the latest.</summary>
    async Task ChangedAsync(CancellationToken stopping)
    {
        try
        {
            _ = await changed.Reader.WaitToReadAsync(stopping).AsTask().WaitAsync(TimeSpan.FromSeconds(1), stopping);
        }
        catch (TimeoutException)
        {
            // Nothing was heard.
        }

        _ = changed.Reader.TryRead(out _);
    }

    void Wake() => _ = changed.Writer.TryWrite(true);

    [LoggerMessage(LogLevel.Critical, "The glossary cannot be loaded: {Reason}")]
    partial void LogLoadFailed(string reason, Exception fault);
}
