using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Checking;

/// <summary>Snapshots as files. One that cannot be used ends the command as an unreachable server does.</summary>
static class SnapshotFile
{
    public static GlossarySnapshot Open(string path) => Guarded(() => GlossarySnapshot.Open(path));

    public static GlossarySnapshot Read(ReadOnlyMemory<byte> file, string shownName) => Guarded(() => GlossarySnapshot.Read(file, shownName));

    /// <summary>The tag of a file that is there and good; else null.</summary>
    public static string? TagOf(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var snapshot = GlossarySnapshot.Open(path);
            return snapshot.ETag;
        }
        catch (UnreadableInputException)
        {
            return null;
        }
    }

    static GlossarySnapshot Guarded(Func<GlossarySnapshot> open)
    {
        try
        {
            return open();
        }
        catch (UnreadableInputException refusal)
        {
            throw new FailureException(ExitCode.Unreachable, refusal.Message, refusal);
        }
    }
}
