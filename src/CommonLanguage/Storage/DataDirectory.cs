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

    /// <summary>Opens the folder, creating it where missing.</summary>
    /// <exception cref="RefusalException">Another process holds it, or it cannot be written to.</exception>
    public static DataDirectory Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var holder = System.IO.Path.Combine(full, "server.holder");
        FileStream? held = null;
        try
        {
            _ = Directory.CreateDirectory(full);
            held = new FileStream(System.IO.Path.Combine(full, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
            var note = new FileStream(System.IO.Path.Combine(full, "sequence.note"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
            return new(full, held, note);
        }
        catch (UnauthorizedAccessException fault)
        {
            held?.Dispose();
            throw NotWritable(full, fault);
        }
        catch (IOException) when (held is null && File.Exists(holder))
        {
            throw new RefusalException(
                ErrorReason.StorageReadOnly,
                $"The data directory {full} is in use by another server ({File.ReadAllText(holder, Encoding.UTF8)}); stop that one or give this one its own with DataDirectory.");
        }
        catch (IOException fault)
        {
            held?.Dispose();
            throw NotWritable(full, fault);
        }
    }

    /// <summary>The last sequence noted, 0 when there is none. The note is "{sequence} {store}".</summary>
    public (long Sequence, string Store) ReadNote()
    {
        Span<byte> bytes = stackalloc byte[64];
        var length = RandomAccess.Read(note.SafeFileHandle, bytes, 0);
        var parts = Encoding.ASCII.GetString(bytes[..length]).TrimEnd('\0', ' ').Split(' ');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? (sequence, parts[1])
            : (0, "");
    }

    /// <summary>
    /// Notes a sequence that is durable in the store. Not made durable itself: after a power loss the note may be older than the
    /// store, never newer.
    /// </summary>
    public void WriteNote(long sequence, string store)
    {
        Span<byte> bytes = stackalloc byte[64];
        bytes.Fill((byte)' ');
        var text = string.Create(CultureInfo.InvariantCulture, $"{sequence} {store}");
        _ = Encoding.ASCII.GetBytes(text, bytes);
        RandomAccess.Write(note.SafeFileHandle, bytes, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        note.Dispose();
        @lock.Dispose();
    }

    static RefusalException NotWritable(string path, Exception fault) => new(
        ErrorReason.StorageReadOnly,
        $"The data directory {path} cannot be written to ({fault.Message.TrimEnd('.')}); make it writable or name another with DataDirectory.",
        inner: fault);
}
