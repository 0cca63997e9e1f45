using System.Runtime.CompilerServices;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Csv;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Interchange;

/// <summary>Writes the live entries of an organisation as a file, piece by piece.</summary>
public sealed class GlossaryExporter(LiveTables tables, StoreReader reader)
{
    const int RowsOfOnePiece = 500;

    /// <summary>The file, in pieces, by term.</summary>
    /// <exception cref="RefusalException">There is no such organisation, or the actor does not see it.</exception>
    public async IAsyncEnumerable<byte[]> ExportCsvAsync(Actor actor, OrganisationId organisation, long? minSequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var snapshot = await tables.LoadedAsync(minSequence, cancellation);
        var owner = snapshot.Directory.Get(organisation, "organisation", actor);
        yield return CsvGlossaryWriter.WriteHeader();
        var (form, entry) = ("", 0L);
        while (true)
        {
            var page = await reader.ReadEntriesAsync(owner.Key, form, entry, RowsOfOnePiece, cancellation);
            if (page.Count == 0)
                yield break;
            yield return CsvGlossaryWriter.WriteRows(page);
            (form, entry) = (Sense.FormsOf(page[^1].Content)[0].Key, page[^1].EntryKey);
        }
    }
}
