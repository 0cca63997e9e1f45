using CommonLanguage.Glossary;

namespace CommonLanguage.Server.SignIn;

/// <summary>How people and programs sign in; with nothing of it on, only this machine is served, as one local user.</summary>
public sealed class SignInOptions
{
    const string Section = "Authentication";

    /// <summary>Whether API keys are taken.</summary>
    public bool ApiKeys { get; init; }

    /// <summary>Whose tokens are taken; null = nobody's.</summary>
    public JwtOptions? Jwt { get; init; }

    /// <summary>Where the people who use the pages sign in; null = nowhere.</summary>
    public OpenIdOptions? OpenId { get; init; }

    /// <summary>Whether calls must be signed in.</summary>
    public bool IsOn => ApiKeys || Jwt is not null || OpenId is not null;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="RefusalException">A value is missing, not known or not safe.</exception>
    public static SignInOptions Read(IConfiguration configuration)
    {
        var text = configuration[$"{Section}:{nameof(ApiKeys)}"];
        var keys = false;
        if (!string.IsNullOrEmpty(text) && !bool.TryParse(text, out keys))
            throw new RefusalException(ErrorReason.ValueUnknown, $"{Section}:{nameof(ApiKeys)} is {Shown.Quoted(text)}; use true or false.", $"{Section}:{nameof(ApiKeys)}");
        var jwt = configuration.GetSection($"{Section}:{nameof(Jwt)}");
        var openId = configuration.GetSection($"{Section}:{nameof(OpenId)}");
        return new() { ApiKeys = keys, Jwt = jwt.Exists() ? JwtOptions.Read(jwt) : null, OpenId = openId.Exists() ? OpenIdOptions.Read(openId) : null };
    }
}
