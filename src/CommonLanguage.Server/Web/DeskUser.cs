using System.Security.Claims;
using CommonLanguage.Administration;
using CommonLanguage.Glossary;
using CommonLanguage.Server.SignIn;
using Microsoft.AspNetCore.Components.Authorization;

namespace CommonLanguage.Server.Web;

/// <summary>
/// Who looks at a page, with what they may do at this moment; without sign-in everybody on this machine is the one local user. One for
/// each page that is open.
/// </summary>
sealed class DeskUser(SignInOptions options, Principals principals, Access access, IServiceProvider services)
{
    Credential? credential;

    /// <summary>Whether people sign in.</summary>
    public bool SignsIn => options.IsOn;

    /// <summary>As the engine knows them.</summary>
    /// <exception cref="RefusalException">Not signed in, or no longer (SignInInvalid).</exception>
    public Actor Actor
    {
        get
        {
            if (!options.IsOn)
                return Actor.Local("desk");
            var principal = Principal();
            if (services.GetRequiredService<PageSessions>().HasEnded(principal))
                throw Refusals.SignInInvalid("You have signed out; sign in again.");
            credential ??= principals.CredentialOf(principal, "page");
            return access.ActorOf(credential);
        }
    }

    /// <summary>The person's name; empty when nobody is signed in.</summary>
    public string Name
    {
        get
        {
            try
            {
                return Actor.Name;
            }
            catch (RefusalException)
            {
                return "";
            }
        }
    }

    // Of the request that is answered, or of the one that the page's connection began with.
    ClaimsPrincipal Principal()
    {
        if (services.GetRequiredService<IHttpContextAccessor>().HttpContext is { User.Identity.IsAuthenticated: true } http)
            return http.User;
        var state = services.GetRequiredService<AuthenticationStateProvider>().GetAuthenticationStateAsync();
        return state.IsCompletedSuccessfully && state.Result.User is { Identity.IsAuthenticated: true } user ? user : throw Refusals.SignInInvalid("Nobody is signed in; sign in first.");
    }
}
