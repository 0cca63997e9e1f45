using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace CommonLanguage.Tests.Faults;

/// <summary>The process that is killed (tests/CommonLanguage.CrashWorker), and what it had acknowledged by then.</summary>
sealed class Worker : IAsyncDisposable
{
    /// <summary>Edits that are under way at once.</summary>
    public const int Lanes = 4;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly Process process;
    readonly BlockingCollection<string> lines = [];
    readonly Task reading;

    Worker(Process process)
    {
        this.process = process;
        reading = Task.Run(Read);
    }

    /// <summary>By lane and number: sequence and content hash of each acknowledged edit.</summary>
    public ConcurrentDictionary<(int Lane, int Number), (long Sequence, string Hash)> Acknowledged { get; } = [];

    /// <summary>Rows that the import had said were stored.</summary>
    public long RowsStored { get; private set; }

    /// <summary>How many conflicts it had said were resolved.</summary>
    public int Resolved { get; private set; }

    /// <summary>Refusals it has told of.</summary>
    public int Refused { get; private set; }

    public static Worker Start(string directory, int seed, string mode = "full", FaultDisk? disk = null)
    {
        _ = Directory.CreateDirectory(directory);
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CommonLanguage.CrashWorker.dll"));
        start.ArgumentList.Add(directory);
        start.ArgumentList.Add(seed.ToString(CultureInfo.InvariantCulture));
        start.ArgumentList.Add(mode);
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        disk?.PutInto(start, directory);
        return new(Process.Start(start)!);
    }

    public async Task SendAsync(string command)
    {
        await process.StandardInput.WriteLineAsync(command);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for a line that begins with one of some words.</summary>
    public async Task<string> WaitForAsync(params string[] beginnings)
    {
        using var patience = new CancellationTokenSource(Patience);
        List<string> seen = [];
        try
        {
            while (true)
            {
                var line = await Task.Run(() => lines.Take(patience.Token), patience.Token);
                if (beginnings.Any(beginning => line.StartsWith(beginning, StringComparison.Ordinal)))
                    return line;
                seen.Add(line);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or InvalidOperationException)
        {
            throw new TimeoutException($"The worker did not say {string.Join(" or ", beginnings)} but: {string.Join(" | ", seen.TakeLast(5))}", fault);
        }
    }

    /// <summary>The same, or null when the process ends before.</summary>
    public async Task<string?> WaitForOrEndAsync(string beginning)
    {
        try
        {
            return await WaitForAsync(beginning);
        }
        catch (TimeoutException) when (process.WaitForExit(1_000))
        {
            return null;
        }
    }

    public async Task<string> AskAsync(string command, params string[] beginnings)
    {
        await SendAsync(command);
        return await WaitForAsync(beginnings);
    }

    /// <summary>What was said up to now is not waited for any more.</summary>
    public void ForgetWhatWasSaid()
    {
        while (lines.TryTake(out _))
        {
            // Gone.
        }
    }

    /// <summary>SIGKILL, now.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await EndAsync();
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    public async Task EndAsync()
    {
        await process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
        await reading;
    }

    public async Task StopAsync()
    {
        await SendAsync("stop");
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await reading;
        process.Dispose();
        lines.Dispose();
    }

    void Read()
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            if (words is ["ack", var lane, var number, var sequence, var hash] && hash.Length == 32)
                Acknowledged[(Number(lane), Number(number))] = (Number(sequence), hash);
            else if (words is ["stored", var rows])
                RowsStored = Number(rows);
            else if (words is ["resolved", var resolved])
                Resolved = Number(resolved) + 1;
            lines.Add(line);
            if (words[0] == "refused")
                Refused++;
        }

        lines.CompleteAdding();
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
