using System.Globalization;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace CommonLanguage.Lookup.Search;

/// <summary>The folder of the index, and how far into which store its last commit had come. Used by one thread at a time.</summary>
sealed class IndexFolder(GlossaryStore store, GlossaryAnalyzer analyzer)
{
    const string Format = "4";

    static string FormatOfWords => $"{Format}/{Number(NormalForm.Version)}";

    /// <summary>
    /// What the last commit holds: the last change and the last revision. Zero where the index is missing, damaged, of another store
    /// or of another version; a writer then begins it anew.
    /// </summary>
    public (long Sequence, long Key) Read()
    {
        try
        {
            if (!System.IO.Directory.Exists(store.IndexDirectory))
                return default;
            // Not mapped into memory: there, a sector that cannot be read would end the process.
            using var directory = new NIOFSDirectory(store.IndexDirectory, NoLockFactory.GetNoLockFactory());
            if (!DirectoryReader.IndexExists(directory))
                return default;
            using var existing = DirectoryReader.Open(directory);
            foreach (var leaf in existing.Leaves)
                leaf.AtomicReader.CheckIntegrity();
            var data = existing.IndexCommit.UserData;
            return data.TryGetValue("store", out var id) && id == store.Id && data.TryGetValue("format", out var format) && format == FormatOfWords
                ? (long.Parse(data["sequence"], CultureInfo.InvariantCulture), long.Parse(data["key"], CultureInfo.InvariantCulture))
                : default;
        }
        catch (Exception)
        {
            // Damaged bytes can make Lucene throw anything at all. The index is a copy: it is made again.
            return default;
        }
    }

    /// <summary>A writer that goes on where the last commit ended, or begins anew where there is nothing to go on from.</summary>
    /// <exception cref="RefusalException">The folder cannot be written to (StorageReadOnly).</exception>
    public IndexWriter Open(bool isNew)
    {
        try
        {
            return OpenWriter(isNew);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException(
                ErrorReason.StorageReadOnly,
                $"The search index cannot be written to {store.IndexDirectory} ({fault.Message.TrimEnd('.')}); make the folder writable and free some space.",
                inner: fault);
        }
    }

    /// <summary>Makes what has been indexed durable, and notes how far it goes.</summary>
    public void Commit(IndexWriter writer, long sequence, long key)
    {
        writer.SetCommitData(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["store"] = store.Id,
            ["sequence"] = Number(sequence),
            ["key"] = Number(key),
            ["format"] = FormatOfWords,
        });
        writer.Commit();
    }

    IndexWriter OpenWriter(bool isNew)
    {
        if (isNew && System.IO.Directory.Exists(store.IndexDirectory))
            System.IO.Directory.Delete(store.IndexDirectory, recursive: true);
        _ = System.IO.Directory.CreateDirectory(store.IndexDirectory);
        // The lock file of a process that was killed is no obstacle: the data directory's own lock keeps others out.
        var directory = new NRTCachingDirectory(FSDirectory.Open(store.IndexDirectory, NoLockFactory.GetNoLockFactory()), maxMergeSizeMB: 5, maxCachedMB: 60);
        return new IndexWriter(
            directory,
            new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { OpenMode = isNew ? OpenMode.CREATE : OpenMode.APPEND, RAMBufferSizeMB = 32 });
    }

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
