using CommonLanguage.Administration;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.SignIn;

/// <summary>
/// Finds out who sends each request and leaves it to whoever answers to ask for it (<see cref="Caller"/>): an API key or a token in the
/// authorization header, else the signed-in user of a page.
/// </summary>
sealed partial class SignInMiddleware(
    RequestDelegate next, SignInOptions options, Access access, Principals principals, IServiceProvider services, ILogger<SignInMiddleware> log)
{
    const string Bearer = "Bearer ";

    readonly TokenCheck? tokens = services.GetService<TokenCheck>();

    public Task InvokeAsync(HttpContext http)
    {
        if (!access.Ready.IsCompletedSuccessfully)
            return AfterLoadAsync(http);
        var header = http.Request.Headers.Authorization.ToString();
        // API keys are checked here and now; only tokens may have to wait for the issuer's keys.
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && Access.IsKey(header.AsSpan(Bearer.Length)))
        {
            http.Features.Set(OfKey(http, header[Bearer.Length..]));
            return next(http);
        }

        return header.Length == 0 && http.User.Identity?.IsAuthenticated != true
            ? WithAsync(http, Caller.Refused(Caller.NotSignedIn()))
            : OfPrincipalAsync(http, header);
    }

    async Task AfterLoadAsync(HttpContext http)
    {
        await access.Ready.WaitAsync(http.RequestAborted);
        await InvokeAsync(http);
    }

    async Task OfPrincipalAsync(HttpContext http, string header) => await WithAsync(http, await FindAsync(http, header));

    async Task<Caller> FindAsync(HttpContext http, string header)
    {
        try
        {
            if (header.Length == 0)
                return Caller.SignedIn(access, principals.CredentialOf(http.User, RequestOrigin.Of(http, "page")));
            if (tokens is null || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
                throw Refusals.SignInInvalid("The authorization header holds nothing that this server takes; send an API key as 'authorization: Bearer clk_...'.");
            return await tokens.CheckAsync(header[Bearer.Length..].Trim()) is { } principal
                ? Caller.SignedIn(access, principals.CredentialOf(principal, RequestOrigin.Of(http, "token")))
                : throw Refusals.SignInInvalid("The token is not one that is taken: wrong issuer, audience, signature or time; get another from your identity provider.");
        }
        catch (RefusalException refusal)
        {
            LogRefused(RequestOrigin.Of(http, ""), refusal.Message);
            return Caller.Refused(refusal);
        }
    }

    Caller OfKey(HttpContext http, string key)
    {
        try
        {
            var credential = access.SignIn(key, kind => RequestOrigin.Of(http, kind));
            return credential.KeyId.Length > 0 && !options.ApiKeys
                ? throw Refusals.SignInInvalid("This server takes no API keys; sign in with a token of your identity provider.")
                : Caller.SignedIn(access, credential);
        }
        catch (RefusalException refusal)
        {
            LogRefused(RequestOrigin.Of(http, ""), refusal.Message);
            return Caller.Refused(refusal);
        }
    }

    Task WithAsync(HttpContext http, Caller caller)
    {
        http.Features.Set(caller);
        return next(http);
    }

    // Never the header, nor any part of it.
    [LoggerMessage(LogLevel.Information, "Sign-in from {Origin} refused: {Reason}")]
    partial void LogRefused(string origin, string reason);
}
