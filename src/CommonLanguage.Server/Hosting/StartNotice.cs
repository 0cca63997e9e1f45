using CommonLanguage.Administration;
using CommonLanguage.Lookup;
using CommonLanguage.Server.SignIn;
using CommonLanguage.Storage;

namespace CommonLanguage.Server.Hosting;

/// <summary>Says on the console where the server listens, where its data is, and who may use it.</summary>
sealed class StartNotice(DeskAddress address, GlossaryStore store, LiveTables tables, SetupToken setup, SignInOptions signIn, IConfiguration configuration) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine($"CommonLanguage, {store.Description}");
        if (address.Desk is { } desk)
            Console.WriteLine($"The translators' desk: open {desk} in a browser.");
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren().Reverse())
            Console.WriteLine($"  {(endpoint.Key == "Web" ? "JSON, gRPC-Web:" : endpoint.Key == "Grpc" ? "gRPC:          " : endpoint.Key)} {address.Bound(endpoint["Url"] ?? "")}");
        if (!signIn.IsOn)
        {
            Console.WriteLine("No sign-in is configured: only this machine is listened to, and everybody on it may do everything.");
            return;
        }

        string[] ways = [.. new[] { signIn.OpenId is { } openId ? $"people at {openId.Authority}" : "", signIn.ApiKeys ? "API keys" : "", signIn.Jwt is { } jwt ? $"tokens of {jwt.Issuer}" : "" }.Where(way => way.Length > 0)];
        Console.WriteLine($"Sign-in: {string.Join(", ", ways)}.");
        if (!Listening.IsOnThisMachineOnly(configuration) && Listening.HasClearText(configuration))
            Console.WriteLine("Other machines can reach addresses without TLS: put a proxy with TLS in front of them, or keys can be read on their way.");
        await tables.PeopleLoaded.WaitAsync(cancellationToken);
        if (!setup.IsNeeded(tables.Current.People))
            return;
        // On the console only: never in a log, which others keep and read.
        Console.WriteLine("No administrator can sign in yet. Within 24 hours, while this server runs, make one with this token, once:");
        Console.WriteLine($"  {setup.Create()}");
        Console.WriteLine("  COMMONLANGUAGE_TOKEN=TOKEN commonlanguage keys claim NAME");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
