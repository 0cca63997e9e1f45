namespace CommonLanguage.Testing;

/// <summary>The examples of docs/words.md: pairs of strings that are one word, and pairs that are two.</summary>
public static class WordExamples
{
    const string Same = " = ", Different = " ≠ ";

    /// <summary>Pairs that are one word.</summary>
    public static IReadOnlyList<(string A, string B)> One { get; } = [.. Pairs(Same)];

    /// <summary>Pairs that are two.</summary>
    public static IReadOnlyList<(string A, string B)> Two { get; } = [.. Pairs(Different)];

    static IEnumerable<(string A, string B)> Pairs(string mark)
    {
        foreach (var line in File.ReadLines(Page()).Where(line => line.StartsWith("| ", StringComparison.Ordinal)))
        {
            foreach (var example in line.Split('|')[2].Split("; "))
            {
                var forms = example.Trim().Split(mark);
                foreach (var form in forms.Skip(1))
                    yield return (forms[0], form);
            }
        }
    }

    static string Page()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CommonLanguage.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the working tree.");
        return Path.Combine(folder, "docs", "words.md");
    }
}
