using CommonLanguage.Administration;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CommonLanguage.Server.SignIn;

/// <summary>Registers sign-in.</summary>
static class SignInRegistration
{
    /// <summary>The scheme that checks tokens.</summary>
    public const string TokenScheme = "CommonLanguage.Token";

    /// <summary>How far the clocks of an issuer and of this server may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddSignIn(this IServiceCollection services, SignInOptions options)
    {
        _ = services.AddSingleton(options).AddSingleton<Principals>().AddAdministration(onlyKeys: options.Jwt is null && options.OpenId is null);
        if (options.OpenId is { } openId)
            services.AddPageSignIn(options, openId);
        if (options.Jwt is not { } jwt)
            return services;
        // No scheme is the default one: a request is checked by what it carries, and an API key never reaches the check of tokens.
        _ = services.AddAuthentication(schemes => schemes.DefaultAuthenticateScheme ??= "")
            .AddJwtBearer(TokenScheme, bearer => Configure(bearer, jwt));
        return services;
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

    static void Configure(JwtBearerOptions bearer, JwtOptions jwt)
    {
        bearer.MapInboundClaims = false;
        bearer.IncludeErrorDetails = false;
        bearer.SaveToken = false;
        if (jwt.KeySetFile.Length > 0)
        {
            bearer.Configuration = new OpenIdConnectConfiguration { Issuer = jwt.Issuer };
            foreach (var key in new JsonWebKeySet(File.ReadAllText(jwt.KeySetFile)).GetSigningKeys())
                bearer.Configuration.SigningKeys.Add(key);
        }
        else
        {
            bearer.Authority = jwt.Authority;
            bearer.RequireHttpsMetadata = !jwt.Authority.StartsWith("http:", StringComparison.OrdinalIgnoreCase);
        }

        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = jwt.Issuer,
            ValidAudience = jwt.Audience,
            ValidAlgorithms = jwt.Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidateLifetime = true,
            ValidateIssuerSigningKey = true,
            ClockSkew = Skew,
        };
        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                // RFC 7515, 4.1.11: what must be understood and is not makes the token invalid. Nothing of the kind is understood here.
                if (context.SecurityToken is JsonWebToken token && token.TryGetHeaderValue<object>("crit", out _))
                    context.Fail("The token has a critical header.");
                return Task.CompletedTask;
            },
        };
    }
}
