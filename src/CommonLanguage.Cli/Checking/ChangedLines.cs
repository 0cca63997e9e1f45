using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Checking;

/// <summary>Which lines of which files have changed since a state of the repository, as git tells.</summary>
sealed class ChangedLines
{
    readonly Dictionary<string, List<(int First, int Last)>> files = new(StringComparer.Ordinal);

    /// <summary>The changed lines of a file, or none at all when it has none.</summary>
    public ImmutableArray<(int First, int Last)> Of(string path) =>
        files.TryGetValue(Path.GetFullPath(path), out var lines) ? [.. lines] : [];

    /// <exception cref="FailureException">Not in a repository, or it has no such state.</exception>
    public static async Task<ChangedLines> SinceAsync(string reference, CancellationToken cancellation)
    {
        if (reference.StartsWith('-'))
            throw FailureException.WrongUse($"'{reference}' is no name of a commit; name a branch, a tag or a commit.");
        var root = (await GitAsync(["rev-parse", "--show-toplevel"], cancellation)).Trim();
        var changed = new ChangedLines();
        changed.Read(root, await GitAsync(["-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-prefix", reference, "--"], cancellation));
        foreach (var file in (await GitAsync(["-c", "core.quotePath=false", "ls-files", "--others", "--exclude-standard", "--full-name", root], cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            changed.files[Path.GetFullPath(Path.Combine(root, file))] = [(1, int.MaxValue)];
        return changed;
    }

    void Read(string root, string diff)
    {
        List<(int First, int Last)>? lines = null;
        foreach (var line in diff.Split('\n'))
        {
            if (line.StartsWith("+++ ", StringComparison.Ordinal))
                lines = files[Path.GetFullPath(Path.Combine(root, line[4..].TrimEnd('\t').Trim('"')))] = [];
            else if (line.StartsWith("@@ ", StringComparison.Ordinal) && lines is not null && line.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus)
                Add(lines, line[(plus + 1)..].Split(' ')[0].Split(','));
        }
    }

    static void Add(List<(int First, int Last)> lines, string[] range)
    {
        var first = int.Parse(range[0], CultureInfo.InvariantCulture);
        var count = range.Length > 1 ? int.Parse(range[1], CultureInfo.InvariantCulture) : 1;
        if (count > 0)
            lines.Add((first, first + count - 1));
    }

    static async Task<string> GitAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var said = git.StandardError.ReadToEndAsync(cancellation);
            var output = await git.StandardOutput.ReadToEndAsync(cancellation);
            await git.WaitForExitAsync(cancellation);
            return git.ExitCode == 0 ? output : throw FailureException.WrongUse($"git cannot tell what changed ({(await said).Split('\n')[0]}); name a branch, a tag or a commit of this repository.");
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw FailureException.WrongUse("git is not installed, so that --changed-since cannot be answered; install it, or leave the option out.", fault);
        }
    }
}
