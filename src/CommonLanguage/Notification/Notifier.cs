using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Notification;

/// <summary>Sends what the outbox holds, and writes down what becomes of it, until it is stopped.</summary>
public sealed class Notifier(Outbox outbox, WebhookSender sender, LiveTables tables, TimeProvider time)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Runs until stopped. A store that takes no writes is asked again later.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        await tables.Loaded.WaitAsync(stopping);
        while (true)
        {
            try
            {
                while (await PassAsync(stopping))
                    stopping.ThrowIfCancellationRequested();
            }
            catch (RefusalException)
            {
                // The store says elsewhere what is wrong with it; the messages stay in it.
            }

            await Task.Delay(Pause, time, stopping);
        }
    }

    /// <summary>Writes down what is new and sends what is due.</summary>
    /// <returns>Whether anything was sent.</returns>
    public async Task<bool> PassAsync(CancellationToken stopping)
    {
        await outbox.FillAsync(stopping);
        var taken = await outbox.TakeAsync(stopping);
        if (taken.Count == 0)
            return false;
        var sent = await Task.WhenAll(taken.Select(async message => (message.Delivery, await sender.SendAsync(message.Webhook, message.Delivery, stopping))));
        await outbox.NoteAsync(sent, stopping);
        return true;
    }
}
