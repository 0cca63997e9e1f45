using CommonLanguage.Administration;

namespace CommonLanguage.Server.SignIn;

/// <summary>Registers sign-in.</summary>
static class SignInRegistration
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, SignInOptions options, CallLimits limits)
    {
        _ = services.AddSingleton(options).AddSingleton<Principals>().AddSingleton(_ => new CallMeter(limits))
            .AddAdministration(onlyKeys: options.Jwt is null && options.OpenId is null);
        if (options.OpenId is { } openId)
            services.AddPageSignIn(options, openId);
        return options.Jwt is { } jwt ? services.AddSingleton(new TokenCheck(jwt)) : services;
    }

    /// <summary>Before everything that answers.</summary>
    public static void UseSignIn(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SignInOptions>().IsOn)
        {
            _ = app.UseMiddleware<SignInMiddleware>();
            return;
        }

        _ = app.Use((http, next) =>
        {
            http.Features.Set(Caller.Local);
            return next(http);
        });
    }
}
