namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>Tells fonts whose letters are all of one width, in which code is set, by their names.</summary>
static class FixedWidthFont
{
    static readonly string[] Names = ["courier", "consol", "typewriter", "menlo", "monaco", "cascadia", "cmtt", "sourcecode", "source code", "firacode", "fira code"];

    public static bool Is(string? font) =>
        font is { Length: > 0 } && (Array.Exists(Names, name => font.Contains(name, StringComparison.OrdinalIgnoreCase))
            || (font.Contains("mono", StringComparison.OrdinalIgnoreCase) && !font.Contains("monotype", StringComparison.OrdinalIgnoreCase)));
}
