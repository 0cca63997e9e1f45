using System.Collections.Immutable;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Csv;
using CommonLanguage.Interchange.Tables;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Interchange;

/// <summary>
/// Brings a glossary in. The file is put down among the temporary files, read and checked as a whole, and only then stored, in transactions of
/// thousands of rows; while one is stored the next is read. An import that is cut off is finished by starting it again: what is stored already is found unchanged.
/// </summary>
public sealed class GlossaryImporter(Editor editor, PartnerEditor partners, LiveTables tables, StoreReader reader)
{
    const int RowsOfOneTransaction = 5_000;

    // The rows of a file up to this size are kept from the check to the storing; those of a larger one are read again.
    const long KeptFile = 8 * 1024 * 1024;

    /// <summary>Imports a file.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="request">What is imported, and into what.</param>
    /// <param name="chunks">The bytes of the file, in order.</param>
    /// <param name="report">Told how far it is, every few thousand rows.</param>
    /// <param name="cancellation">Ends the import; what is stored stays.</param>
    /// <exception cref="RefusalException">The file as a whole cannot be read; nothing was stored.</exception>
    public async Task<ImportReport> ImportAsync(
        Actor actor, ImportRequest request, IAsyncEnumerable<ReadOnlyMemory<byte>> chunks, Func<ImportProgress, ValueTask> report, CancellationToken cancellation)
    {
        TableColumns.CheckFields(request.Reading);
        var check = new FileCheck(FileCheck.Parse(request.Reading.Encoding));
        _ = Delimiters.Parse(request.Reading.Delimiter);
        await using var file = await SpoolAsync(chunks, check, report, cancellation);
        var encoding = check.End();
        var glossary = new GlossaryFile(file, check.IsArchive ? null : encoding, request.Reading);
        var problems = new ImportProblems();
        var read = Check(glossary, problems);
        await report(new(IsStoring: false, file.Length, read.Rows, 0));
        if (problems.Fatal > 0)
        {
            return new(0, 0, 0, read.Rows, 0, 0, 0, problems.First, problems.Count, read.Notes, request.Partnership, 0)
            {
                IsRefused = true,
                Reading = read.Reading,
            };
        }

        await tables.Loaded.WaitAsync(cancellation);
        var joined = await partners.EnsureAsync(
            actor, request.Organisation, request.DisplayName, request.Partnership, request.ValidateOnly, cancellation);
        return await StoreAsync(actor, request, glossary, read, problems, joined, report, cancellation);
    }

