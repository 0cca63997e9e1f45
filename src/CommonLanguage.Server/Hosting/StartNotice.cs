using CommonLanguage.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CommonLanguage.Server.Hosting;

/// <summary>Says on the console where the server listens, where its data is, and who may use it.</summary>
sealed class StartNotice(IServer server, GlossaryStore store, IConfiguration configuration) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"CommonLanguage, {store.Description}");
        if (configuration["Kestrel:Endpoints:Web:Url"] is { Length: > 0 } desk)
            Console.WriteLine($"The translators' desk: open {Bound(desk)} in a browser.");
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren().Reverse())
            Console.WriteLine($"  {(endpoint.Key == "Web" ? "JSON, gRPC-Web:" : endpoint.Key == "Grpc" ? "gRPC:          " : endpoint.Key)} {Bound(endpoint["Url"] ?? "")}");
        Console.WriteLine("No sign-in is configured: only this machine is listened to, and everybody on it may do everything.");
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Where the port was left to the system, the addresses that were taken say which.
    string Bound(string url) => url.EndsWith(":0", StringComparison.Ordinal)
        ? string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        : url;
}
