using System.Globalization;
using System.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <summary>
/// The folder that one server process owns: it holds an operating-system lock (gone with the process, however it ends) and a note of
/// the last sequence that was acknowledged, by which a lost write-ahead log is seen.
/// </summary>
public sealed class DataDirectory : IDisposable
{
    const int NoteLength = 64;

    readonly FileStream @lock;
    readonly FileStream note;

    DataDirectory(string path, FileStream @lock, FileStream note)
    {
        Path = path;
        this.@lock = @lock;
        this.note = note;
    }

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>Whether files of the folder can be opened for writing now.</summary>
    public bool IsWritable
    {
        get
        {
            try
            {
                // Never the database file: closing it would drop the locks that SQLite holds on it for this process.
                using var handle = File.OpenHandle(Holder(Path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
                return true;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    /// <summary>Opens the folder, creating it where missing.</summary>
    /// <exception cref="RefusalException">Another process holds it, or it cannot be written to.</exception>
    public static DataDirectory Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var holder = Holder(full);
        FileStream? held = null;
        try
        {
            _ = Directory.CreateDirectory(full);
            held = new FileStream(System.IO.Path.Combine(full, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
            var note = new FileStream(System.IO.Path.Combine(full, "sequence.note"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            // The place is taken now, so that noting a sequence needs no space on a full disk.
            if (note.Length < NoteLength)
                RandomAccess.Write(note.SafeFileHandle, Padded(""), 0);
            return new(full, held, note);
        }
        catch (UnauthorizedAccessException fault)
        {
            held?.Dispose();
            throw NotWritable(full, fault);
        }
        catch (IOException fault) when (held is null && IsHeldByAnother(fault))
        {
            throw new RefusalException(
                ErrorReason.StorageReadOnly,
                $"The data directory {full} is in use by another server ({(File.Exists(holder) ? File.ReadAllText(holder, Encoding.UTF8) : "just starting")}); stop that one or give this one its own with DataDirectory.");
        }
        catch (IOException fault)
        {
            held?.Dispose();
            throw NotWritable(full, fault);
        }
    }

    /// <summary>The change noted last, or null when there is none. The note is "{sequence} {store} {hash}".</summary>
    public (long Sequence, string Store, string Hash)? ReadNote()
    {
        Span<byte> bytes = stackalloc byte[NoteLength];
        var length = RandomAccess.Read(note.SafeFileHandle, bytes, 0);
        var parts = Encoding.ASCII.GetString(bytes[..length]).TrimEnd('\0', ' ').Split(' ');
        return parts.Length == 3 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) && sequence > 0
            ? (sequence, parts[1], parts[2])
            : null;
    }

    /// <summary>
    /// Notes a change that is durable in the store. Not made durable itself: after a power loss the note may be older than the
    /// store, never newer.
    /// </summary>
    public void WriteNote(long sequence, string store, ContentHash hash) =>
        RandomAccess.Write(note.SafeFileHandle, Padded(string.Create(CultureInfo.InvariantCulture, $"{sequence} {store} {hash}")), 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        note.Dispose();
        @lock.Dispose();
    }

    static string Holder(string path) => System.IO.Path.Combine(path, "server.holder");

    static byte[] Padded(string text) => Encoding.ASCII.GetBytes(text.PadRight(NoteLength));

    // What flock gives on Linux and macOS, and a sharing violation on Windows.
    static bool IsHeldByAnother(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);

    static RefusalException NotWritable(string path, Exception fault) => new(
        ErrorReason.StorageReadOnly,
        $"The data directory {path} cannot be written to ({fault.Message.TrimEnd('.')}); make it writable or name another with DataDirectory.",
        inner: fault);
}
