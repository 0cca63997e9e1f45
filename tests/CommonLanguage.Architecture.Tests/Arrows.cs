namespace CommonLanguage.Architecture.Tests;

/// <summary>The tables of arrows in docs/architecture.md: the first column may use what the last one names.</summary>
static class Arrows
{
    public static IReadOnlyDictionary<string, string[]> BetweenProjects { get; } = Read("## Arrows between projects");

    public static IReadOnlyDictionary<string, string[]> BetweenFolders { get; } = Read("## Arrows between folders");

    /// <summary>A project with all that its arrows reach.</summary>
    public static HashSet<string> Reach(string project)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { project };
        var next = new Queue<string>([project]);
        while (next.TryDequeue(out var from))
        {
            foreach (var to in BetweenProjects[from].Where(reached.Add))
                next.Enqueue(to);
        }

        return reached;
    }

    static Dictionary<string, string[]> Read(string heading) => Repository.Lines("docs/architecture.md")
        .SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|'))
        .ToDictionary(cells => Names(cells[0]).Single(), cells => Names(cells[^1]), StringComparer.Ordinal);

    static string[] Names(string cell) => [.. cell.Split('`').Where((_, i) => i % 2 == 1)];
}
