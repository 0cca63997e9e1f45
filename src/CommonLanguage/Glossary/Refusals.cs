using System.Globalization;

namespace CommonLanguage.Glossary;

/// <summary>Refusals that are said in more than one place.</summary>
public static class Refusals
{
    /// <summary>There is no such entry.</summary>
    public static RefusalException EntryNotFound(EntryName name, string field = "name") => new(
        ErrorReason.EntryNotFound, $"There is no entry '{name}'; list those of {name.Organisation.ResourceName}.", field, Named(name.ToString()));

    /// <summary>There is no such conflict.</summary>
    public static RefusalException ConflictNotFound(ConflictName name) => new(
        ErrorReason.ConflictNotFound, $"There is no conflict '{name}'; list those of {name.Partnership.ResourceName}.", "name", Named(name.ToString()));

    /// <summary>The id is taken.</summary>
    public static RefusalException AlreadyExists(string name) => new(
        ErrorReason.AlreadyExists, $"{name} exists already; update it, or choose another id.", metadata: Named(name));

    /// <summary>The thing is archived.</summary>
    public static RefusalException Archived(string name) => new(
        ErrorReason.Archived, $"{name} is archived and takes no more changes; make a new one with another id.", metadata: Named(name));

    /// <summary>A value that cannot be read; its first 200 characters go with the refusal.</summary>
    public static RefusalException Unreadable(ErrorReason reason, string message, string field, string value) => new(
        reason, message, field, new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = value.Length <= 200 ? value : value[..200] });

    /// <summary>A text over its limit, in UTF-16 units.</summary>
    public static RefusalException TextTooLong(string message, string field, int length, int limit) => new(
        ErrorReason.TextTooLong, message, field, Numbers("length", length, limit));

    /// <summary>More values than allowed.</summary>
    public static RefusalException TooManyValues(string message, string field, int count, int limit) => new(
        ErrorReason.TooManyValues, message, field, Numbers("count", count, limit));

    /// <summary>A character that a text cannot hold.</summary>
    /// <param name="message">The sentence.</param>
    /// <param name="field">The field at fault.</param>
    /// <param name="character">What the character is called.</param>
    /// <param name="index">Where it stands, from 0, in UTF-16 units.</param>
    public static RefusalException CharacterNotAllowed(string message, string field, string character, int index) => new(
        ErrorReason.CharacterNotAllowed,
        message,
        field,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["character"] = character,
            ["position"] = (index + 1).ToString(CultureInfo.InvariantCulture),
        });

    /// <summary>The caller has no role that allows it.</summary>
    public static RefusalException RoleMissing(Actor actor, string role, string place) => new(
        ErrorReason.RoleMissing,
        $"{Shown.Quoted(actor.Name)} is no {role} of {place}; ask somebody who is, or an administrator for the role.",
        metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["role"] = role, ["place"] = place });

    /// <summary>The caller's key has no such scope.</summary>
    public static RefusalException ScopeMissing(Scopes scope) => new(
        ErrorReason.ScopeMissing,
        $"The key that was used has no scope '{Named(scope)}'; use one that has.",
        metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["scope"] = Named(scope) });

    /// <summary>Nobody is signed in.</summary>
    public static RefusalException SignInInvalid(string message) => new(ErrorReason.SignInInvalid, message);

    /// <summary>There is no such affiliation.</summary>
    public static RefusalException AffiliationNotFound(string name) => new(
        ErrorReason.ActNotFound, $"There is no affiliation {Shown.Quoted(name)}; list those there are.", "name");

    /// <summary>There is no such API key.</summary>
    public static RefusalException KeyNotFound(string name) => new(
        ErrorReason.ActNotFound, $"There is no API key {Shown.Quoted(name)}; list those there are.", "name");

    static string Named(Scopes scope) => scope.ToString().ToLowerInvariant();

    static Dictionary<string, string> Numbers(string what, int number, int limit) => new(StringComparer.Ordinal)
    {
        [what] = number.ToString(CultureInfo.InvariantCulture),
        ["limit"] = limit.ToString(CultureInfo.InvariantCulture),
    };

    static Dictionary<string, string> Named(string name) => new(StringComparer.Ordinal) { ["name"] = name };
}
