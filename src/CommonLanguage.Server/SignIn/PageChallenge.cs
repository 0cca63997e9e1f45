using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace CommonLanguage.Server.SignIn;

/// <summary>Sends who opens a page without being signed in to the sign-in; anything else than a page is refused without a way there.</summary>
sealed class PageChallenge : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        var request = context.Request;
        var isPage = HttpMethods.IsGet(request.Method) && request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);
        if (isPage)
            context.Response.Redirect("/sign-in?to=" + Uri.EscapeDataString(request.PathBase + request.Path + request.QueryString));
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