    static async Task<FileStream> SpoolAsync(
        IAsyncEnumerable<ReadOnlyMemory<byte>> chunks, FileCheck check, Func<ImportProgress, ValueTask> report, CancellationToken cancellation)
    {
        var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 1024 * 1024,
        });
        try
        {
            await foreach (var chunk in chunks.WithCancellation(cancellation))
            {
                if (file.Length + chunk.Length > Limits.ImportFile)
                {
                    throw new RefusalException(
                        ErrorReason.FileTooLarge,
                        FormattableString.Invariant($"The file is over {Limits.ImportFile / 1024 / 1024} MiB; split it and import the parts."));
                }

                check.Look(chunk.Span);
                await file.WriteAsync(chunk, cancellation);
                await report(new(IsStoring: false, check.Length, 0, 0));
            }

            await file.FlushAsync(cancellation);
            return file;
        }
        catch (IOException fault) when (StorageFault.IsFull(fault))
        {
            await file.DisposeAsync();
            throw new RefusalException(ErrorReason.StorageFull, "No space is left to put the file down; free some and import again.", inner: fault);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    static ReadFile Check(GlossaryFile file, ImportProblems problems)
    {
        using var table = file.Open();
        List<ImportRow>? kept = file.Length <= KeptFile ? [] : null;
        var rows = 0;
        foreach (var row in table.Rows(isHeld: kept is not null))
        {
            rows++;
            problems.Look(row);
            kept?.Add(row);
        }

        problems.LookAtReplacements();
        return new(rows, table.Notes, table.Reading, kept);
    }

    static IEnumerable<ImportRow> ReadAgain(GlossaryFile file)
    {
        using var table = file.Open();
        foreach (var row in table.Rows(isHeld: false))
            yield return row;
    }

    async Task<ImportReport> StoreAsync(
        Actor actor, ImportRequest request, GlossaryFile file, ReadFile read, ImportProblems problems, Joined joined,
        Func<ImportProgress, ValueTask> report, CancellationToken cancellation)
    {
        var sequence = joined.Sequence;
        var snapshot = tables.Current;
        var match = new ImportMatch(snapshot.Directory, request.Organisation, snapshot.Find, reader);
        var batch = new List<EntryDraft>(RowsOfOneTransaction);
        var storing = Task.CompletedTask;
        int rows = 0, added = 0, changed = 0, opened = 0, refreshed = 0, closed = 0;
        // A dry run joins the partnership anew with every batch.
        var found = new HashSet<(int Partnership, string Word, string Language)>();
        Tally(joined.Conflicts);

        try
        {
            foreach (var row in read.Kept ?? ReadAgain(file))
            {
                rows++;
                if (row.Content is null)
                    continue;
                if (match.Repeats(row))
                    problems.Add(new(row.Line, ErrorReason.RowRepeated, FormattableString.Invariant($"Line {row.Line} repeats an earlier row of the file; it was left out.")));
                else if (await match.MatchAsync(row, cancellation) is { } draft)
                    await AddAsync(draft);
            }

            await foreach (var draft in match.FinishAsync(cancellation))
                await AddAsync(draft);
        }
        catch
        {
            // Nobody is answered while rows of the file are still being stored.
            await storing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }

        await FlushAsync();
        await storing;
        return new(
            added, changed, match.Unchanged, problems.Refused, opened, refreshed, closed, problems.First, problems.Count, read.Notes,
            joined.Partnership, sequence)
        {
            Reading = read.Reading,
        };

        async ValueTask AddAsync(EntryDraft draft)
        {
            batch.Add(draft);
            if (batch.Count == RowsOfOneTransaction)
                await FlushAsync();
        }

        async ValueTask FlushAsync()
        {
            await storing;
            if (batch.Count == 0)
                return;
            storing = StoreBatchAsync(batch, rows);
            batch = new List<EntryDraft>(RowsOfOneTransaction);
        }

        async Task StoreBatchAsync(List<EntryDraft> drafts, int rowsRead)
        {
            var done = await editor.ImportAsync(
                actor,
                step => PartnerEditor.Ensure(step, actor, request.Organisation, request.DisplayName, request.Partnership).Organisation,
                drafts,
                new WriteOptions(ValidateOnly: request.ValidateOnly),
                cancellation);
            changed += drafts.Count(draft => draft.Before is not null);
            added += drafts.Count(draft => draft.Before is null);
            Tally(done.Conflicts);
            if (!request.ValidateOnly)
                sequence = Math.Max(sequence, done.Sequence);
            await report(new(IsStoring: true, file.Length, rowsRead, request.ValidateOnly ? 0 : added + changed));
        }

        void Tally(ImmutableArray<Conflict> conflicts)
        {
            foreach (var conflict in conflicts)
            {
                var isNew = conflict.Opened == conflict.Sequence;
                if (isNew && !found.Add((conflict.Partnership, conflict.Word, conflict.Language)))
                    continue;
                opened += isNew ? 1 : 0;
                refreshed += !isNew && conflict.IsOpen ? 1 : 0;
                closed += conflict.IsOpen ? 0 : 1;
            }
        }
    }

    /// <summary>What reading a file has brought.</summary>
    /// <param name="Rows">How many rows.</param>
    /// <param name="Notes">Columns kept as a note.</param>
    /// <param name="Reading">What was taken for what.</param>
    /// <param name="Kept">The rows, where the file is small enough.</param>
    sealed record ReadFile(int Rows, ImmutableArray<string> Notes, FileReading Reading, List<ImportRow>? Kept);
}
