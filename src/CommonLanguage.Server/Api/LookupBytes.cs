using CommonLanguage.Lookup;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>Look-ups over gRPC: the engine's ready bytes are sent as they are.</summary>
sealed class LookupBytes(TermLookup lookup)
{
    public Task<LookupAnswer> LookUpTerm(LookUpTermRequest request, ServerCallContext context) => LookUpAsync(request, context).AsTask();

    public Task<LookupAnswer> BatchLookUpTerms(BatchLookUpTermsRequest request, ServerCallContext context) =>
        lookup.LookUpManyAsync(
            Callers.ReaderOf(context), request.Terms, request.Organisations, request.Partnership, request.Language, request.Reader, request.MinRevision,
            context.CancellationToken).AsTask();

    public async Task LookUpTerms(IAsyncStreamReader<LookUpTermRequest> requests, IServerStreamWriter<LookupAnswer> answers, ServerCallContext context)
    {
        await foreach (var request in requests.ReadAllAsync(context.CancellationToken))
            await answers.WriteAsync(await LookUpAsync(request, context), context.CancellationToken);
    }

    ValueTask<LookupAnswer> LookUpAsync(LookUpTermRequest request, ServerCallContext context) => lookup.LookUpAsync(
        Callers.ReaderOf(context), request.Term, request.Organisations, request.Partnership, request.Language, request.Reader, request.At, request.MinRevision,
        context.CancellationToken);
}
