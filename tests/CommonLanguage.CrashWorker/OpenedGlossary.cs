using CommonLanguage.Conflicts;
using CommonLanguage.Editing;
using CommonLanguage.Interchange;
using CommonLanguage.Lookup;
using CommonLanguage.Lookup.Search;
using CommonLanguage.Reconciliation;
using CommonLanguage.Storage;

namespace CommonLanguage.CrashWorker;

/// <summary>The whole engine over one data directory, as the server puts it together.</summary>
public sealed class OpenedGlossary : IAsyncDisposable
{
    OpenedGlossary(GlossaryStore store, StoreReader reader, LiveTables tables, WriteQueue writes, SearchIndex index, TimeProvider time)
    {
        (Store, Reader, Tables, Writes, Index) = (store, reader, tables, writes, index);
        Stored = new(reader);
        Lookup = new(tables, Stored, new(), time);
        Editor = new(writes);
        Partners = new(writes);
        Reconciler = new(writes, time);
        Importer = new(Editor, Partners, tables, reader);
    }

    public GlossaryStore Store { get; }
    public StoreReader Reader { get; }
    public LiveTables Tables { get; }
    public WriteQueue Writes { get; }
    public SearchIndex Index { get; }
    public StoredLookup Stored { get; }
    public TermLookup Lookup { get; }
    public Editor Editor { get; }
    public PartnerEditor Partners { get; }
    public Reconciler Reconciler { get; }
    public GlossaryImporter Importer { get; }

    /// <summary>Opens the store and the index, then loads the tables unless they are left to the caller.</summary>
    public static async Task<OpenedGlossary> OpenAsync(string directory, bool syncsEachCommit = true, bool loads = true, TimeProvider? clock = null)
    {
        var time = clock ?? TimeProvider.System;
        var options = new StorageOptions { DataDirectory = directory, SyncsEachCommit = syncsEachCommit };
        var store = await GlossaryStore.OpenAsync(options, time, CancellationToken.None);
        try
        {
            var reader = new StoreReader(store);
            var tables = new LiveTables(store, reader);
            var index = new SearchIndex(store, reader, await reader.ReadSequenceAsync(CancellationToken.None), time);
            var opened = new OpenedGlossary(store, reader, tables, new WriteQueue(store, tables, new ConflictDetector(VectorSource.BuiltIn, new()), new Follower(tables)), index, time);
            if (loads)
                await tables.LoadAsync(CancellationToken.None);
            return opened;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Writes.DisposeAsync();
        Index.Dispose();
        await Store.DisposeAsync();
    }
}
