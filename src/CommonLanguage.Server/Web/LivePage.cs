using CommonLanguage.Lookup;
using Microsoft.AspNetCore.Components;

namespace CommonLanguage.Server.Web;

/// <summary>
/// A page that follows the change log while somebody looks at it: two people on one conflict see each other's changes at once.
/// </summary>
public abstract class LivePage : ComponentBase, IAsyncDisposable
{
    // Many changes at once, such as an import's, are shown together.
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(150);

    readonly CancellationTokenSource closed = new();
    Task following = Task.CompletedTask;

    [Inject]
    LiveTables Tables { get; set; } = null!;

    /// <summary>Ends when the page is closed.</summary>
    protected CancellationToken Closed => closed.Token;

    /// <summary>The last change that the page shows.</summary>
    private protected long Shown { get; set; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await closed.CancelAsync();
        await following;
        closed.Dispose();
    }

    /// <summary>Something has changed somewhere: the page looks whether it shows it.</summary>
    protected abstract Task OnChangedAsync();

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            following = FollowAsync();
    }

    async Task FollowAsync()
    {
        try
        {
            while (true)
            {
                var now = await Tables.AtLeastAsync(Shown + 1, closed.Token);
                await Task.Delay(BetweenLooks, closed.Token);
                Shown = Math.Max(now.Sequence, Tables.Current.Sequence);
                await InvokeAsync(async () =>
                {
                    await OnChangedAsync();
                    StateHasChanged();
                });
            }
        }
        catch (Exception fault) when (closed.IsCancellationRequested && fault is OperationCanceledException or Glossary.RefusalException or ObjectDisposedException)
        {
            // The page is closed.
        }
        catch (Exception fault)
        {
            await DispatchExceptionAsync(fault);
        }
    }
}
