using System.Runtime.CompilerServices;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Csv;
using CommonLanguage.Interchange.Xlsx;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Interchange;

/// <summary>Writes the live entries of an organisation as a file, piece by piece.</summary>
public sealed class GlossaryExporter(LiveTables tables, StoreReader reader)
{
    const int RowsOfOnePiece = 500;

    /// <summary>The CSV file, in pieces, by term.</summary>
    /// <exception cref="RefusalException">There is no such organisation, or the actor does not see it.</exception>
    public async IAsyncEnumerable<byte[]> ExportCsvAsync(
        Actor actor, OrganisationId organisation, long? minSequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var owner = await OwnerAsync(actor, organisation, minSequence, cancellation);
        yield return CsvGlossaryWriter.WriteHeader();
        await foreach (var page in PagesAsync(owner, cancellation))
            yield return CsvGlossaryWriter.WriteRows(page);
    }

    /// <summary>The Excel workbook, in pieces, by term.</summary>
    /// <exception cref="RefusalException">There is no such organisation, or the actor does not see it.</exception>
    public async IAsyncEnumerable<byte[]> ExportXlsxAsync(
        Actor actor, OrganisationId organisation, long? minSequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var owner = await OwnerAsync(actor, organisation, minSequence, cancellation);
        await using var workbook = await XlsxGlossaryWriter.BeginAsync(owner.Id.Value, cancellation);
        await foreach (var page in PagesAsync(owner, cancellation))
            yield return await workbook.WriteRowsAsync(page, cancellation);
        yield return await workbook.EndAsync(cancellation);
    }

    async Task<Organisation> OwnerAsync(Actor actor, OrganisationId organisation, long? minSequence, CancellationToken cancellation) =>
        (await tables.LoadedAsync(minSequence, cancellation)).Directory.Get(organisation, "organisation", actor);

    async IAsyncEnumerable<IReadOnlyList<Revision>> PagesAsync(Organisation owner, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (form, entry) = ("", 0L);
        while (true)
        {
            var page = await reader.ReadEntriesAsync(owner.Key, form, entry, RowsOfOnePiece, cancellation);
            if (page.Count == 0)
                yield break;
            yield return page;
            (form, entry) = (Sense.FormsOf(page[^1].Content)[0].Key, page[^1].EntryKey);
        }
    }
}
