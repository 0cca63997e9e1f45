using System.Globalization;
using CommonLanguage.Glossary;
using CommonLanguage.Notification;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>NotificationService: webhooks and what was sent to them.</summary>
sealed class NotificationApi(Webhooks webhooks, PageTokens tokens) : NotificationService.NotificationServiceBase
{
    public override async Task<CreateWebhookResponse> CreateWebhook(CreateWebhookRequest request, ServerCallContext context)
    {
        var (webhook, partnership) = await webhooks.CreateAsync(
            Callers.ActorOf(context), PartnershipId.ParseName(request.Parent, "parent"), request.Url, context.CancellationToken);
        return new() { Webhook = webhook.ToMessage(partnership), Secret = webhook.Secret };
    }

    public override async Task<ListWebhooksResponse> ListWebhooks(ListWebhooksRequest request, ServerCallContext context)
    {
        var (found, partnership) = await webhooks.ListAsync(Callers.ReaderOf(context), PartnershipId.ParseName(request.Parent, "parent"), context.CancellationToken);
        var answer = new ListWebhooksResponse();
        answer.Webhooks.AddRange(found.Select(webhook => webhook.ToMessage(partnership)));
        return answer;
    }

    public override async Task<V1.Webhook> EndWebhook(EndWebhookRequest request, ServerCallContext context)
    {
        var (partnership, id) = NotificationMessages.ParseWebhook(request.Name, "name");
        var (webhook, within) = await webhooks.EndAsync(Callers.ActorOf(context), partnership, id, context.CancellationToken);
        return webhook.ToMessage(within);
    }

    public override async Task<ListDeliveriesResponse> ListDeliveries(ListDeliveriesRequest request, ServerCallContext context)
    {
        var size = PageTokens.Size(request.PageSize, 50);
        var (partnership, id) = NotificationMessages.ParseWebhook(request.Parent, "parent");
        var question = $"deliveries\n{request.Parent}\n{request.State}";
        var before = tokens.Read(request.PageToken, question, 1) is [var place] ? long.Parse(place, CultureInfo.InvariantCulture) : long.MaxValue;
        var state = request.State == V1.Delivery.Types.State.Unspecified ? (DeliveryState?)null : Enums.Known<DeliveryState>((int)request.State, "state");
        var page = await webhooks.DeliveriesAsync(Callers.ReaderOf(context), partnership, id, state, before, size + 1, context.CancellationToken);
        var answer = new ListDeliveriesResponse();
        answer.Deliveries.AddRange(page.Take(size).Select(delivery => delivery.ToMessage(partnership)));
        if (page.Count > size)
            answer.NextPageToken = tokens.Write(question, page[size - 1].Key.ToString(CultureInfo.InvariantCulture));
        return answer;
    }

    public override async Task<V1.Delivery> RetryDelivery(RetryDeliveryRequest request, ServerCallContext context)
    {
        var (partnership, id, key) = NotificationMessages.ParseDelivery(request.Name, "name");
        return (await webhooks.RetryAsync(Callers.ActorOf(context), partnership, id, key, context.CancellationToken)).ToMessage(partnership);
    }
}
