using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Notification;

/// <summary>Registers what tells others of changes.</summary>
public static class NotificationRegistration
{
    /// <summary>Adds webhooks, their outbox and what sends it.</summary>
    public static IServiceCollection AddNotification(this IServiceCollection services, NotificationOptions options) => services
        .AddSingleton(options)
        .AddSingleton<AddressRules>()
        .AddSingleton<WebhookSender>()
        .AddSingleton<Outbox>()
        .AddSingleton<Webhooks>()
        .AddSingleton<Notifier>();
}
