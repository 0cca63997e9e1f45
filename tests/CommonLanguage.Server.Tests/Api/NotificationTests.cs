using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using CommonLanguage.Notification;
using CommonLanguage.Testing;
using CommonLanguage.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>Webhooks against a receiver on this machine.</summary>
public sealed class NotificationTests : IAsyncLifetime
{
    readonly ConcurrentQueue<(IHeaderDictionary Headers, string Body)> received = new();
    WebApplication receiver = null!;
    TestServer server = null!;
    int answer = StatusCodes.Status204NoContent;

    NotificationService.NotificationServiceClient Notifications => new(server.Channel);

    string Url => receiver.Urls.First() + "/hook";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        _ = builder.WebHost.UseUrls("http://127.0.0.1:0");
        receiver = builder.Build();
        _ = receiver.MapPost("/hook", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var body = await reader.ReadToEndAsync();
            http.Response.StatusCode = Volatile.Read(ref answer);
            http.Response.Headers.Location = "/elsewhere";
            received.Enqueue((new HeaderDictionary(http.Request.Headers.ToDictionary()), body));
        });
        await receiver.StartAsync();
        server = await TestServer.StartAsync(null, "--Notification:AllowedNetworks:0=127.0.0.0/8");
        var glossary = new GlossaryService.GlossaryServiceClient(server.Channel);
        foreach (var id in (string[])["harbour", "railway"])
            _ = await glossary.CreateOrganisationAsync(new() { OrganisationId = id });
        _ = await glossary.CreatePartnershipAsync(new() { PartnershipId = "freight", Partnership = new() { Members = { "organisations/harbour", "organisations/railway" } } });
        await DefineAsync("harbour", "incident", "A disturbance that the supplier must resolve within 4 hours of the report by the customer.");
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task A_conflict_that_opens_is_told_once_and_signed()
    {
        var made = await CreateAsync();
        await OpenConflictAsync();

        var (headers, body) = await ReceiveAsync();

        var (id, seconds) = (headers["webhook-id"].ToString(), long.Parse(headers["webhook-timestamp"]!, CultureInfo.InvariantCulture));
        Assert.Equal(WebhookSender.Sign(made.Secret, id, seconds, body), headers["webhook-signature"].ToString());
        Assert.InRange(seconds, DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 60, DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 60);
        var told = JsonDocument.Parse(body).RootElement;
        Assert.Equal("conflicts.changed", told.GetProperty("type").GetString());
        var conflict = Assert.Single(told.GetProperty("conflicts").EnumerateArray());
        Assert.Equal(("incident", "detected"), (conflict.GetProperty("term").GetString(), conflict.GetProperty("status").GetString()));
        Assert.Equal(["organisations/harbour", "organisations/railway"], conflict.GetProperty("parties").EnumerateArray().Select(party => party.GetString()));
        Assert.DoesNotContain("disturbance", body, StringComparison.Ordinal);
        var delivery = await DeliveredAsync(made.Webhook.Name, Delivery.Types.State.Delivered);
        Assert.Equal((1, ""), (delivery.Attempts, delivery.LastFault));
        Assert.Single(received);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_what_failed_waits_to_be_sent_again()
    {
        Volatile.Write(ref answer, StatusCodes.Status307TemporaryRedirect);
        var made = await CreateAsync();
        await OpenConflictAsync();
        _ = await ReceiveAsync();

        Delivery delivery;
        do
            delivery = await DeliveredAsync(made.Webhook.Name, Delivery.Types.State.Waiting);
        while (delivery.Attempts == 0);
        Assert.Equal((1, "It answered 307; redirects are not followed."), (delivery.Attempts, delivery.LastFault));
        Assert.True(delivery.NextTime.ToDateTime() > DateTime.UtcNow.AddSeconds(-5));

        Volatile.Write(ref answer, StatusCodes.Status200OK);
        _ = await Notifications.RetryDeliveryAsync(new() { Name = delivery.Name });
        Assert.Equal(Delivery.Types.State.Delivered, (await DeliveredAsync(made.Webhook.Name, Delivery.Types.State.Delivered)).State);
        Assert.True(received.Count >= 2);
        Assert.Single(received.Select(message => message.Headers["webhook-id"].ToString()).Distinct());
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_an_ended_webhook_is_told_nothing()
    {
        var made = await CreateAsync();
        Assert.StartsWith("whsec_", made.Secret, StringComparison.Ordinal);
        var listed = await Notifications.ListWebhooksAsync(new() { Parent = "partnerships/freight" });
        Assert.DoesNotContain(made.Secret, listed.ToString(), StringComparison.Ordinal);
        Assert.Equal(made.Webhook, Assert.Single(listed.Webhooks));

        Assert.True((await Notifications.EndWebhookAsync(new() { Name = made.Webhook.Name })).Ended);
        await OpenConflictAsync();
        var other = await CreateAsync();
        await DefineAsync("railway", "delay", "A train that is late by more than 5 minutes.");
        await DefineAsync("harbour", "delay", "A ship that is late by more than 2 days.");
        _ = await ReceiveAsync();
        Assert.Empty((await Notifications.ListDeliveriesAsync(new() { Parent = made.Webhook.Name })).Deliveries);
        Assert.NotEqual(made.Webhook.Name, other.Webhook.Name);
    }

    [Theory]
    [InlineData("http://example.org/hook")]
    [InlineData("https://10.1.2.3/hook")]
    [InlineData("https://192.168.0.1/hook")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://[fd00::1]/hook")]
    [InlineData("https://[::ffff:10.0.0.1]/hook")]
    [InlineData("https://0.0.0.0/hook")]
    [InlineData("https://user:secret@example.org/hook")]
    [InlineData("ftp://example.org/hook")]
    [InlineData("file:///etc/passwd")]
    [InlineData("hook")]
    [InlineData("")]
    public async Task An_address_that_is_not_allowed_is_refused(string url)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Notifications.CreateWebhookAsync(new() { Parent = "partnerships/freight", Url = url }));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Empty((await Notifications.ListWebhooksAsync(new() { Parent = "partnerships/freight" })).Webhooks);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("10.9.0.1", true)]
    [InlineData("::ffff:10.9.0.1", true)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("2002:7f00:1::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void Only_public_addresses_and_allowed_networks_are_connected_to(string address, bool isAllowed) =>
        Assert.Equal(isAllowed, new AddressRules(new([IPNetwork.Parse("10.9.0.0/16")])).Allows(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_to_a_private_address_is_not_connected_to()
    {
        using var sender = new WebhookSender(new AddressRules(new([])), TimeProvider.System);
        var webhook = new Glossary.Webhook(1, "w1", 1, Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), WebhookSender.NewSecret(), "local", Ended: false, 1);
        var fault = await sender.SendAsync(webhook, new(1, 1, "w1", "{}", Glossary.DeliveryState.Waiting, 0, DateTimeOffset.UtcNow, ""), CancellationToken.None);
        Assert.Contains("lies in no network", fault, StringComparison.Ordinal);
        Assert.Empty(received);
    }

    [Fact]
    public async Task Names_that_do_not_exist_are_refused()
    {
        foreach (var call in (Func<Task>[])
        [
            async () => await Notifications.EndWebhookAsync(new() { Name = "partnerships/freight/webhooks/w9" }),
            async () => await Notifications.ListDeliveriesAsync(new() { Parent = "partnerships/nobody/webhooks/w1" }),
            async () => await Notifications.RetryDeliveryAsync(new() { Name = "partnerships/freight/webhooks/w9/deliveries/1" }),
        ])
            Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
    }

    async Task<CreateWebhookResponse> CreateAsync() => await Notifications.CreateWebhookAsync(new() { Parent = "partnerships/freight", Url = Url });

    Task OpenConflictAsync() => DefineAsync("railway", "incident", "A disturbance that the supplier must resolve within 2 days of the report by the customer.");

    async Task DefineAsync(string organisation, string term, string definition) => _ = await new GlossaryService.GlossaryServiceClient(server.Channel).CreateEntryAsync(
        new() { Parent = "organisations/" + organisation, Entry = new Entry { Terms = { new Term { Text = term } }, Definition = definition } });

    async Task<(IHeaderDictionary Headers, string Body)> ReceiveAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (received.IsEmpty)
            await Task.Delay(50, patience.Token);
        return received.First();
    }

    async Task<Delivery> DeliveredAsync(string webhook, Delivery.Types.State state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if ((await Notifications.ListDeliveriesAsync(new() { Parent = webhook, State = state }, cancellationToken: patience.Token)).Deliveries is [var found, ..])
                return found;
            await Task.Delay(50, patience.Token);
        }
    }
}
