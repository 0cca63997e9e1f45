using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Rules;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>CheckService: documents against the glossaries of a partnership.</summary>
sealed class CheckApi(PartnershipSnapshots snapshots, LiveTables tables, UseCounts uses, TimeProvider time) : CheckService.CheckServiceBase
{
    public override Task<CheckDocumentResponse> CheckDocument(CheckDocumentRequest request, ServerCallContext context) =>
        CheckAsync(Callers.ReaderOf(context), request, context.CancellationToken);

    /// <summary>Checks one document for somebody.</summary>
    public async Task<CheckDocumentResponse> CheckAsync(Actor actor, CheckDocumentRequest request, CancellationToken cancellation)
    {
        var checker = await OpenAsync(actor, request.Settings ?? new(), cancellation);
        return Check(checker, request.Name, request.Format, request.Content.Memory);
    }

    public override async Task CheckDocuments(
        IAsyncStreamReader<CheckDocumentsRequest> requestStream, IServerStreamWriter<CheckDocumentResponse> responseStream, ServerCallContext context)
    {
        if (!await requestStream.MoveNext(context.CancellationToken) || requestStream.Current.Settings is not { } settings)
            throw OutOfOrder("The first message of a check is not its settings; send the settings first, then the documents.");
        var checker = await OpenAsync(Callers.ReaderOf(context), settings, context.CancellationToken);
        DocumentHead? head = null;
        using var content = new MemoryStream();
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            switch (requestStream.Current.PartCase)
            {
                case CheckDocumentsRequest.PartOneofCase.Document:
                    await FinishAsync();
                    head = requestStream.Current.Document;
                    break;
                case CheckDocumentsRequest.PartOneofCase.Chunk when head is not null:
                    if (content.Length + requestStream.Current.Chunk.Length > DocumentReader.MaximumBytes)
                        throw new RefusalException(ErrorReason.FileTooLarge, $"'{head.Name}' is larger than 16 MiB; split it.", "chunk");
                    content.Write(requestStream.Current.Chunk.Span);
                    break;
                default:
                    throw OutOfOrder("After the settings a check has heads of documents, each followed by its chunks.");
            }
        }

        await FinishAsync();

        async Task FinishAsync()
        {
            if (head is null)
                return;
            await responseStream.WriteAsync(Check(checker, head.Name, head.Format, content.GetBuffer().AsMemory(0, (int)content.Length)), context.CancellationToken);
            content.SetLength(0);
        }
    }

    public override Task<ListRulesResponse> ListRules(ListRulesRequest request, ServerCallContext context) =>
        Task.FromResult(new ListRulesResponse { Rules = { RuleList.All.Select(rule => rule.ToMessage()) } });

    async Task<DocumentChecker> OpenAsync(Actor actor, CheckSettings settings, CancellationToken cancellation)
    {
        var snapshot = (await snapshots.GetAsync(actor, settings.Partnership, tables.ParseToken(settings.MinRevision, "settings.min_revision"), cancellation)).Snapshot;
        return new(snapshot, snapshot.Partnership, new()
        {
            Author = settings.Author,
            Readers = [.. settings.Readers],
            SuggestTerms = settings.SuggestTerms,
            Today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
        });
    }

    CheckDocumentResponse Check(DocumentChecker checker, string name, V1.DocumentFormat format, ReadOnlyMemory<byte> content)
    {
        var before = checker.Finish().Summary;
        var findings = checker.Check(DocumentReader.Read(name.Length == 0 ? "document" : name, content, CheckMessages.FormatOf(format)));
        foreach (var finding in findings)
            Count(finding);
        var after = checker.Finish().Summary;
        return new()
        {
            Name = name,
            Findings = { findings.Select(finding => finding.ToMessage()) },
            Words = after.Words - before.Words,
            Terms = after.Terms - before.Terms,
            Snapshot = after.Snapshot,
        };
    }

    // The conflict may have been settled since the snapshot was made: then nobody's queue is ranked by it.
    void Count(Analysis.Checking.Findings.Finding finding)
    {
        if (finding.Conflict.Length == 0)
            return;
        foreach (var mark in tables.Current.Find(NormalForm.Of(finding.Term)).Conflicts)
        {
            if (mark.Name == finding.Conflict)
                uses.MetInDocument(mark.Word, 1 + finding.Related.Length);
        }
    }

    static RefusalException OutOfOrder(string message) => new(ErrorReason.StreamOutOfOrder, message, "part");
}
