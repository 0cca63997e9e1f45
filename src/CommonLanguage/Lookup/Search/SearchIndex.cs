using System.Globalization;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CommonLanguage.Lookup.Search;

/// <summary>
/// The full-text index: a copy that follows the change log. It remembers in its own commit data which change of which store it has
/// reached; deleting or damaging its folder costs a rebuild and nothing else. Thread-safe.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    const int Format = 1;
    const int BatchOfRevisions = 2_000;
    static readonly TimeSpan BetweenCommits = TimeSpan.FromSeconds(5);

    readonly GlossaryStore store;
    readonly StoreReader reader;
    readonly TimeProvider time;
    readonly GlossaryAnalyzer analyzer = new();
    IndexWriter writer;
    SearcherManager searchers;
    long committedAt;
    long target;
    long lastKey;

    /// <summary>Opens the index, or begins it anew where it is missing, damaged, of another store or of another version.</summary>
    /// <exception cref="RefusalException">The index is ahead of the store: the store has lost changes.</exception>
    public SearchIndex(GlossaryStore store, StoreReader reader, long storeSequence, TimeProvider time)
    {
        (this.store, this.reader, this.time) = (store, reader, time);
        (writer, Reached) = Open();
        if (Reached > storeSequence)
        {
            var indexed = Reached;
            writer.Dispose();
            throw new RefusalException(
                ErrorReason.StorageDamaged,
                FormattableString.Invariant($"The search index stands at change {indexed}, the {store.Description} at change {storeSequence}: the database has lost changes. Restore it from a backup; to accept the loss, delete the folder {store.IndexDirectory}."));
        }

        target = storeSequence;
        searchers = new SearcherManager(writer, applyAllDeletes: true, null);
    }

    /// <summary>The last change that is in the index.</summary>
    public long Reached { get; private set; }

    /// <summary>How much of the index stands, 0..100.</summary>
    public int Percent => target == 0 || Reached >= target ? 100 : (int)(100 * Reached / target);

    /// <summary>Brings the index up to the store. One caller at a time.</summary>
    public async Task FollowAsync(long sequence, CancellationToken cancellation)
    {
        target = Math.Max(target, sequence);
        if (Reached >= sequence)
            return;
        while (true)
        {
            var revisions = await reader.ReadRevisionsAfterAsync(lastKey, BatchOfRevisions, cancellation);
            foreach (var revision in revisions)
                Put(revision);
            if (revisions.Count > 0)
                (lastKey, Reached) = (revisions[^1].Key, Math.Max(Reached, revisions[^1].Sequence - 1));
            if (revisions.Count < BatchOfRevisions)
                break;
        }

        Reached = Math.Max(Reached, sequence);
        searchers.MaybeRefreshBlocking();
        if (time.GetElapsedTime(committedAt) > BetweenCommits)
            Commit();
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
        var searcher = searchers.Acquire();
        try
        {
            var found = searcher.Search(SearchQuery.Of(words, query, analyzer), SearchQuery.FilterOf(filter, tables.Directory), Math.Max(1, skip + limit));
            var hits = found.ScoreDocs.Skip(skip).Select(doc => Hit(searcher.Doc(doc.Doc), doc.Score, tables, words)).OfType<SearchHit>();
            return new([.. hits], found.TotalHits, Percent);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>Terms spelt nearly like a text, by closeness.</summary>
    public IEnumerable<string> SpeltLike(string text, int limit)
    {
        var key = NormalForm.Of(text);
        if (key.Length < 3)
            return [];
        var searcher = searchers.Acquire();
        try
        {
            var query = new FuzzyQuery(new Lucene.Net.Index.Term(Fields.Key, key), key.Length < 6 ? 1 : 2, prefixLength: 1, maxExpansions: 50, transpositions: true);
            return [.. searcher.Search(query, limit * 4).ScoreDocs.Select(doc => searcher.Doc(doc.Doc).Get(Fields.Key, CultureInfo.InvariantCulture))
                .Distinct(StringComparer.Ordinal).OrderBy(found => NearSpelling.Distance(key, found, 3)).Take(limit)];
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>Writes what has been indexed to disk.</summary>
    public void Commit()
    {
        writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["store"] = store.Id,
            ["sequence"] = Reached.ToString(CultureInfo.InvariantCulture),
            ["key"] = lastKey.ToString(CultureInfo.InvariantCulture),
            ["format"] = Format.ToString(CultureInfo.InvariantCulture),
        });
        writer.Commit();
        committedAt = time.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        searchers.Dispose();
        try
        {
            Commit();
        }
        catch (IOException)
        {
            // The index is a copy: what could not be written now is indexed again at the next start.
        }

        writer.Dispose();
        analyzer.Dispose();
    }

    (IndexWriter Writer, long Reached) Open()
    {
        try
        {
            return OpenExisting();
        }
        catch (Exception fault) when (fault is IOException or IndexFormatTooNewException or IndexFormatTooOldException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or FormatException or KeyNotFoundException)
        {
            System.IO.Directory.Delete(store.IndexDirectory, recursive: true);
            return (Create(OpenMode.CREATE), 0);
        }
    }

    (IndexWriter, long) OpenExisting()
    {
        _ = System.IO.Directory.CreateDirectory(store.IndexDirectory);
        using (var directory = FSDirectory.Open(store.IndexDirectory))
        {
            if (!DirectoryReader.IndexExists(directory))
                return (Create(OpenMode.CREATE), 0);
            using var existing = DirectoryReader.Open(directory);
            foreach (var leaf in existing.Leaves)
                leaf.AtomicReader.CheckIntegrity();
            var data = existing.IndexCommit.UserData;
            if (!data.TryGetValue("store", out var id) || id != store.Id || !data.TryGetValue("format", out var format) || format != Format.ToString(CultureInfo.InvariantCulture))
                return (Create(OpenMode.CREATE), 0);
        }

        var writer = Create(OpenMode.APPEND);
        lastKey = long.Parse(writer.CommitData["key"], CultureInfo.InvariantCulture);
        return (writer, long.Parse(writer.CommitData["sequence"], CultureInfo.InvariantCulture));
    }

    IndexWriter Create(OpenMode mode)
    {
        // The lock file of a process that was killed is no obstacle: the data directory's own lock keeps others out.
        var directory = new NRTCachingDirectory(FSDirectory.Open(store.IndexDirectory, NoLockFactory.GetNoLockFactory()), maxMergeSizeMB: 5, maxCachedMB: 60);
        return new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { OpenMode = mode, RAMBufferSizeMB = 32 });
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
            new StringField(Fields.Key, Sense.FormsOf(content)[0].Key, Field.Store.YES),
            new TextField(Fields.Term, string.Join('\n', content.Terms.Select(term => term.Text)), Field.Store.NO),
            new TextField(Fields.Definition, content.Definition, Field.Store.NO),
        };
        if (revision.Number == 1)
            writer.AddDocument(document);
        else
            writer.UpdateDocument(id, document);
    }

    static SearchHit? Hit(Document document, double score, ReadTables tables, System.Collections.Immutable.ImmutableArray<SearchWords> words)
    {
        var entry = long.Parse(document.Get(Fields.Entry, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        foreach (var posting in tables.Find(document.Get(Fields.Key, CultureInfo.InvariantCulture)).Postings)
        {
            if (posting.Sense.EntryKey != entry)
                continue;
            var (text, highlights) = Snippet.Of(posting.Sense.Definition, words);
            return new(posting.Sense, text, highlights, score);
        }

        return null;
    }
}
