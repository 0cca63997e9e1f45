using System.Globalization;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Reconciliation;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.Storage;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>ReconciliationService: from a conflict to its settlement.</summary>
sealed class ReconciliationApi(Reconciler reconciler, ReconciliationReader reader, MyQueue queue, ConflictPages pages, PageTokens tokens, LiveTables tables)
    : ReconciliationService.ReconciliationServiceBase
{
    public override Task<V1.Reconciliation> GetReconciliation(GetReconciliationRequest request, ServerCallContext context) =>
        ReadAsync(ConflictName.ParseName(request.Name, "name"), request.Step, tables.ParseToken(request.MinRevision, "min_revision"), "", context);

    public override async Task<ExportReconciliationResponse> ExportReconciliation(ExportReconciliationRequest request, ServerCallContext context)
    {
        var record = await reader.ReadRecordAsync(
            Callers.ActorOf(context), ConflictName.ParseName(request.Name, "name"), request.Step, tables.ParseToken(request.MinRevision, "min_revision"),
            context.CancellationToken);
        var (markdown, hash) = RecordDocument.Write(record);
        return new() { Markdown = markdown, Hash = hash };
    }

    public override Task<V1.Reconciliation> TakeBack(TakeBackRequest request, ServerCallContext context) => AnswerAsync(
        request.Name, context, (actor, name) => reconciler.TakeBackAsync(
            actor, name, request.Etag, OrganisationId.ParseName(request.Organisation, "organisation"), Options(request.RequestId, request.ValidateOnly),
            context.CancellationToken));

    public override async Task<ListMyQueueResponse> ListMyQueue(ListMyQueueRequest request, ServerCallContext context)
    {
        var size = PageTokens.Size(request.PageSize, 50);
        var actor = Callers.ActorOf(context);
        var question = $"queue\n{actor.Name}\n{request.Parent}";
        var after = tokens.Read(request.PageToken, question, 3) is [var tier, var rank, var key]
            ? new QueuePlace(tier == "1", double.Parse(rank, CultureInfo.InvariantCulture), long.Parse(key, CultureInfo.InvariantCulture))
            : QueuePlace.Start;
        var (page, total) = await queue.ListAsync(
            actor, request.Parent is "" or "partnerships/-" ? null : PartnershipId.ParseName(request.Parent, "parent"), after, size + 1,
            tables.ParseToken(request.MinRevision, "min_revision"), context.CancellationToken);
        var shown = page.Take(size).ToList();
        var conflicts = await pages.ToMessagesAsync([.. shown.Select(entry => entry.Conflict)], tables.Current.Directory, context.CancellationToken);
        var answer = new ListMyQueueResponse { TotalSize = total };
        answer.Items.AddRange(shown.Zip(conflicts).Select(entry => entry.First.ToMessage(entry.Second)));
        if (page.Count > size && page[size - 1].Place is var last)
        {
            answer.NextPageToken = tokens.Write(
                question, last.KnowsBothSides ? "1" : "0", last.Rank.ToString("R", CultureInfo.InvariantCulture), last.Key.ToString(CultureInfo.InvariantCulture));
        }

        return answer;
    }

    public override Task<V1.Reconciliation> Triage(TriageRequest request, ServerCallContext context) => AnswerAsync(
        request.Name, context, (actor, name) => reconciler.TriageAsync(
            actor, name, request.Etag, Enums.Known<Verdict>((int)request.Verdict, "verdict"),
            request.A.Length + request.B.Length == 0 ? null : (EntryName.ParseName(request.A, "a"), EntryName.ParseName(request.B, "b")),
            request.Comment, Options(request.RequestId, request.ValidateOnly), context.CancellationToken));

    public override Task<V1.Reconciliation> Dismiss(DismissRequest request, ServerCallContext context) => AnswerAsync(
        request.Name, context, (actor, name) => reconciler.DismissAsync(
            actor, name, request.Etag, request.Same, request.Reason, Options(request.RequestId, request.ValidateOnly), context.CancellationToken));

    public override Task<V1.Reconciliation> Defer(DeferRequest request, ServerCallContext context) => AnswerAsync(
        request.Name, context, (actor, name) => reconciler.DeferAsync(
            actor, name, request.Etag, request.Reason, Days.Parse(request.ReviewDate, "review_date"), Options(request.RequestId, request.ValidateOnly),
            context.CancellationToken));

    public override Task<V1.Reconciliation> Reopen(ReopenRequest request, ServerCallContext context) => AnswerAsync(
        request.Name, context, (actor, name) => reconciler.ReopenAsync(
            actor, name, request.Etag, request.Reason, Options(request.RequestId, request.ValidateOnly), context.CancellationToken));

    public override Task<V1.Reconciliation> Assign(AssignRequest request, ServerCallContext context) => AnswerAsync(
        request.Name, context, (actor, name) => reconciler.AssignAsync(
            actor, name, request.Etag, request.People, Options(request.RequestId, request.ValidateOnly), context.CancellationToken));

    public override Task<V1.Reconciliation> CorrectLineUp(CorrectLineUpRequest request, ServerCallContext context)
    {
        var cell = request.Cell ?? new();
        return AnswerAsync(request.Name, context, (actor, name) => reconciler.CorrectLineUpAsync(
            actor, name, request.Etag, EntryName.ParseName(cell.Entry, "cell.entry"), cell.Characteristic, cell.Value,
            Options(request.RequestId, request.ValidateOnly), context.CancellationToken));
    }

    public override Task<V1.Reconciliation> Assess(AssessRequest request, ServerCallContext context)
    {
        var form = request.Assessment ?? new();
        return AnswerAsync(request.Name, context, (actor, name) => reconciler.AssessAsync(
            actor, name, request.Etag, OrganisationId.ParseName(form.Organisation, "assessment.organisation"),
            new(form.SameField, Enums.Known<Overlap>((int)form.Overlap, "assessment.overlap"), form.BoundBy,
                Enums.Known<CostOfChange>((int)form.Cost, "assessment.cost"), form.Comment),
            Options(request.RequestId, request.ValidateOnly), context.CancellationToken));
    }

    public override Task<V1.Reconciliation> Propose(ProposeRequest request, ServerCallContext context) => AnswerAsync(
        request.Name, context, (actor, name) => reconciler.ProposeAsync(
            actor, name, request.Etag, (request.Proposal ?? new()).ToDraft(request.Replace), Options(request.RequestId, request.ValidateOnly), context.CancellationToken));

    public override Task<V1.Reconciliation> Comment(CommentRequest request, ServerCallContext context) => AnswerAsync(
        request.Name, context, (actor, name) => reconciler.CommentAsync(
            actor, name, request.Text, request.ReplyTo, Options(request.RequestId, request.ValidateOnly), context.CancellationToken));

    public override Task<V1.Reconciliation> OpenConsultation(OpenConsultationRequest request, ServerCallContext context) => AnswerAsync(
        request.Name, context, (actor, name) => reconciler.OpenConsultationAsync(
            actor, name, request.Etag, request.Proposal, Days.ParseOptional(request.FromDate, "from_date"), Days.Parse(request.ToDate, "to_date"),
            Options(request.RequestId, request.ValidateOnly), context.CancellationToken));

    public override Task<V1.Reconciliation> TakePosition(TakePositionRequest request, ServerCallContext context) => AnswerAsync(
        request.Name, context, (actor, name) => reconciler.TakePositionAsync(
            actor, name, request.Etag, OrganisationId.ParseName(request.Organisation, "organisation"), request.Proposal,
            Enums.Known<Stance>((int)request.Stance, "stance"), request.Statement, Options(request.RequestId, request.ValidateOnly), context.CancellationToken));

    public override Task<V1.Reconciliation> Resolve(ResolveRequest request, ServerCallContext context) => AnswerAsync(
        request.Name, context, (actor, name) => reconciler.ResolveAsync(
            actor, name, request.Etag, request.Proposal, request.Rationale, Days.ParseOptional(request.EffectiveDate, "effective_date"),
            Days.ParseOptional(request.ReviewDate, "review_date"), Options(request.RequestId, request.ValidateOnly), context.CancellationToken));

    public override Task<V1.Reconciliation> PublishEffects(PublishEffectsRequest request, ServerCallContext context) => AnswerAsync(
        request.Name, context, (actor, name) => reconciler.PublishAsync(
            actor, name, request.Etag, OrganisationId.ParseName(request.Organisation, "organisation"), Options(request.RequestId, request.ValidateOnly),
            context.CancellationToken));

    static Editing.WriteOptions Options(string requestId, bool validateOnly) => new(requestId, validateOnly);

    async Task<V1.Reconciliation> AnswerAsync(string name, ServerCallContext context, Func<Actor, ConflictName, Task<ReconciliationWritten>> write)
    {
        var conflict = ConflictName.ParseName(name, "name");
        var written = await write(Callers.ActorOf(context), conflict);
        return await ReadAsync(
            conflict, step: 0, written.Sequence == 0 ? null : written.Sequence, written.Sequence == 0 ? "" : tables.Token(written.Sequence), context);
    }

    async Task<V1.Reconciliation> ReadAsync(ConflictName name, int step, long? sequence, string token, ServerCallContext context)
    {
        var record = await reader.ReadRecordAsync(Callers.ActorOf(context), name, step, sequence, context.CancellationToken);
        var message = record.ToMessage();
        message.LineUp.AddRange(LineUp.Of(record.Texts, record.Proceedings.Corrections).Select(row => row.ToMessage(record.Names)));
        message.Conflict = await pages.ToMessageAsync(record.Conflict, context.CancellationToken);
        message.RevisionToken = token;
        return message;
    }
}
