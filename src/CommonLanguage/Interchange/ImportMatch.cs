using CommonLanguage.Analysis.Text;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Interchange;

/// <summary>
/// Finds the entry that a row of an import is about: the entry of its id; else the one that says the same; else, once the whole file
/// has been gone through, an entry with the same term that no other row has claimed; else a new one. Going through the same file again
/// finds every row said already.
/// </summary>
sealed class ImportMatch(PartnerDirectory directory, OrganisationId organisation, Func<string, WordGroup> find, StoreReader reader)
{
    readonly int? owner = directory.Find(organisation)?.Key;
    readonly HashSet<UInt128> seen = [];
    readonly HashSet<long> claimed = [];
    readonly List<(ImportRow Row, ContentHash Hash)> deferred = [];

    /// <summary>Rows that say what is there already.</summary>
    public int Unchanged { get; private set; }

    /// <summary>What a row becomes now: a draft, or nothing because it says what is there, or because it is kept for the end.</summary>
    public async ValueTask<EntryDraft?> MatchAsync(ImportRow row, CancellationToken cancellation)
    {
        var content = row.Content!;
        var hash = ContentHash.Of(content);
        if (owner is not { } key)
            return new(NullIfEmpty(row.Id), content, hash, null);
        if (row.Id.Length > 0)
        {
            var current = await reader.FindCurrentAsync(key, row.Id, cancellation);
            if (current is null)
                return new(row.Id, content, hash, null);
            _ = claimed.Add(current.EntryKey);
            if (current.Hash != hash || current.State != RevisionState.Published)
                return new(null, content, hash, current);
            Unchanged++;
            return null;
        }

        var sameTerm = Same(key, content);
        if (sameTerm.Count == 0)
            return new(null, content, hash, null);
        if (sameTerm.Find(sense => sense.Hash == hash && !claimed.Contains(sense.EntryKey)) is { } same)
        {
            _ = claimed.Add(same.EntryKey);
            Unchanged++;
            return null;
        }

        deferred.Add((row, hash));
        return null;
    }

    /// <summary>What the rows kept for the end become.</summary>
    public async IAsyncEnumerable<EntryDraft> FinishAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (row, hash) in deferred)
        {
            var free = Same(owner!.Value, row.Content!).Find(sense => !claimed.Contains(sense.EntryKey));
            if (free is null)
            {
                yield return new(null, row.Content!, hash, null);
                continue;
            }

            _ = claimed.Add(free.EntryKey);
            yield return new(null, row.Content!, hash, await reader.FindCurrentAsync(owner.Value, free.EntryId, cancellation));
        }
    }

    /// <summary>Whether an earlier row of the file says the same, id and all.</summary>
    public bool Repeats(ImportRow row) => row.Id.Length == 0 && !seen.Add(ContentHash.Of(row.Content!).Value);

    List<Sense> Same(int key, EntryContent content)
    {
        var word = NormalForm.Of(content.Term.Text);
        List<Sense> senses = [];
        foreach (var posting in find(word).Postings)
        {
            if (posting.Sense.Organisation == key && string.Equals(posting.Sense.Key, word, StringComparison.Ordinal))
                senses.Add(posting.Sense);
        }

        return senses;
    }

    static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
