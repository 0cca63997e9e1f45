using System.Collections.Immutable;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Csv;
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
        await using var file = await SpoolAsync(chunks, report, cancellation);
        var problems = new ImportProblems();
        var (rowCount, notes, kept) = Check(file, problems);
        await report(new(IsStoring: false, file.Length, rowCount, 0));
        if (problems.Fatal > 0)
            return new(0, 0, 0, rowCount, 0, 0, 0, problems.First, problems.Count, notes, request.Partnership, 0) { IsRefused = true };

        await tables.Loaded.WaitAsync(cancellation);
        var (partnership, sequence) = await partners.EnsureAsync(
            actor, request.Organisation, request.DisplayName, request.Partnership, request.ValidateOnly, cancellation);
        return await StoreAsync(actor, request, file, kept, problems, notes, partnership, sequence, report, cancellation);
    }

    static async Task<FileStream> SpoolAsync(IAsyncEnumerable<ReadOnlyMemory<byte>> chunks, Func<ImportProgress, ValueTask> report, CancellationToken cancellation)
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
            var check = new Utf8Check();
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

            check.End();
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

    static (int Rows, ImmutableArray<string> Notes, List<ImportRow>? Kept) Check(FileStream file, ImportProblems problems)
    {
        file.Position = 0;
        using var csv = CsvGlossaryReader.Open(new Undisposed(file));
        List<ImportRow>? kept = file.Length <= KeptFile ? [] : null;
        var rows = 0;
        foreach (var row in csv.Rows())
        {
            rows++;
            problems.Look(row);
            kept?.Add(row);
        }

        problems.LookAtReplacements();
        return (rows, [.. csv.Columns.Others.Select(column => column.Name)], kept);
    }

    static IEnumerable<ImportRow> ReadAgain(FileStream file)
    {
        file.Position = 0;
        using var csv = CsvGlossaryReader.Open(new Undisposed(file));
        foreach (var row in csv.Rows())
            yield return row;
    }

    async Task<ImportReport> StoreAsync(
        Actor actor, ImportRequest request, FileStream file, List<ImportRow>? kept, ImportProblems problems, ImmutableArray<string> notes, PartnershipId? partnership,
        long sequence, Func<ImportProgress, ValueTask> report, CancellationToken cancellation)
    {
        var snapshot = tables.Current;
        var match = new ImportMatch(snapshot.Directory, request.Organisation, snapshot.Find, reader);
        var batch = new List<EntryDraft>(RowsOfOneTransaction);
        var storing = Task.CompletedTask;
        int rows = 0, added = 0, changed = 0, opened = 0, refreshed = 0, closed = 0;

        try
        {
            foreach (var row in kept ?? ReadAgain(file))
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
            added, changed, match.Unchanged, problems.Refused, opened, refreshed, closed, problems.First, problems.Count, notes, partnership, sequence);

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
            opened += done.Conflicts.Count(conflict => conflict.Opened == conflict.Sequence);
            refreshed += done.Conflicts.Count(conflict => conflict.Opened != conflict.Sequence && conflict.IsOpen);
            closed += done.Conflicts.Count(conflict => !conflict.IsOpen);
            if (!request.ValidateOnly)
                sequence = Math.Max(sequence, done.Sequence);
            await report(new(IsStoring: true, file.Length, rowsRead, request.ValidateOnly ? 0 : added + changed));
        }
    }

    /// <summary>Lets a reader be disposed without the file, which is read twice.</summary>
    sealed class Undisposed(Stream file) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => file.Length;
        public override long Position { get => file.Position; set => file.Position = value; }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);
        public override int Read(Span<byte> buffer) => file.Read(buffer);
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
