using System.Runtime.CompilerServices;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Sssom;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Interchange;

/// <summary>Writes the mappings between an organisation's entries and its partners' as SSSOM, piece by piece: those that count and are confirmed.</summary>
public sealed class MappingExporter(LiveTables tables, StoreReader reader, TimeProvider time)
{
    const int RowsOfOnePiece = 500;

    /// <summary>The file, in pieces, in the order in which the mappings were decided.</summary>
    /// <exception cref="RefusalException">There is no such organisation, or none that the actor may see.</exception>
    public async IAsyncEnumerable<byte[]> ExportAsync(Actor actor, OrganisationId organisation, long? minSequence, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var snapshot = await tables.LoadedAsync(minSequence, cancellation);
        var directory = snapshot.Directory;
        var owner = directory.Get(organisation, "organisation", actor);
        yield return SssomWriter.WriteHeader(owner, tables.Token(snapshot.Sequence), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        foreach (var mappings in (await reader.ReadMappingsOfAsync(owner.Key, cancellation)).Where(mapping => IsSeen(mapping)).Chunk(RowsOfOnePiece))
        {
            var revisions = (await reader.ReadRevisionsAsync(mappings.SelectMany(mapping => (long[])[mapping.A.RevisionKey, mapping.B.RevisionKey]).Distinct(), cancellation))
                .ToDictionary(revision => revision.Key);
            var changes = await reader.ReadChangesAsync(mappings.Select(mapping => mapping.Sequence).Distinct(), cancellation);
            yield return SssomWriter.WriteRows(mappings.Select(mapping => new SssomRow(mapping, Side(mapping.A), Side(mapping.B), changes[mapping.Sequence].Time)));

            SssomSide Side(ConflictParty party)
            {
                var revision = revisions[party.RevisionKey];
                return new(new(directory[party.Organisation].Id, revision.EntryId), revision.Content.Term.Text, revision.Number);
            }
        }

        bool IsSeen(Mapping mapping) => actor.Rights.Sees(directory[mapping.A.Organisation]) && actor.Rights.Sees(directory[mapping.B.Organisation]);
    }
}
