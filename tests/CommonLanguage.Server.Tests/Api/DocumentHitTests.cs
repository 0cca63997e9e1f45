using CommonLanguage.Editing;
using CommonLanguage.Server.Tests.BadInput;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>What documents that are checked meet weighs in the queue, as look-ups do.</summary>
public sealed class DocumentHitTests(PartnersServer partners) : IClassFixture<PartnersServer>
{
    [Fact]
    public async Task A_conflict_that_documents_meet_comes_before_a_newer_one_that_none_meets()
    {
        _ = await partners.DefineAsync("event", PartnersServer.FourHours);
        _ = await partners.DefineAsync("event", PartnersServer.TwoDays, "railway");
        var before = (await QueueAsync()).Items;
        Assert.Equal([("event", 0L), ("incident", 0)], before.Select(item => (item.Conflict.Term, item.DocumentHits)));
        Assert.Equal(before[0].Conflict.Severity, before[1].Conflict.Severity);

        var check = new CheckService.CheckServiceClient(partners.Server.Channel);
        var settings = new CheckSettings { Author = "harbour", Readers = { "railway" }, Partnership = "partnerships/freight" };
        const string Text = "Each incident is a disturbance that the supplier must resolve for the customer.\n\nTwo incidents were reported by the customer.\n";
        var answer = await check.CheckDocumentAsync(new() { Name = "a.md", Content = ByteString.CopyFromUtf8(Text), Settings = settings });
        var met = Places(answer);
        using (var stream = check.CheckDocuments())
        {
            await stream.RequestStream.WriteAsync(new() { Settings = settings });
            await stream.RequestStream.WriteAsync(new() { Document = new() { Name = "b.md" } });
            await stream.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFromUtf8(Text) });
            await stream.RequestStream.CompleteAsync();
            await foreach (var checkedDocument in stream.ResponseStream.ReadAllAsync())
                met += Places(checkedDocument);
        }

        Assert.Equal(4, met);
        await partners.Server.Services.GetRequiredService<UseKeeper>().KeepAsync(CancellationToken.None);

        var after = (await QueueAsync()).Items;
        Assert.Equal([("incident", 4L), ("event", 0)], after.Select(item => (item.Conflict.Term, item.DocumentHits)));
        Assert.Equal(0, after[0].LookUps);
    }

    // A finding tells of a word once in a document, and names its further places.
    static int Places(CheckDocumentResponse answer) => answer.Findings.Where(finding => finding.Conflict.Length > 0).Sum(finding => 1 + finding.Related.Count);

    async Task<ListMyQueueResponse> QueueAsync() =>
        await new ReconciliationService.ReconciliationServiceClient(partners.Server.Channel).ListMyQueueAsync(new() { Parent = "partnerships/freight" });
}
