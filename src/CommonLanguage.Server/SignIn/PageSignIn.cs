using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CommonLanguage.Server.SignIn;

/// <summary>Signs people in to the pages, and out again: OpenID Connect (code flow with PKCE), then a cookie that only says who it is.</summary>
static class PageSignIn
{
    /// <summary>The policy of the pages: somebody is signed in, and the session was not ended.</summary>
    public const string Policy = "CommonLanguage.Page";

    const string ProviderScheme = "CommonLanguage.OpenId";

    /// <summary>Adds the sign-in of the pages.</summary>
    public static void AddPageSignIn(this IServiceCollection services, SignInOptions options, OpenIdOptions openId)
    {
        _ = services.AddSingleton<PageSessions>();
        _ = services.AddAuthentication(schemes =>
        {
            schemes.DefaultAuthenticateScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            schemes.DefaultSignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        }).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "__Host-commonlanguage";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.Path = "/";
            cookie.ExpireTimeSpan = openId.Session;
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = context =>
            {
                if (context.HttpContext.RequestServices.GetRequiredService<PageSessions>().HasEnded(context.Principal!))
                    context.RejectPrincipal();
                return Task.CompletedTask;
            };
        }).AddOpenIdConnect(ProviderScheme, provider =>
        {
            provider.Authority = openId.Authority;
            provider.RequireHttpsMetadata = !openId.Authority.StartsWith("http:", StringComparison.OrdinalIgnoreCase);
            provider.ClientId = openId.ClientId;
            provider.ClientSecret = openId.ClientSecret;
            provider.ResponseType = OpenIdConnectResponseType.Code;
            // A plain redirect back: cookies need not be sent on what another site posts.
            provider.ResponseMode = OpenIdConnectResponseMode.Query;
            provider.UsePkce = true;
            provider.MapInboundClaims = false;
            provider.SaveTokens = false;
            provider.GetClaimsFromUserInfoEndpoint = false;
            provider.TokenValidationParameters.ClockSkew = TokenCheck.Skew;
            foreach (var cookie in new[] { provider.CorrelationCookie, provider.NonceCookie })
            {
                cookie.SecurePolicy = CookieSecurePolicy.Always;
                cookie.SameSite = SameSiteMode.Lax;
                cookie.HttpOnly = true;
            }

            provider.Events.OnTicketReceived = context =>
            {
                context.Principal = PrincipalOf(context.Principal!, options, openId, context.HttpContext.RequestServices.GetRequiredService<TimeProvider>());
                return Task.CompletedTask;
            };
            provider.Events.OnRemoteFailure = context =>
            {
                context.HandleResponse();
                context.Response.Redirect("/signed-out?failed=1");
                return Task.CompletedTask;
            };
        });
        _ = services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy
            .AddAuthenticationSchemes(CookieAuthenticationDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser());
        _ = services.AddSingleton<IAuthorizationMiddlewareResultHandler, PageChallenge>();
    }

    /// <summary>Maps signing in and out.</summary>
    public static void MapPageSignIn(this WebApplication app, OpenIdOptions openId)
    {
        _ = app.MapGet("/sign-in", (string? to) => Results.Challenge(new() { RedirectUri = Local(to) }, [ProviderScheme]));
        _ = app.MapPost("/sign-out", async (HttpContext http, IAntiforgery antiforgery, PageSessions sessions) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http))
                return Results.BadRequest("The form is too old; load the page again and sign out there.");
            sessions.End(http.User, openId.Session);
            return Results.SignOut(new() { RedirectUri = "/signed-out" }, [CookieAuthenticationDefaults.AuthenticationScheme, ProviderScheme]);
        });
    }

    /// <summary>An address of this server to come back to; anything else is the start page.</summary>
    internal static string Local(string? to) => to is ['/', ..] && to is not ['/', '/' or '\\', ..] && !to.Any(char.IsControl) ? to : "/";

    // Only who it is, under the claim that names people here, and until when: nothing else of the provider's is kept.
    static ClaimsPrincipal PrincipalOf(ClaimsPrincipal principal, SignInOptions options, OpenIdOptions openId, TimeProvider time)
    {
        var person = principal.FindFirst(openId.PersonClaim)?.Value ?? "";
        return new(new ClaimsIdentity(
            [
                new(options.Jwt?.PersonClaim ?? "sub", person),
                new("exp", (time.GetUtcNow() + openId.Session).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                new(PageSessions.Claim, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))),
            ],
            ProviderScheme));
    }
}
