using CommonLanguage.Editing;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Hosting;

/// <summary>Compares the stored words again, beside everything else, where another version of the comparison found the conflicts.</summary>
sealed partial class SweepHost(ConflictSweep sweep, ILogger<SweepHost> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            if (await sweep.RunAsync(Tell, stoppingToken) is { } changed)
                LogSwept(sweep.Version, changed);
            await sweep.FollowAsync(LogNotSwept, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server is shutting down; the next start goes on.
        }
        catch (RefusalException refusal)
        {
            LogNotSwept(refusal.Message);
        }
    }

    void Tell(int percent)
    {
        if (percent % 10 == 0)
            LogSweeping(sweep.Version, percent);
    }

    [LoggerMessage(LogLevel.Information, "The conflicts are found again by version {Version} of the comparison: {Percent} %.")]
    partial void LogSweeping(string version, int percent);

    [LoggerMessage(LogLevel.Information, "The conflicts were found again by version {Version} of the comparison: {Changed} opened, refreshed or closed.")]
    partial void LogSwept(string version, int changed);

    [LoggerMessage(LogLevel.Warning, "The conflicts were not all found again by the new version of the comparison, the next start goes on: {Reason}")]
    partial void LogNotSwept(string reason);
}
