using System.Runtime.CompilerServices;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>InterchangeService: glossaries in and out as files.</summary>
sealed class InterchangeApi(
    GlossaryImporter importer, GlossaryExporter exporter, MappingExporter mappings, PartnershipSnapshots snapshots, LiveTables tables, IHostApplicationLifetime lifetime, TimeProvider time)
    : InterchangeService.InterchangeServiceBase
{
    const int BytesOfOnePiece = 256 * 1024;

    static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(100);

    public override async Task ImportGlossary(
        IAsyncStreamReader<ImportGlossaryRequest> requestStream, IServerStreamWriter<ImportGlossaryResponse> responseStream, ServerCallContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        if (!await requestStream.MoveNext(stop.Token) || requestStream.Current.Header is not { } header)
            throw OutOfOrder("The first message of an import is not its header; send the header first, then the chunks of the file.");
        var request = header.ToRequest();
        var reported = time.GetTimestamp();
        var report = await importer.ImportAsync(
            Callers.ActorOf(context),
            request,
            ChunksAsync(requestStream, stop.Token),
            async progress =>
            {
                if (time.GetElapsedTime(reported) < BetweenReports)
                    return;
                reported = time.GetTimestamp();
                await responseStream.WriteAsync(new() { Progress = progress.ToMessage() }, stop.Token);
            },
            stop.Token);
        await responseStream.WriteAsync(report.ToMessage(header, report.Sequence == 0 ? "" : tables.Token(report.Sequence)), stop.Token);
        if (report.IsRefused)
        {
            throw new RefusalException(
                ErrorReason.ImportRefused,
                FormattableString.Invariant($"The file was refused as a whole for the problems named ({report.ProblemCount}); nothing was stored. Mend them and import again."),
                metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["count"] = report.ProblemCount.ToString(System.Globalization.CultureInfo.InvariantCulture) });
        }
    }

    public override async Task ExportGlossary(ExportGlossaryRequest request, IServerStreamWriter<ExportGlossaryResponse> responseStream, ServerCallContext context)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        var organisation = OrganisationId.ParseName(request.Organisation, "organisation");
        var sequence = tables.ParseToken(request.MinRevision, "min_revision");
        if (request.Format != GlossaryFormat.Sssom)
            InterchangeMessages.CheckFormat(request.Format);
        var reader = Callers.ReaderOf(context);
        var pieces = request.Format switch
        {
            GlossaryFormat.Sssom => mappings.ExportAsync(reader, organisation, sequence, stop.Token),
            GlossaryFormat.Xlsx => exporter.ExportXlsxAsync(reader, organisation, sequence, stop.Token),
            _ => exporter.ExportCsvAsync(reader, organisation, sequence, stop.Token),
        };
        await foreach (var piece in pieces)
            await responseStream.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(piece) }, stop.Token);
    }

    public override async Task GetSnapshot(GetSnapshotRequest request, IServerStreamWriter<GetSnapshotResponse> responseStream, ServerCallContext context)
    {
        var snapshot = await snapshots.GetAsync(Callers.ReaderOf(context), request.Partnership, tables.ParseToken(request.MinRevision, "min_revision"), context.CancellationToken);
        var unchanged = string.Equals(request.KnownTag, snapshot.Snapshot.ETag, StringComparison.Ordinal);
        await responseStream.WriteAsync(new() { Head = new() { Tag = snapshot.Snapshot.ETag, Unchanged = unchanged, TotalBytes = snapshot.File.Length } }, context.CancellationToken);
        for (var at = 0; at < snapshot.File.Length && !unchanged; at += BytesOfOnePiece)
        {
            var piece = snapshot.File.Slice(at, Math.Min(BytesOfOnePiece, snapshot.File.Length - at));
            await responseStream.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(piece) }, context.CancellationToken);
        }
    }

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> ChunksAsync(
        IAsyncStreamReader<ImportGlossaryRequest> requests, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await requests.MoveNext(cancellation))
        {
            if (requests.Current.PartCase != ImportGlossaryRequest.PartOneofCase.Chunk)
                throw OutOfOrder("After its header an import has chunks of the file only; send one header for each import.");
            yield return requests.Current.Chunk.Memory;
        }
    }

    static RefusalException OutOfOrder(string message) => new(ErrorReason.StreamOutOfOrder, message, "part");
}
