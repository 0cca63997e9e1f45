using CommonLanguage.Testing;
using CommonLanguage.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;

namespace CommonLanguage.Server.Tests.BadInput;

/// <summary>A server with two partners of one partnership whose definitions of "incident" part; shared by the tests of a class.</summary>
public sealed class PartnersServer : IAsyncLifetime
{
    public const string FourHours = "A disturbance that the supplier must resolve within 4 hours of the report by the customer.";
    public const string TwoDays = "A disturbance that the supplier must resolve within 2 days of the report by the customer.";

    public TestServer Server { get; private set; } = null!;

    public GlossaryService.GlossaryServiceClient Glossary => new(Server.Channel);

    public LookupService.LookupServiceClient Lookup => new(Server.Channel);

    public ConflictService.ConflictServiceClient Conflicts => new(Server.Channel);

    public InterchangeService.InterchangeServiceClient Interchange => new(Server.Channel);

    public ChangeService.ChangeServiceClient Changes => new(Server.Channel);

    public async Task InitializeAsync()
    {
        Server = await TestServer.StartAsync();
        foreach (var id in (string[])["harbour", "railway"])
            _ = await Glossary.CreateOrganisationAsync(new() { OrganisationId = id });
        _ = await Glossary.CreatePartnershipAsync(new()
        {
            PartnershipId = "freight",
            Partnership = new() { Members = { "organisations/harbour", "organisations/railway" } },
        });
        _ = await DefineAsync("incident", FourHours, id: "incident");
        _ = await DefineAsync("incident", TwoDays, "railway", "incident");
        _ = await DefineAsync("siding", "A track beside the main one.", "railway", "siding");
        await Server.Services.LoadedAsync();
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    public async Task<WriteEntryResponse> DefineAsync(string term, string definition, string owner = "harbour", string id = "") =>
        await Glossary.CreateEntryAsync(new()
        {
            Parent = "organisations/" + owner,
            EntryId = id,
            Entry = new() { Terms = { new Term { Text = term } }, Definition = definition },
        });

    /// <summary>Sequence of the last change of the store.</summary>
    public async Task<long> SequenceAsync() => (await Changes.ListChangesAsync(new() { PageSize = 1 })).Changes[0].Sequence;

    /// <summary>
    /// Checks a refusal whole: the documented status and metadata, the field, a message on one line that goes on after what is wrong
    /// to what to do, nothing stored, and a server that answers the next call.
    /// </summary>
    /// <param name="reason">Reason of the contract.</param>
    /// <param name="field">The field at fault; null where none is.</param>
    /// <param name="send">The call.</param>
    /// <returns>The metadata of the reason.</returns>
    public async Task<IDictionary<string, string>> RefusedAsync(string reason, string? field, Func<Task> send)
    {
        var before = await SequenceAsync();
        var refusal = await Assert.ThrowsAsync<RpcException>(send);

        var status = refusal.GetRpcStatus();
        Assert.True(status is not null, refusal.ToString());
        var info = status.GetDetail<ErrorInfo>();
        Assert.Equal((reason, "commonlanguage"), (info.Reason, info.Domain));
        var (code, keys) = DocumentedReasons.Of(reason);
        Assert.Equal(code, refusal.StatusCode);
        Assert.Empty(keys.Except(info.Metadata.Keys, StringComparer.Ordinal));
        Assert.Equal(field, status.GetDetail<BadRequest>()?.FieldViolations.Single().Field);
        Assert.Matches(@"^[^\p{Cc}]{10,600}(; |: |\. )[^\p{Cc}]{5,300}[.?]$", refusal.Status.Detail);

        Assert.Equal(before, await SequenceAsync());
        await AssertServingAsync();
        return info.Metadata;
    }

    public async Task AssertServingAsync()
    {
        Assert.NotEmpty((await Lookup.LookUpTermAsync(new() { Term = "incident" })).Meanings);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, (await new Health.HealthClient(Server.Channel).CheckAsync(new())).Status);
    }
}
