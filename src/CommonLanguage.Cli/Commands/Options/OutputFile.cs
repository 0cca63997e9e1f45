using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>Files that a command writes.</summary>
static class OutputFile
{
    /// <summary>Writes a file as a whole: what fails half way leaves nothing behind, and an older file as it was.</summary>
    /// <param name="terminal">Where the command runs.</param>
    /// <param name="path">The file; null = standard output.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="FailureException">The file cannot be written.</exception>
    public static async Task WriteAsync(Terminal terminal, string? path, Func<Stream, Task> write)
    {
        if (path is null)
        {
            await using var safe = terminal.OutIsTerminal ? new VisibleStream(terminal.Out) : null;
            await write(safe ?? terminal.OutBytes);
            return;
        }

        if (path.Length == 0 || Directory.Exists(path))
            throw FailureException.WrongUse($"'{path}' is no file to write to; name a file.");
        // What is a link or a device (/dev/null) stays one: it is written to, not replaced.
        var isPlain = !Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal) && new FileInfo(path).LinkTarget is null;
        var whole = isPlain ? $"{path}.{Environment.ProcessId}.part" : path;
        try
        {
            await using (var file = new FileStream(whole, FileMode.Create))
                await write(file);
            if (isPlain)
                File.Move(whole, path, overwrite: true);
        }
        catch (DirectoryNotFoundException fault)
        {
            throw FailureException.WrongUse($"There is no directory for '{path}'; make it first.", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw FailureException.WrongUse($"File '{path}' may not be written; check the permissions of its directory.", fault);
        }
        finally
        {
            if (isPlain && File.Exists(whole))
                File.Delete(whole);
        }
    }
}
