namespace CommonLanguage.Analysis.Tests.Meaning.Details;

/// <summary>Reads the rows of DetailPairs.md.</summary>
static class DetailPairs
{
    public static IEnumerable<object[]> Of(string section)
    {
        using var stream = typeof(DetailPairs).Assembly.GetManifestResourceStream("DetailPairs.md")!;
        using var reader = new StreamReader(stream);
        var inside = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                inside = line == "## " + section;
            else if (inside && line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| kind", StringComparison.Ordinal))
                yield return [.. line.Split('|', StringSplitOptions.TrimEntries)[1..4]];
        }
    }
}
