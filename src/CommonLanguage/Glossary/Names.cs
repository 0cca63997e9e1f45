namespace CommonLanguage.Glossary;

/// <summary>Reads resource names ("organisations/acme/entries/incident-1") by their pattern.</summary>
static class Names
{
    /// <summary>The ids of a name that alternates the given collections and ids.</summary>
    public static string Read(string? name, string field, string collection) =>
        ReadAll(name, field, collection)[0];

    public static string[] ReadAll(string? name, string field, params ReadOnlySpan<string> collections)
    {
        var parts = (name ?? "").Split('/');
        var ids = new string[collections.Length];
        var fits = parts.Length == collections.Length * 2;
        for (var i = 0; fits && i < collections.Length; i++)
        {
            ids[i] = parts[(2 * i) + 1];
            fits = string.Equals(parts[2 * i], collections[i], StringComparison.Ordinal) && ResourceId.IsValid(ids[i]);
        }

        if (fits)
            return ids;
        var pattern = string.Join('/', collections.ToArray().Select(c => c + "/{id}"));
        throw new RefusalException(
            ErrorReason.NameInvalid,
            string.IsNullOrEmpty(name)
                ? $"'{field}' is empty; give a name of the form {pattern}."
                : $"{Shown.Quoted(name)} is no name that can stand here; give one of the form {pattern}.",
            field,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = name is { Length: > 200 } ? name[..200] : name ?? "", ["pattern"] = pattern });
    }
}
