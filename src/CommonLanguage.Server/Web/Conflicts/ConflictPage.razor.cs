using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using Microsoft.AspNetCore.Components;

namespace CommonLanguage.Server.Web.Conflicts;

/// <summary>One conflict: both sides, what differs as questions, what was said, and the way to a settlement.</summary>
public sealed partial class ConflictPage
{
    ConflictView? view;
    Proceedings proceedings = Proceedings.Of([]);
    Exception? fault;
    string comment = "";
    string news = "";
    int commentsSent;
    int pair;

    [Inject]
    ConflictReader Conflicts { get; set; } = null!;

    [Inject]
    Reconciler Reconciler { get; set; } = null!;

    [Inject]
    DeskUser User { get; set; } = null!;

    /// <summary>Id of the partnership.</summary>
    [Parameter]
    public string PartnershipId { get; set; } = "";

    /// <summary>Id of the conflict.</summary>
    [Parameter]
    public string ConflictId { get; set; } = "";

    ConflictName Name => ConflictName.ParseName($"partnerships/{PartnershipId}/conflicts/{ConflictId}", "name");

    string Here => ConflictLinks.Of(Name);

    bool CanTriage => view!.Conflict.State is ConflictState.Detected or ConflictState.Triaged or ConflictState.Reopened or ConflictState.Reconciling;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        (view, pair, fault, news) = (null, 0, null, "");
        try
        {
            await ReadAsync();
        }
        catch (RefusalException refusal)
        {
            fault = refusal;
        }
    }

    /// <inheritdoc/>
    protected override async Task OnChangedAsync()
    {
        if (view is null)
            return;
        var (before, acts) = (view.Conflict.Sequence, proceedings.Acts.Length);
        await ReadAsync();
        if (proceedings.Acts.Length > acts)
            news = $"{proceedings.Acts[^1].Actor.Name} {ActText.Of(proceedings.Acts[^1].Act, view).Did}.";
        else if (view.Conflict.Sequence != before)
            news = "A definition has changed: what you see is the newest.";
    }

    async Task ReadAsync() => (view, proceedings, Shown) = await Conflicts.ReadAsync(User.Actor, Name, Closed);

    string PairName(int index)
    {
        var (a, b, comparison) = view!.PairAt(index)!.Value;
        return FormattableString.Invariant($"{Place(a)} and {Place(b)}: {Showing.Words.OfSeverity(comparison.Conflict).ToLowerInvariant()}, {comparison.Conflict * 100:0}");
    }

    // An organisation with several definitions of the word is told apart by their order.
    string Place(Side side)
    {
        var own = view!.Sides.Where(other => other.Organisation.Key == side.Organisation.Key).ToList();
        return own.Count == 1 ? side.Organisation.Id.Value : FormattableString.Invariant($"{side.Organisation.Id} ({own.IndexOf(side) + 1})");
    }

    Task TriageAsync(Verdict verdict, Side a, Side b) => ActAsync(() => Reconciler.TriageAsync(
        User.Actor, Name, view!.Conflict.Etag, verdict, view.Sides.Length > 2 ? (a.Entry, b.Entry) : null, "", default, Closed));

    Task CommentAsync() => ActAsync(async () =>
    {
        var written = await Reconciler.CommentAsync(User.Actor, Name, comment, 0, default, Closed);
        (comment, commentsSent) = ("", commentsSent + 1);
        return written;
    });

    async Task ActAsync(Func<Task<ReconciliationWritten>> act)
    {
        (fault, news) = (null, "");
        try
        {
            var written = await act();
            (proceedings, Shown) = (written.Proceedings, Math.Max(Shown, written.Sequence));
            view = (await Conflicts.ReadAsync([written.Conflict], Closed))[0];
        }
        catch (RefusalException refusal)
        {
            fault = refusal;
            await ReadAsync();
        }
    }
}
