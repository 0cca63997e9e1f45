using System.Text;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Testing;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>Documents against the glossaries of a partnership, and snapshots of them.</summary>
public sealed class CheckTests : IAsyncLifetime
{
    TestServer server = null!;
    string token = "";

    CheckService.CheckServiceClient Client => new(server.Channel);

    CheckSettings Settings => new() { Author = "organisations/acme", Readers = { "organisations/umbra" }, MinRevision = token };

    public async Task InitializeAsync()
    {
        server = await TestServer.StartAsync();
        _ = await Imported.CsvAsync(server.Channel, "acme", "term,definition\nsecurity incident,\"An event that must be resolved within 4 hours of its report.\"\n");
        token = (await Imported.CsvAsync(server.Channel, "umbra", "term,definition\nsecurity incident,\"An event that must be resolved within 2 business days of its report.\"\n")).RevisionToken;
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_document_is_answered_with_both_definitions_and_the_place()
    {
        var answer = await Client.CheckDocumentAsync(new() { Name = "a.md", Settings = Settings, Content = ByteString.CopyFromUtf8("Ünï.\n\nA security incident.\n") });

        var finding = Assert.Single(answer.Findings);
        Assert.Equal(("CL001", 3, 3, 10, 27), (finding.Rule, finding.Line, finding.Column, finding.StartByte, finding.EndByte));
        Assert.Equal(["acme", "umbra"], finding.Entries.Select(entry => entry.Entry.Split('/')[1]));
        Assert.Contains("4 hours", finding.Entries[0].Definition, StringComparison.Ordinal);
        Assert.StartsWith("partnerships/default/conflicts/", finding.Conflict, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_of_a_stream_are_answered_in_their_order()
    {
        using var call = Client.CheckDocuments();
        await call.RequestStream.WriteAsync(new() { Settings = Settings });
        foreach (var name in (string[])["a.md", "b.html"])
        {
            await call.RequestStream.WriteAsync(new() { Document = new() { Name = name } });
            await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFromUtf8("A security ") });
            await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFromUtf8("incident.") });
        }

        await call.RequestStream.CompleteAsync();
        var answers = new List<CheckDocumentResponse>();
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
            answers.Add(answer);

        Assert.Equal([("a.md", 1, 3), ("b.html", 1, 3)], answers.Select(answer => (answer.Name, answer.Findings.Count, answer.Words)));
    }

    [Fact]
    public async Task A_document_that_is_no_text_is_refused_with_its_reason()
    {
        var fault = await Assert.ThrowsAsync<RpcException>(async () => await Client.CheckDocumentAsync(new() { Name = "a.md", Settings = Settings, Content = ByteString.CopyFrom(0x41, 0x00) }));

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
        Assert.Equal("DOCUMENT_UNREADABLE", fault.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task A_snapshot_holds_the_partnership_and_is_not_sent_twice()
    {
        var (head, file) = await SnapshotAsync("");
        using var snapshot = GlossarySnapshot.Read(file, "sent");
        Assert.Equal((head.Tag, head.TotalBytes), (snapshot.ETag, file.Length));
        Assert.Equal((2, 1), (snapshot.EntryCount, snapshot.ConflictCount));

        var (again, nothing) = await SnapshotAsync(head.Tag);
        Assert.True(again.Unchanged);
        Assert.Empty(nothing);
    }

    [Fact]
    public async Task A_snapshot_after_a_change_has_another_tag()
    {
        var (before, _) = await SnapshotAsync("");
        token = (await Imported.CsvAsync(server.Channel, "acme", "term,definition\nsecurity incident,\"An event that must be resolved within 6 hours of its report.\"\n")).RevisionToken;
        var (after, _) = await SnapshotAsync(before.Tag);

        Assert.False(after.Unchanged);
        Assert.NotEqual(before.Tag, after.Tag);
    }

    [Fact]
    public async Task Rules_are_listed() =>
        Assert.Equal(10, (await Client.ListRulesAsync(new())).Rules.Count);

    async Task<(SnapshotHead Head, byte[] File)> SnapshotAsync(string known)
    {
        using var call = new InterchangeService.InterchangeServiceClient(server.Channel).GetSnapshot(new() { KnownTag = known, MinRevision = token });
        SnapshotHead? head = null;
        using var file = new MemoryStream();
        await foreach (var part in call.ResponseStream.ReadAllAsync())
        {
            head ??= part.Head;
            part.Chunk.WriteTo(file);
        }

        return (head!, file.ToArray());
    }
}
