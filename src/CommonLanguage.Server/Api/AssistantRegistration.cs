using CommonLanguage.Glossary;
using CommonLanguage.Server.SignIn;

namespace CommonLanguage.Server.Api;

/// <summary>Registers and maps the Model Context Protocol (streamable HTTP, without sessions: every request stands on its own).</summary>
static class AssistantRegistration
{
    const string Path = "/mcp";

    public static IServiceCollection AddAssistants(this IServiceCollection services)
    {
        _ = services.AddHttpContextAccessor();
        _ = services.AddMcpServer(server => server.ServerInfo = new() { Name = "commonlanguage", Title = "CommonLanguage", Version = typeof(AssistantTools).Assembly.GetName().Version!.ToString(3) })
            .WithHttpTransport(http => http.Stateless = true)
            .WithTools<AssistantTools>()
            .WithRequestFilters(filters => filters.AddCallToolFilter(AssistantArguments.Check));
        return services;
    }

    public static void UseAssistants(this WebApplication app) => app.MapMcp(Path).Add(endpoint =>
    {
        var answer = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context => IsLetIn(context) ? answer(context) : Task.CompletedTask;
    });

    // A browser says which page asks; assistants are no pages, and a page of another site must not ask in the name of who reads it.
    static bool IsLetIn(HttpContext context)
    {
        if (context.Request.Headers.Origin.Count > 0)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return false;
        }

        try
        {
            Caller.Of(context).MustBeSignedIn();
            return true;
        }
        catch (RefusalException)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return false;
        }
    }
}
