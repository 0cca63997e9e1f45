using System.Globalization;
using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>Webhooks, and what was sent to them.</summary>
static class WebhookList
{
    /// <summary>A line a webhook.</summary>
    public static void Show(Terminal terminal, IEnumerable<Webhook> webhooks)
    {
        foreach (var webhook in webhooks)
            terminal.Show(new Paragraph(Names.Id(webhook.Name), Styles.Heading).Append(VisibleText.OneLine($"  {webhook.Url}{(webhook.Ended ? "  ended" : "")}")).Append(VisibleText.OneLine($"  by {webhook.Creator}"), Styles.Quiet));
    }

    /// <summary>A webhook that was just made, with its secret on a line of its own.</summary>
    public static void ShowMade(Terminal terminal, CreateWebhookResponse made)
    {
        Show(terminal, [made.Webhook]);
        terminal.Show(new Text("Keep the secret now: it is not shown again.", Styles.Quiet));
        terminal.Out.WriteLine(VisibleText.OneLine(made.Secret));
    }

    /// <summary>A line a message.</summary>
    public static void ShowDeliveries(Terminal terminal, IEnumerable<Delivery> deliveries)
    {
        foreach (var delivery in deliveries)
        {
            var line = new Paragraph(Names.Id(delivery.Name), Styles.Heading).Append(string.Create(
                CultureInfo.InvariantCulture, $"  {delivery.State.ToString().ToLowerInvariant()}  {Count.Of(delivery.Attempts, "attempt")}  {delivery.NextTime?.ToDateTime():yyyy-MM-dd HH:mm:ss}Z"));
            if (delivery.LastFault.Length > 0)
                _ = line.Append(VisibleText.OneLine($"  {delivery.LastFault}"), Styles.Quiet);
            terminal.Show(line);
        }
    }
}
