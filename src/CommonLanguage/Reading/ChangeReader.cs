using System.Runtime.CompilerServices;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Reading;

/// <summary>The change log as an actor may see it. Safe for use by many threads.</summary>
public sealed class ChangeReader(LiveTables tables, StoreReader store)
{
    const int ChangesOfOneRead = 500;

    /// <summary>Visible changes before a sequence, newest first; reads further back until the caller has enough.</summary>
    public async IAsyncEnumerable<Change> ReadBackAsync(Actor reader, long before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var read = await store.ReadChangesBackAsync(before, ChangesOfOneRead, cancellation);
            foreach (var change in read)
            {
                if (See(reader, change) is { } visible)
                    yield return visible;
            }

            if (read.Count < ChangesOfOneRead)
                yield break;
            before = read[^1].Sequence;
        }
    }

    /// <summary>
    /// The change as the reader may see it; null when its subject is hidden and somebody else made it. The origin is only for
    /// administrators and for whoever made the change.
    /// </summary>
    public Change? See(Actor reader, Change change)
    {
        if (reader.Rights.IsAdministrator || change.Actor.Name == reader.Name)
            return change;
        return SeesSubject(reader, change.Subject) ? change with { Actor = change.Actor with { Origin = "" } } : null;
    }

    bool SeesSubject(Actor reader, string subject) => subject.Split('/') is [var collection, var id, ..] && collection switch
    {
        "organisations" => tables.Current.Directory.Find(OrganisationId.Parse(id, "subject")) is { } found && reader.Rights.Sees(found),
        "partnerships" => tables.Current.Directory.Find(PartnershipId.Parse(id, "subject")) is { } found && reader.Rights.Sees(found),
        _ => false,
    };
}
