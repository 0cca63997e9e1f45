using System.Diagnostics;
using System.Globalization;
using CommonLanguage.V1;
using Grpc.Net.Client;

namespace CommonLanguage.Benchmarks.Measuring;

/// <summary>A server in a process of its own, so that its processor time and memory are its own.</summary>
sealed class ServerProcess : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly Process process;

    ServerProcess(Process process, string[] addresses)
    {
        this.process = process;
        Addresses = addresses;
        Channel = GrpcChannel.ForAddress(addresses[0]);
    }

    /// <summary>Where it listens, in the order of the endpoints' names: Grpc comes first.</summary>
    public IReadOnlyList<string> Addresses { get; }

    public GrpcChannel Channel { get; }

    public int Id => process.Id;

    /// <summary>The server as it ships.</summary>
    public static Task<ServerProcess> StartAsync(string data) => StartAsync("CommonLanguage.Server.dll", data, 2);

    /// <summary>The server as it ships with a further endpoint, "Secure".</summary>
    public static Task<ServerProcess> StartSecureAsync(string data, params string[] settings) => StartAsync("CommonLanguage.Server.dll", data, 3, settings);

    /// <summary>The same server with the empty call beside its own.</summary>
    public static Task<ServerProcess> StartWithEmptyCallAsync(string data) => StartAsync("CommonLanguage.Benchmarks.dll", data, 2, "serve");

    /// <summary>Resident memory in bytes.</summary>
    public long ResidentBytes()
    {
        var line = File.ReadLines(FormattableString.Invariant($"/proc/{Id}/status")).First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>Waits until the read tables and the search index stand: a search that says 100 %.</summary>
    public async Task ReadyAsync()
    {
        var lookup = new LookupService.LookupServiceClient(Channel);
        while ((await lookup.SearchEntriesAsync(new() { Query = "authority" })).IndexPercent < 100)
            await Task.Delay(100);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    static async Task<ServerProcess> StartAsync(string program, string data, int endpoints, params string[] first)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])[
            "exec", Path.Combine(AppContext.BaseDirectory, program), .. first, $"--DataDirectory={data}",
            "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0", "--Kestrel:Endpoints:Web:Url=http://127.0.0.1:0", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information"])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var listening = new TaskCompletionSource<string[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        var told = new List<string>();
        process.OutputDataReceived += (_, line) =>
        {
            // Endpoints are told in the order of their names: Grpc, Web.
            const string Told = "Now listening on: ";
            if (line.Data is null)
                _ = listening.TrySetException(new InvalidOperationException("The server ended."));
            else if (line.Data.IndexOf(Told, StringComparison.Ordinal) is var at and >= 0)
                told.Add(line.Data[(at + Told.Length)..].Trim());
            if (told.Count == endpoints)
                _ = listening.TrySetResult([.. told]);
        };
        process.BeginOutputReadLine();
        return new(process, await listening.Task.WaitAsync(Patience));
    }
}
