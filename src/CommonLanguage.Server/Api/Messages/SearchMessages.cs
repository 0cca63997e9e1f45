using CommonLanguage.Lookup;
using CommonLanguage.Lookup.Search;
using CommonLanguage.V1;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Search answers as messages.</summary>
static class SearchMessages
{
    /// <summary>How far a search can be paged.</summary>
    public const int DeepestHit = 10_000;

    /// <summary>A definition that uses a word in dispute.</summary>
    public static DependentDefinition ToDependent(this Lookup.Search.SearchHit hit, ReadTables tables, Glossary.Partnership partnership)
    {
        var owner = tables.Directory[hit.Sense.Organisation].Id;
        var message = new DependentDefinition
        {
            Entry = new Glossary.EntryName(owner, hit.Sense.EntryId).ToString(),
            Organisation = owner.ResourceName,
            Term = hit.Sense.Term,
            Snippet = hit.Snippet,
        };
        message.Conflicts.AddRange(tables.Find(hit.Sense.Key).Conflicts
            .Where(mark => mark.Partnership == partnership.Key && mark.Entries.Contains(hit.Sense.EntryKey)).Select(mark => mark.Name));
        return message;
    }

    public static SearchEntriesResponse ToMessage(this SearchAnswer answer, PartnerDirectory directory, string nextPageToken)
    {
        var message = new SearchEntriesResponse { NextPageToken = nextPageToken, TotalSize = answer.Total, IndexPercent = answer.IndexPercent };
        foreach (var hit in answer.Hits)
        {
            var owner = directory[hit.Sense.Organisation].Id;
            var found = new V1.SearchHit
            {
                Entry = new Glossary.EntryName(owner, hit.Sense.EntryId).ToString(),
                Organisation = owner.ResourceName,
                Term = hit.Sense.Term,
                Snippet = hit.Snippet,
                Score = hit.Score,
            };
            foreach (var (start, end) in hit.Highlights)
                found.Highlights.Add(new Span { Start = start, End = end });
            message.Hits.Add(found);
        }

        return message;
    }
}
