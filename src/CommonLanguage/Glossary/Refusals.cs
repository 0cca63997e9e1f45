namespace CommonLanguage.Glossary;

/// <summary>Refusals that are said in more than one place.</summary>
public static class Refusals
{
    /// <summary>There is no such entry.</summary>
    public static RefusalException EntryNotFound(EntryName name) => new(
        ErrorReason.EntryNotFound, $"There is no entry '{name}'.", "name", Named(name.ToString()));

    /// <summary>There is no such conflict.</summary>
    public static RefusalException ConflictNotFound(ConflictName name) => new(
        ErrorReason.ConflictNotFound, $"There is no conflict '{name}'.", "name", Named(name.ToString()));

    /// <summary>The id is taken.</summary>
    public static RefusalException AlreadyExists(string name) => new(
        ErrorReason.AlreadyExists, $"{name} exists already; update it, or choose another id.", metadata: Named(name));

    /// <summary>The thing is archived.</summary>
    public static RefusalException Archived(string name) => new(
        ErrorReason.Archived, $"{name} is archived and takes no more changes.", metadata: Named(name));

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

    static string Named(Scopes scope) => scope.ToString().ToLowerInvariant();

    static Dictionary<string, string> Named(string name) => new(StringComparer.Ordinal) { ["name"] = name };
}
