using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CommonLanguage.Cli.Connection;

/// <summary>Sends a glossary file to the server, piece by piece; the file is never held in memory as a whole.</summary>
static class GlossaryUpload
{
    const int PieceBytes = 256 * 1024;

    /// <summary>Imports one file.</summary>
    /// <param name="connection">The server.</param>
    /// <param name="header">What is imported, and into what.</param>
    /// <param name="file">The bytes.</param>
    /// <param name="progress">Told how far the server is.</param>
    /// <param name="cancellation">Ends the import; what the server has stored stays.</param>
    /// <returns>The report; and why the file was refused as a whole, where the report lists its problems and nothing was stored.</returns>
    /// <exception cref="RpcException">The server refused the file unread, or could not be reached.</exception>
    /// <exception cref="IOException">The file could not be read to its end; the import was given up.</exception>
    public static async Task<(ImportReport Report, RpcException? Refusal)> SendAsync(
        ServerConnection connection, ImportHeader header, Stream file, Action<ImportProgress> progress, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var call = connection.Interchange.ImportGlossary(connection.Call(ended.Token));
        var sending = SendPiecesAsync(call.RequestStream, header, file, ended);
        ImportReport? report = null;
        RpcException? refusal = null;
        try
        {
            await foreach (var answer in call.ResponseStream.ReadAllAsync(cancellation))
            {
                if (answer.PartCase == ImportGlossaryResponse.PartOneofCase.Progress)
                    progress(answer.Progress);
                else
                    report = answer.Report;
            }
        }
        catch (RpcException) when (sending is { IsFaulted: true, Exception.InnerException: IOException })
        {
            // Below, the file says what is wrong with it.
        }
        catch (RpcException fault) when (report is not null)
        {
            refusal = fault;
        }
        finally
        {
            await ended.CancelAsync();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (report is null)
            await sending;
        return report is not null ? (report, refusal) : throw new RpcException(new Status(StatusCode.Unknown, "The import ended without a report"));
    }

    static async Task SendPiecesAsync(IClientStreamWriter<ImportGlossaryRequest> requests, ImportHeader header, Stream file, CancellationTokenSource ended)
    {
        try
        {
            await requests.WriteAsync(new ImportGlossaryRequest { Header = header }, ended.Token);
            var piece = new byte[PieceBytes];
            while (await file.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, ended.Token) is > 0 and var length)
            {
                // The message is on its way in full when WriteAsync returns, so the next piece may take the buffer.
                var chunk = UnsafeByteOperations.UnsafeWrap(piece.AsMemory(0, length));
                await requests.WriteAsync(new ImportGlossaryRequest { Chunk = chunk }, ended.Token);
            }

            await requests.CompleteAsync();
        }
        catch (IOException)
        {
            await ended.CancelAsync();
            throw;
        }
    }
}
