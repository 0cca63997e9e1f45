using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace CommonLanguage.Server.Tests.Faults;

/// <summary>The real server in a process of its own, to be ended by a signal.</summary>
sealed partial class ServerProcess : IAsyncDisposable
{
    const int Sigterm = 15;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    readonly Process process;
    readonly StringBuilder log = new();
    readonly List<Uri> told = [];
    int ended;

    ServerProcess(Process process) => this.process = process;

    public GrpcChannel Channel { get; private set; } = null!;

    public Uri WebAddress { get; private set; } = null!;

    public static async Task<ServerProcess> StartAsync(string data, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[
            "exec", Path.Combine(AppContext.BaseDirectory, "CommonLanguage.Server.dll"), $"--DataDirectory={data}",
            "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0", "--Kestrel:Endpoints:Web:Url=http://127.0.0.1:0", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information", .. settings])
            start.ArgumentList.Add(argument);
        var server = new ServerProcess(Process.Start(start)!);
        var listening = new TaskCompletionSource<Uri[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.process.OutputDataReceived += (_, line) => server.Read(line.Data, listening);
        server.process.ErrorDataReceived += (_, line) => server.Read(line.Data, listening);
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            var addresses = await listening.Task.WaitAsync(Patience);
            (server.Channel, server.WebAddress) = (GrpcChannel.ForAddress(addresses[0]), addresses[1]);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public void Kill() => process.Kill();

    public void Terminate() => Assert.Equal(0, Signal(process.Id, Sigterm));

    /// <summary>Waits for the end of the process, and gives its exit code and what it logged.</summary>
    public async Task<(int Code, string Log)> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        lock (log)
            return (process.ExitCode, log.ToString());
    }

    /// <summary>Imports a file; each progress goes to the caller.</summary>
    public async Task<ImportReport?> ImportAsync(string organisation, byte[] file, Action<ImportProgress> told)
    {
        using var call = new InterchangeService.InterchangeServiceClient(Channel).ImportGlossary();
        await call.RequestStream.WriteAsync(new() { Header = new ImportHeader { Organisation = $"organisations/{organisation}" } });
        for (var at = 0; at < file.Length; at += 64 * 1024)
            await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(file, at, Math.Min(64 * 1024, file.Length - at)) });
        await call.RequestStream.CompleteAsync();
        ImportReport? report = null;
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
        {
            if (answer.Progress is { } progress)
                told(progress);
            report = answer.Report ?? report;
        }

        return report;
    }

    public async ValueTask DisposeAsync()
    {
        Channel?.Dispose();
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    void Read(string? line, TaskCompletionSource<Uri[]> listening)
    {
        if (line is null)
        {
            // What was said on either of the two streams belongs to it.
            if (Interlocked.Increment(ref ended) == 2)
                _ = listening.TrySetException(new InvalidOperationException($"The server ended: {log}"));
            return;
        }

        lock (log)
            _ = log.AppendLine(line);
        // Endpoints are told in the order of their names: Grpc, Web.
        const string Told = "Now listening on: ";
        if (line.IndexOf(Told, StringComparison.Ordinal) is not (var at and >= 0))
            return;
        told.Add(new(line[(at + Told.Length)..].Trim()));
        if (told.Count == 2)
            _ = listening.TrySetResult([.. told]);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
