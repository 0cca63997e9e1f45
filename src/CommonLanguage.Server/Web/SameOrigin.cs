namespace CommonLanguage.Server.Web;

/// <summary>
/// Refuses what another site's page sends to the pages' connection: browsers let any page open a WebSocket to anywhere, and say in
/// "Origin" which page it was.
/// </summary>
sealed class SameOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) || request.Headers.Origin is not [{ Length: > 0 } origin] || IsOwn(origin, request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    static bool IsOwn(string origin, HttpRequest request) => string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
}
