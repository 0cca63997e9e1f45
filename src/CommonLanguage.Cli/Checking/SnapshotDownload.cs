using CommonLanguage.Cli.Connection;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Checking;

/// <summary>Fetches a snapshot from the server.</summary>
static class SnapshotDownload
{
    /// <summary>The bytes of the file, or null when the server has the one that is known.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="partnership">Resource name; empty = the only one there is.</param>
    /// <param name="knownTag">Tag of a snapshot at hand; null = none.</param>
    /// <param name="cancellation">Ends the download.</param>
    public static async Task<ReadOnlyMemory<byte>?> GetAsync(ServerConnection connection, string partnership, string? knownTag, CancellationToken cancellation)
    {
        using var call = connection.Interchange.GetSnapshot(new GetSnapshotRequest { Partnership = partnership, KnownTag = knownTag ?? "" }, connection.Call(cancellation));
        var file = new MemoryStream();
        while (await call.ResponseStream.MoveNext(cancellation))
        {
            var part = call.ResponseStream.Current;
            if (part.PartCase == GetSnapshotResponse.PartOneofCase.Head && part.Head.Unchanged)
                return null;
            if (part.PartCase == GetSnapshotResponse.PartOneofCase.Chunk)
                file.Write(part.Chunk.Span);
        }

        return file.GetBuffer().AsMemory(0, (int)file.Length);
    }
}
