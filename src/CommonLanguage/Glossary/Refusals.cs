namespace CommonLanguage.Glossary;

/// <summary>Refusals that are said in more than one place.</summary>
static class Refusals
{
    public static RefusalException EntryNotFound(EntryName name) => new(
        ErrorReason.EntryNotFound, $"There is no entry '{name}'.", "name", Named(name.ToString()));

    public static RefusalException ConflictNotFound(ConflictName name) => new(
        ErrorReason.ConflictNotFound, $"There is no conflict '{name}'.", "name", Named(name.ToString()));

    public static RefusalException AlreadyExists(string name) => new(
        ErrorReason.AlreadyExists, $"{name} exists already; update it, or choose another id.", metadata: Named(name));

    public static RefusalException Archived(string name) => new(
        ErrorReason.Archived, $"{name} is archived and takes no more changes.", metadata: Named(name));

    static Dictionary<string, string> Named(string name) => new(StringComparer.Ordinal) { ["name"] = name };
}
