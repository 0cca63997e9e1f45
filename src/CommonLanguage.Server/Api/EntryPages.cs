using System.Globalization;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.Storage;
using CommonLanguage.V1;

namespace CommonLanguage.Server.Api;

/// <summary>Entries and their revisions, read from the store page by page. Thread-safe.</summary>
sealed class EntryPages(StoreReader reader, LiveTables tables, PageTokens tokens)
{
    /// <summary>One entry.</summary>
    /// <exception cref="RefusalException">There is none, or none that the actor sees.</exception>
    public async Task<Entry> GetAsync(Actor actor, string name, string minRevision, CancellationToken cancellation)
    {
        var entry = EntryName.ParseName(name, "name");
        var snapshot = await tables.LoadedAsync(tables.ParseToken(minRevision, "min_revision"), cancellation);
        var owner = snapshot.Directory.Get(entry.Organisation, "name", actor);
        var revision = await reader.FindCurrentAsync(owner.Key, entry.Id, cancellation) ?? throw Refusals.EntryNotFound(entry);
        var written = await reader.ReadChangesOfAsync([revision], cancellation);
        return revision.ToMessage(owner.Id, written[revision.Sequence]);
    }

    /// <summary>A page of an organisation's live entries.</summary>
    public async Task<ListEntriesResponse> ListAsync(Actor actor, ListEntriesRequest request, CancellationToken cancellation)
    {
        var size = PageTokens.Size(request.PageSize, 50);
        var id = OrganisationId.ParseName(request.Parent, "parent");
        var question = $"entries\n{request.Parent}\n{request.Term}";
        var (form, key) = tokens.Read(request.PageToken, question, 2) is [var f, var k] ? (f, long.Parse(k, CultureInfo.InvariantCulture)) : ("", 0L);
        var snapshot = await tables.LoadedAsync(tables.ParseToken(request.MinRevision, "min_revision"), cancellation);
        var owner = snapshot.Directory.Get(id, "parent", actor);
        var page = request.Term.Length == 0
            ? await reader.ReadEntriesAsync(owner.Key, form, key, size + 1, cancellation)
            : await FoundUnderAsync(snapshot, request.Term, owner.Key, key, size + 1, cancellation);
        var written = await reader.ReadChangesOfAsync(page, cancellation);
        var answer = new ListEntriesResponse();
        foreach (var revision in page.Take(size))
            answer.Entries.Add(revision.ToMessage(owner.Id, written[revision.Sequence]));
        if (page.Count > size)
            answer.NextPageToken = tokens.Write(question, Sense.FormsOf(page[size - 1].Content)[0].Key, page[size - 1].EntryKey.ToString(CultureInfo.InvariantCulture));
        return answer;
    }

    async Task<List<Glossary.Revision>> FoundUnderAsync(ReadTables snapshot, string term, int owner, long after, int limit, CancellationToken cancellation)
    {
        var word = NormalForm.Of(Wording.OfTerm(term, "term"));
        var found = snapshot.Find(word).Postings.Select(posting => posting.Sense).Where(sense => sense.Organisation == owner && sense.EntryKey > after);
        var revisions = await reader.ReadRevisionsAsync(found.OrderBy(sense => sense.EntryKey).Take(limit).Select(sense => sense.RevisionKey), cancellation);
        return [.. revisions.OrderBy(revision => revision.EntryKey)];
    }

    /// <summary>A page of an entry's revisions, newest first.</summary>
    public async Task<ListRevisionsResponse> ListRevisionsAsync(Actor actor, ListRevisionsRequest request, CancellationToken cancellation)
    {
        var size = PageTokens.Size(request.PageSize, 50);
        var entry = EntryName.ParseName(request.Parent, "parent");
        var question = "revisions\n" + request.Parent;
        var before = tokens.Read(request.PageToken, question, 1) is [var place] ? int.Parse(place, CultureInfo.InvariantCulture) : int.MaxValue;
        var snapshot = await tables.LoadedAsync(tables.ParseToken(request.MinRevision, "min_revision"), cancellation);
        var owner = snapshot.Directory.Get(entry.Organisation, "parent", actor);
        var page = await reader.ReadRevisionsAsync(owner.Key, entry.Id, before, size + 1, cancellation);
        if (page.Count == 0 && before == int.MaxValue)
            throw Refusals.EntryNotFound(entry, "parent");
        var written = await reader.ReadChangesOfAsync(page, cancellation);
        var answer = new ListRevisionsResponse();
        foreach (var revision in page.Take(size))
            answer.Revisions.Add(revision.ToRevision(owner.Id, written[revision.Sequence]));
        if (page.Count > size)
            answer.NextPageToken = tokens.Write(question, page[size - 1].Number.ToString(CultureInfo.InvariantCulture));
        return answer;
    }

    /// <summary>The change that wrote a revision.</summary>
    public async Task<Glossary.Change> WrittenByAsync(Glossary.Revision revision, CancellationToken cancellation) =>
        (await reader.ReadChangesOfAsync([revision], cancellation))[revision.Sequence];
}
