namespace CommonLanguage.Interchange;

/// <summary>Notes that are made of a file's further columns: "Name: value", one beneath the other.</summary>
static class NoteLines
{
    const int LongestName = 60;

    /// <summary>A note that a file without a column for notes is put to: what it says under a name replaces what stood under it, the rest stays.</summary>
    /// <param name="before">The note as it is.</param>
    /// <param name="said">What the file's further columns say; empty = nothing.</param>
    public static string Follow(string before, string said)
    {
        if (said.Length == 0 || before.Contains(said, StringComparison.Ordinal))
            return before;
        var names = said.Split('\n').Select(NameOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        List<string> kept = [];
        var isKept = true;
        foreach (var line in before.Length == 0 ? [] : before.Split('\n'))
        {
            if (NameOf(line) is { } name)
                isKept = !names.Contains(name);
            if (isKept)
                kept.Add(line);
        }

        return string.Join('\n', kept.Append(said));
    }

    static string? NameOf(string line) =>
        line.IndexOf(": ", StringComparison.Ordinal) is > 0 and <= LongestName and var end ? line[..end] : null;
}
