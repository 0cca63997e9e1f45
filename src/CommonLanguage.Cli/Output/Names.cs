namespace CommonLanguage.Cli.Output;

/// <summary>Resource names; a person may write the id alone.</summary>
static class Names
{
    /// <summary>"organisations/{id}".</summary>
    public static string Organisation(string text) => Full(text, "organisations/");

    /// <summary>"partnerships/{id}"; null stays empty.</summary>
    public static string Partnership(string? text) => string.IsNullOrEmpty(text) ? "" : Full(text, "partnerships/");

    /// <summary>"affiliations/{number}".</summary>
    public static string Affiliation(string text) => Full(text, "affiliations/");

    /// <summary>"apiKeys/{id}".</summary>
    public static string ApiKey(string text) => Full(text, "apiKeys/");

    /// <summary>The id at the end of a resource name, to be shown.</summary>
    public static string Id(string name) => VisibleText.OneLine(name[(name.LastIndexOf('/') + 1)..]);

    // What has a slash is left for the service to judge.
    static string Full(string text, string prefix) => text.Contains('/', StringComparison.Ordinal) ? text : prefix + text;
}
