using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Checking;

/// <summary>
/// Checks files one after the other. The first ones are read ahead, so that the words that they have in common are known before the
/// first is checked.
/// </summary>
/// <param name="checker">Checks each.</param>
/// <param name="fixer">Finds what is unambiguous and replaced in the files before they are checked; null = nothing is.</param>
/// <param name="changed">Lines to report on; null = all.</param>
/// <param name="inputName">What findings call standard input, and what tells its format.</param>
/// <param name="terminal">Told what cannot be read and what was replaced; has standard input.</param>
sealed class DocumentRun(DocumentChecker checker, DocumentChecker? fixer, ChangedLines? changed, string inputName, Terminal terminal)
{
    // What is enough to know what is common, and little enough to be kept.
    const int MostAhead = 200;
    const int MostTextAhead = 32 * 1024 * 1024;

    readonly HashSet<string> told = new(StringComparer.Ordinal);

    sealed record Waiting(string Path, Document Document, bool HasMark);

    /// <summary>Checks the files; one that cannot be read does not keep the others from being checked.</summary>
    /// <returns>Whether all could be read.</returns>
    public async Task<bool> CheckAsync(IEnumerable<string> paths, CancellationToken cancellation)
    {
        List<Waiting> ahead = [];
        var (text, isAhead) = (0, true);
        foreach (var path in paths)
        {
            if (!isAhead && changed is not null && path != DocumentFiles.StandardInput && changed.Of(path).IsEmpty)
                continue;
            if (Read(path) is not { } read)
                continue;

            if (!isAhead)
            {
                await CheckAsync(read, cancellation);
                continue;
            }

            checker.Learn(read.Document);
            ahead.Add(read);
            text += read.Document.Text.Length;
            isAhead = ahead.Count < MostAhead && text < MostTextAhead;
            if (!isAhead)
                await CheckAllAsync(ahead, cancellation);
        }

        await CheckAllAsync(ahead, cancellation);
        return told.Count == 0;
    }

    async Task CheckAllAsync(List<Waiting> ahead, CancellationToken cancellation)
    {
        foreach (var waiting in ahead)
            await CheckAsync(waiting, cancellation);
        ahead.Clear();
    }

    // Not handed to another thread: starting the first one takes longer than reading a document.
    Waiting? Read(string path)
    {
        try
        {
            if (path == DocumentFiles.StandardInput)
                return new(inputName, DocumentReader.Read(DocumentFiles.Shown(inputName), ReadInput()), HasMark: false);
            if (new FileInfo(path).Length > DocumentReader.MaximumBytes)
                throw TooLarge(path);
            var bytes = File.ReadAllBytes(path);
            return new(path, DocumentReader.Read(DocumentFiles.Shown(path), bytes), bytes is [0xEF, 0xBB, 0xBF, ..]);
        }
        catch (UnreadableInputException refusal)
        {
            Tell(refusal);
            return null;
        }
    }

    // What comes without an end is read as far as a document may be long.
    byte[] ReadInput()
    {
        using var bytes = new MemoryStream();
        var part = new byte[81_920];
        while (terminal.In.Read(part) is > 0 and var read)
        {
            bytes.Write(part.AsSpan(0, read));
            if (bytes.Length > DocumentReader.MaximumBytes)
                throw TooLarge(inputName);
        }

        return bytes.ToArray();
    }

    static UnreadableInputException TooLarge(string name) => new($"'{name}' is larger than 16 MiB; split it.");

    // Who is no partner is none for all documents.
    void Tell(UnreadableInputException refusal)
    {
        if (told.Add(refusal.Message))
            terminal.Tell($"commonlanguage: {refusal.Message}");
    }

    async Task CheckAsync(Waiting waiting, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (path, document, hasMark) = waiting;
        ImmutableArray<(int First, int Last)> lines = changed?.Of(path) ?? [];
        if (changed is not null && lines.IsEmpty)
            return;
        try
        {
            if (fixer is not null && FixApplier.Settle(fixer, document, lines, out var made) is var mended && made > 0)
            {
                document = mended;
                await File.WriteAllTextAsync(path, document.Source, new System.Text.UTF8Encoding(hasMark), cancellation);
                terminal.Tell($"{document.Name}: {Count.Of(made, "replacement")} made.");
            }

            _ = checker.Check(document, lines);
        }
        catch (UnreadableInputException refusal)
        {
            Tell(refusal);
        }
    }
}
