using CommonLanguage.Glossary;

namespace CommonLanguage.Server.SignIn;

/// <summary>Where the people who use the pages sign in: an OpenID Connect provider.</summary>
public sealed class OpenIdOptions
{
    /// <summary>Address of the provider; its discovery document stands below it.</summary>
    public required string Authority { get; init; }

    /// <summary>What the provider calls this server.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret shared with the provider; empty for a public client.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>The claim that holds the name of the person; default "sub".</summary>
    public string PersonClaim { get; init; } = "sub";

    /// <summary>How long a sign-in lasts; default 8 hours.</summary>
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Reads the section.</summary>
    /// <exception cref="RefusalException">A value is missing, not known or not safe.</exception>
    public static OpenIdOptions Read(IConfigurationSection section)
    {
        var authority = Required(section, nameof(Authority));
        if (!JwtOptions.IsSafe(authority))
        {
            throw new RefusalException(
                ErrorReason.ValueUnknown, $"{section.Path}:{nameof(Authority)} is {Shown.Quoted(authority)}; give an https address.", $"{section.Path}:{nameof(Authority)}");
        }

        var session = section[nameof(Session)];
        var length = TimeSpan.FromHours(8);
        if (!string.IsNullOrEmpty(session)
            && (!TimeSpan.TryParse(session, System.Globalization.CultureInfo.InvariantCulture, out length) || length < TimeSpan.FromMinutes(5) || length > TimeSpan.FromDays(30)))
        {
            throw new RefusalException(
                ErrorReason.ValueUnknown, $"{section.Path}:{nameof(Session)} is {Shown.Quoted(session)}; give a time from 00:05:00 to 30.00:00:00.", $"{section.Path}:{nameof(Session)}");
        }

        return new()
        {
            Authority = authority,
            ClientId = Required(section, nameof(ClientId)),
            ClientSecret = section[nameof(ClientSecret)] ?? "",
            PersonClaim = section[nameof(PersonClaim)] is { Length: > 0 } claim ? claim : "sub",
            Session = length,
        };
    }

    static string Required(IConfigurationSection section, string key) => section[key] is { Length: > 0 } value
        ? value
        : throw new RefusalException(ErrorReason.ValueMissing, $"{section.Path}:{key} is empty; people can sign in to the pages only when it is known where.", $"{section.Path}:{key}");
}
