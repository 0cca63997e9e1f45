using CommonLanguage.Server.SignIn;
using CommonLanguage.Server.Web.Conflicts;
using CommonLanguage.Server.Web.Maps;
using CommonLanguage.Server.Web.Queue;
using CommonLanguage.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using MudBlazor.Services;

namespace CommonLanguage.Server.Web;

/// <summary>Registers and maps the translators' desk.</summary>
static class DeskRegistration
{
    // A definition has at most 20 000 characters, of which JSON writes each in at most six.
    const int LongestMessage = 256 * 1024;

    /// <summary>Adds the pages.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        _ = services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = LongestMessage);
        _ = services.AddMudServices();
        _ = services.AddHttpContextAccessor();
        _ = services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "commonlanguage.form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        _ = services.AddDataProtection().SetApplicationName("CommonLanguage").DisableAutomaticKeyGeneration();
        _ = services.AddOptions<KeyManagementOptions>().Configure<GlossaryStore>((keys, store) => keys.XmlRepository = new StoreKey(store));
        return services.AddScoped<DeskUser>().AddSingleton<QueueReader>().AddSingleton<ConflictReader>().AddSingleton<MapReader>();
    }

    /// <summary>Maps the pages.</summary>
    /// <param name="app">Where.</param>
    /// <param name="openId">Where people sign in; null = whoever is on this machine is the one local user.</param>
    public static void UseDesk(this WebApplication app, OpenIdOptions? openId)
    {
        _ = app.UseMiddleware<PageHeaders>();
        _ = app.UseMiddleware<SameOrigin>();
        _ = app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        _ = app.Use((context, next) =>
        {
            // Programs get their bare 404.
            if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = context.Request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);
            return next(context);
        });
        if (openId is not null)
            _ = app.UseAuthorization();
        _ = app.UseAntiforgery();
        _ = app.MapStaticAssets();
        var downloads = app.MapGroup("");
        downloads.MapDownloads();
        // A page is open for as long as its reader wants.
        var pages = app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .WithMetadata(new DisableRequestTimeoutAttribute());
        if (openId is null)
            return;
        _ = downloads.RequireAuthorization(PageSignIn.Policy);
        _ = pages.RequireAuthorization(PageSignIn.Policy);
        app.MapPageSignIn(openId);
        _ = app.MapGet("/signed-out", (string? failed) => new RazorComponentResult<SignedOutPage>(new { HasFailed = failed is not null }));
    }
}
