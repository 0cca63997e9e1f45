using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CommonLanguage.Lookup.Search;

/// <summary>
/// The full-text index: a copy that follows the change log. It remembers in its own commit data which change of which store it has
/// reached; deleting or damaging its folder costs a rebuild and nothing else. Thread-safe.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    const int BatchOfRevisions = 2_000;
    static readonly TimeSpan BetweenCommits = TimeSpan.FromSeconds(5);

    readonly StoreReader reader;
    readonly TimeProvider time;
    readonly GlossaryAnalyzer analyzer = new();
    readonly GlossaryAnalyzer typing = new(isSingular: false);
    readonly IndexFolder folder;
    IndexWriter writer;
    volatile SearcherManager searchers;
    long committedAt;
    long target;
    long lastKey;

    /// <summary>Opens the index, or begins it anew where it is missing, damaged, of another store or of another version.</summary>
    /// <exception cref="RefusalException">The index is ahead of the store: the store has lost changes. Nothing was touched.</exception>
    public SearchIndex(GlossaryStore store, StoreReader reader, long storeSequence, TimeProvider time)
    {
        (this.reader, this.time) = (reader, time);
        folder = new(store, analyzer);
        (Reached, lastKey) = folder.Read();
        if (Reached > storeSequence)
        {
            throw new RefusalException(
                ErrorReason.StorageDamaged,
                FormattableString.Invariant($"The search index stands at change {Reached}, the {store.Description} at change {storeSequence}: the database has lost changes. Restore it from a backup; to accept the loss, delete the folder {store.IndexDirectory}."));
        }

        target = storeSequence;
        writer = folder.Open(isNew: Reached == 0);
        searchers = new SearcherManager(writer, applyAllDeletes: true, null);
    }

    /// <summary>The last change that is in the index.</summary>
    public long Reached { get; private set; }

    /// <summary>How much of the index stands, 0..100.</summary>
    public int Percent =>
        Failure is null && (target == 0 || Reached >= target) ? 100
        : target == 0 ? 0
        : (int)Math.Min(99, 100 * Reached / target);

    /// <summary>Why the index does not follow at the moment, such as a full disk; null while it does.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>
    /// Brings the index up to the store; a failure is kept in <see cref="Failure"/> and repaired from the store at the next call. One
    /// caller at a time.
    /// </summary>
    public async Task FollowAsync(long sequence, CancellationToken cancellation)
    {
        target = Math.Max(target, sequence);
        if (Failure is null && Reached >= sequence)
            return;
        try
        {
            if (Failure is not null)
                Reopen();
            await IndexAsync(sequence, cancellation);
            Failure = null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What Lucene held in memory is not to be trusted after a failed write: back to the last commit.
            Failure = fault;
        }
    }

    /// <summary>Searches.</summary>
    /// <param name="query">Words, "a phrase", -word, wor*.</param>
    /// <param name="tables">The snapshot the hits are read from.</param>
    /// <param name="filter">Whose entries.</param>
    /// <param name="skip">Hits to leave out at the top.</param>
    /// <param name="limit">Hits at most.</param>
    /// <exception cref="RefusalException">The search cannot be read.</exception>
    public SearchAnswer Search(string query, ReadTables tables, LookupFilter filter, int skip, int limit)
    {
        var words = SearchWords.Parse(query);
        var searcher = Acquire(out var manager);
        try
        {
            var asked = SearchQuery.Of(words, query, analyzer, typing);
            var visible = SearchQuery.FilterOf(filter, tables.Directory);
            var standIn = new StandIn(searcher, asked, visible, tables, filter);
            var found = searcher.Search(asked, visible, Math.Max(1, skip + limit));
            var hits = found.ScoreDocs.Skip(skip).Select(doc => Hit(searcher.Doc(doc.Doc), doc.Score, tables, standIn, words)).OfType<SearchHit>();
            return new([.. hits], found.TotalHits - standIn.CountAdopters(), skip + limit < found.TotalHits, Percent);
        }
        finally
        {
            manager.Release(searcher);
        }
    }

    /// <summary>Entries whose definitions use a word, by closeness, and how many there are.</summary>
    /// <param name="word">The word.</param>
    /// <param name="tables">The snapshot the entries are read from.</param>
    /// <param name="filter">Whose entries.</param>
    /// <param name="except">The store's numbers of entries that are not meant.</param>
    /// <param name="limit">Entries at most.</param>
    public SearchAnswer Using(string word, ReadTables tables, LookupFilter filter, IReadOnlySet<long> except, int limit)
    {
        var phrase = new SearchWords(word, IsPhrase: true, IsExcluded: false, IsPrefix: false);
        if (SearchQuery.InField(phrase, Fields.Definition, analyzer, typing) is not { } used)
            return new([], 0, false, Percent);
        var asked = new BooleanQuery { { used, Occur.MUST } };
        foreach (var entry in except)
            asked.Add(new TermQuery(new Lucene.Net.Index.Term(Fields.Entry, entry.ToString(CultureInfo.InvariantCulture))), Occur.MUST_NOT);
        var searcher = Acquire(out var manager);
        try
        {
            var visible = SearchQuery.FilterOf(filter, tables.Directory);
            var standIn = new StandIn(searcher, asked, visible, tables, filter);
            var found = searcher.Search(asked, visible, limit);
            var hits = found.ScoreDocs.Select(doc => Hit(searcher.Doc(doc.Doc), doc.Score, tables, standIn, [phrase])).OfType<SearchHit>();
            return new([.. hits], found.TotalHits - standIn.CountAdopters(), limit < found.TotalHits, Percent);
        }
        finally
        {
            manager.Release(searcher);
        }
    }

    /// <summary>Terms spelt nearly like a text, by closeness.</summary>
    public IEnumerable<string> SpeltLike(string text, int limit)
    {
        var key = NormalForm.Of(text);
        if (key.Length < 3)
            return [];
        var searcher = Acquire(out var manager);
        try
        {
            var query = new FuzzyQuery(new Lucene.Net.Index.Term(Fields.Key, key), key.Length < 6 ? 1 : 2, prefixLength: 1, maxExpansions: 50, transpositions: true);
            return [.. searcher.Search(query, limit * 4).ScoreDocs.Select(doc => searcher.Doc(doc.Doc).Get(Fields.Key, CultureInfo.InvariantCulture))
                .Distinct(StringComparer.Ordinal).OrderBy(found => NearSpelling.Distance(key, found, 3)).Take(limit)];
        }
        finally
        {
            manager.Release(searcher);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        searchers.Dispose();
        try
        {
            if (Failure is null)
                folder.Commit(writer, Reached, lastKey);
            writer.Dispose();
        }
        catch (IOException)
        {
            // The index is a copy: what could not be written now is indexed again at the next start.
            writer.Rollback();
        }

        analyzer.Dispose();
        typing.Dispose();
    }

    async Task IndexAsync(long sequence, CancellationToken cancellation)
    {
        while (true)
        {
            List<long> damaged = [];
            var revisions = await reader.ReadRevisionsAfterAsync(lastKey, BatchOfRevisions, damaged, cancellation);
            foreach (var revision in revisions)
                Put(revision);
            if (revisions.Count > 0)
                (lastKey, Reached) = (revisions[^1].Key, Math.Max(Reached, revisions[^1].Sequence - 1));
            lastKey = damaged.Append(lastKey).Max();
            if (revisions.Count + damaged.Count < BatchOfRevisions)
                break;
        }

        searchers.MaybeRefreshBlocking();
        var reached = Math.Max(Reached, sequence);
        if (time.GetElapsedTime(committedAt) > BetweenCommits)
        {
            folder.Commit(writer, reached, lastKey);
            committedAt = time.GetTimestamp();
        }

        // Last: what a failed commit takes back was never said to be there.
        Reached = reached;
    }

    void Reopen()
    {
        try
        {
            writer.Rollback();
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // A writer that failed has closed itself, or could not tidy up; the next one does.
        }

        (Reached, lastKey) = folder.Read();
        writer = folder.Open(isNew: Reached == 0);
        var before = searchers;
        searchers = new SearcherManager(writer, applyAllDeletes: true, null);
        before.Dispose();
    }

    // The manager is exchanged when the index is opened again; an answer that has begun keeps its searcher.
    IndexSearcher Acquire(out SearcherManager manager)
    {
        while (true)
        {
            manager = searchers;
            try
            {
                return manager.Acquire();
            }
            catch (ObjectDisposedException) when (manager != searchers)
            {
                // Exchanged in between.
            }
        }
    }

    void Put(Revision revision)
    {
        var id = new Lucene.Net.Index.Term(Fields.Entry, revision.EntryKey.ToString(CultureInfo.InvariantCulture));
        if (revision.State != RevisionState.Published)
        {
            writer.DeleteDocuments(id);
            return;
        }

        var content = revision.Content;
        var document = new Document
        {
            new StringField(Fields.Entry, id.Text, Field.Store.YES),
            new StringField(Fields.Organisation, revision.Organisation.ToString(CultureInfo.InvariantCulture), Field.Store.NO),
            new StringField(Fields.Language, content.Language.Value, Field.Store.NO),
            new StringField(Fields.Key, Sense.FormsOf(content)[0].Key, Field.Store.YES),
            new TextField(Fields.Term, string.Join('\n', content.Terms.Select(term => term.Text)), Field.Store.NO),
            new TextField(Fields.Definition, content.Definition, Field.Store.NO),
        };
        if (content.Adopts.Length > 0)
            document.Add(new StringField(Fields.Adopter, Fields.Yes, Field.Store.NO));
        if (revision.Number == 1)
            writer.AddDocument(document);
        else
            writer.UpdateDocument(id, document);
    }

    SearchHit? Hit(Document document, double score, ReadTables tables, StandIn standIn, ImmutableArray<SearchWords> words)
    {
        var entry = long.Parse(document.Get(Fields.Entry, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        foreach (var posting in tables.FindUndamaged(document.Get(Fields.Key, CultureInfo.InvariantCulture)).Postings)
        {
            if (posting.Sense.EntryKey != entry)
                continue;
            if (standIn.For(posting.Sense) is not { } shown)
                return null;
            var (text, highlights) = Snippet.Of(shown.Definition, words, analyzer, typing);
            return new(shown, text, highlights, score);
        }

        return null;
    }
}
