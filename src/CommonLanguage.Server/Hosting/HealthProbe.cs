namespace CommonLanguage.Server.Hosting;

/// <summary>Asks a running server on this machine for its health, for containers. Command line "--probe".</summary>
static class HealthProbe
{
    const string Switch = "--probe";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Whether the command line asks for a probe and not for a server.</summary>
    public static bool IsAskedFor(string[] args) => args.Contains(Switch, StringComparer.Ordinal);

    /// <summary>0 when the server answers that it is healthy or still loading, 1 otherwise.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [.. args.Where(arg => arg != Switch)] });
        _ = builder.AddSettings();
        var web = new UriBuilder(builder.Configuration["Kestrel:Endpoints:Web:Url"]!) { Host = "localhost", Path = "health" };
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            return (await http.GetAsync(web.Uri)).IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync($"{web.Uri} does not answer: {fault.Message}");
            return 1;
        }
    }
}
