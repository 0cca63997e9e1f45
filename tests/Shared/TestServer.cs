using CommonLanguage.Editing;
using CommonLanguage.Server.Hosting;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Testing;

/// <summary>The real server in this process, on real HTTP/2, with a data directory of its own that goes with it.</summary>
public sealed class TestServer : IAsyncDisposable
{
    readonly WebApplication app;
    readonly bool ownsDirectory;

    TestServer(WebApplication app, string directory, bool ownsDirectory)
    {
        this.app = app;
        this.ownsDirectory = ownsDirectory;
        DataDirectory = directory;
        // Endpoints are bound in the order of their names: Grpc, Web.
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToArray();
        (GrpcAddress, WebAddress) = (new Uri(addresses[0]), new Uri(addresses[1]));
        Channel = GrpcChannel.ForAddress(GrpcAddress);
    }

    public Uri GrpcAddress { get; }

    public Uri WebAddress { get; }

    public string DataDirectory { get; }

    public GrpcChannel Channel { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts a server with some settings ("--Key=value"); on an empty store of its own unless a directory is given.</summary>
    public static async Task<TestServer> StartAsync(string? directory = null, params string[] settings)
    {
        var folder = directory ?? Directory.CreateTempSubdirectory("commonlanguage-test-").FullName;
        var app = ServerApplication.Build(
        [
            $"--DataDirectory={folder}",
            "--Kestrel:Endpoints:Web:Url=http://127.0.0.1:0",
            "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0",
            "--Logging:LogLevel:Default=Warning",
            .. settings,
        ]);
        try
        {
            await app.StartAsync();
            return new(app, folder, directory is null);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until no word waits for the second stage of the comparison, which judges what was imported.</summary>
    public async Task JudgedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Services.GetRequiredService<ConflictSweep>().Waiting > 0)
            await Task.Delay(50, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        if (ownsDirectory)
            Directory.Delete(DataDirectory, recursive: true);
    }
}
