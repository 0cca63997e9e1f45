using System.Collections.Immutable;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Reconciliation;
using Microsoft.AspNetCore.Components;

namespace CommonLanguage.Server.Web.Conflicts;

/// <summary>One conflict: both sides, what differs as questions, what was said, and the way to a settlement.</summary>
public sealed partial class ConflictPage
{
    // How often the server has taken what was typed into a form, by the form's name: its draft is then over.
    readonly Dictionary<string, int> saved = [];
    ConflictView? view;
    Proceedings proceedings = Proceedings.Of([]);
    ImmutableArray<LineUpRow> lineUp = [];
    ImmutableArray<Sense> dependents = [];
    int dependentCount;
    Exception? fault;
    string comment = "";
    string news = "";
    int pair;

    [Inject]
    ConflictReader Conflicts { get; set; } = null!;

    [Inject]
    Reconciler Reconciler { get; set; } = null!;

    [Inject]
    LiveTables Tables { get; set; } = null!;

    [Inject]
    IHttpContextAccessor Http { get; set; } = null!;

    [Inject]
    DeskUser User { get; set; } = null!;

    /// <summary>Id of the partnership.</summary>
    [Parameter]
    public string PartnershipId { get; set; } = "";

    /// <summary>Id of the conflict.</summary>
    [Parameter]
    public string ConflictId { get; set; } = "";

    /// <summary>Number of the act after which it is shown; null = as it stands now.</summary>
    [SupplyParameterFromQuery]
    public int? Act { get; set; }

    ConflictName Name => ConflictName.ParseName($"partnerships/{PartnershipId}/conflicts/{ConflictId}", "name");

    string Here => ConflictLinks.Of(Name);

    bool IsPast => Act is not null;

    bool CanTriage => view!.Conflict.State is ConflictState.Detected or ConflictState.Triaged or ConflictState.Reopened or ConflictState.Reconciling;

    bool CanWork => view!.Conflict.State is ConflictState.Triaged or ConflictState.Reopened or ConflictState.Reconciling or ConflictState.Consultation or ConflictState.SignOff;

    List<Organisation> Parties => [.. view!.Sides.Select(side => side.Organisation).Where(owner => owner.Key != view.Partnership.Shared).DistinctBy(owner => owner.Key)];

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
            // Whoever follows a link to what is not there is told so by the status too.
            if (Http.HttpContext is { Response.HasStarted: false } http
                && refusal.Reason is ErrorReason.ActNotFound or ErrorReason.ConflictNotFound or ErrorReason.PartnershipNotFound or ErrorReason.NameInvalid)
                http.Response.StatusCode = StatusCodes.Status404NotFound;
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

    async Task ReadAsync()
    {
        if (Act < 1)
            throw new RefusalException(ErrorReason.ActNotFound, FormattableString.Invariant($"{Name} has no step {Act}; read its record to see which there are."), "act");
        (view, proceedings, Shown) = await Conflicts.ReadAsync(User.Actor, Name, Act ?? 0, Closed);
        lineUp = LineUp.Of([.. view.Sides.Select(side => side.Revision)], proceedings.Corrections);
        (dependents, dependentCount) = await Conflicts.DependentsAsync(User.Actor, view, Closed);
    }

    Verdict? Given(Side a, Side b) => view!.Conflict.State == ConflictState.Reopened
        ? null
        : proceedings.Acts.Select(done => done.Act).OfType<Triage>().LastOrDefault(triage => triage.A == 0 || (triage.A, triage.B) == (a.Party.EntryKey, b.Party.EntryKey))?.Verdict;

    string PairName(int index)
    {
        var (a, b, comparison) = view!.PairAt(index)!.Value;
        return FormattableString.Invariant($"{view.PlaceOf(a)} and {view.PlaceOf(b)}: {Showing.Words.OfSeverity(comparison.Conflict).ToLowerInvariant()}, {comparison.Conflict * 100:0}");
    }

    Task TriageAsync(Verdict verdict, Side a, Side b) => ActAsync(etag => Reconciler.TriageAsync(
        User.Actor, Name, etag, verdict, view!.Sides.Length > 2 ? (a.Entry, b.Entry) : null, "", default, Closed));

    Task CorrectAsync((string Characteristic, EntryName Entry, string Value) cell) => ActAsync(etag => Reconciler.CorrectLineUpAsync(
        User.Actor, Name, etag, cell.Entry, cell.Characteristic, cell.Value, default, Closed), "cell");

    Task AssessAsync((OrganisationId Organisation, AssessmentForm Form) given) => ActAsync(etag => Reconciler.AssessAsync(
        User.Actor, Name, etag, given.Organisation, given.Form, default, Closed), "assessment");

    // The page says which proposal is replaced, so that the step names it.
    int Replaced => view!.Conflict.State is ConflictState.Consultation or ConflictState.SignOff ? proceedings!.ProposalNumber : 0;

    Task ProposeAsync(ProposalForm form) => ActAsync(etag => Reconciler.ProposeAsync(User.Actor, Name, etag, form.ToDraft() with { Replaces = Replaced }, default, Closed), "proposal");

    Task ConsultAsync(DateOnly until) => ActAsync(etag => Reconciler.OpenConsultationAsync(
        User.Actor, Name, etag, proceedings.ProposalNumber, null, until, default, Closed));

    Task TakeAsync((OrganisationId Organisation, Stance Stance, string Statement) position) => ActAsync(etag => Reconciler.TakePositionAsync(
        User.Actor, Name, etag, position.Organisation, proceedings.ProposalNumber, position.Stance, position.Statement, default, Closed), "position");

    Task SettleAsync() => ActAsync(etag => Reconciler.ResolveAsync(User.Actor, Name, etag, proceedings.ProposalNumber, "", null, null, default, Closed));

    Task PublishAsync(OrganisationId organisation) => ActAsync(etag => Reconciler.PublishAsync(User.Actor, Name, etag, organisation, default, Closed));

    Task ReopenAsync(string reason) => ActAsync(etag => Reconciler.ReopenAsync(User.Actor, Name, etag, reason, default, Closed), "reopening");

    Task CommentAsync() => ActAsync(
        async _ =>
        {
            var written = await Reconciler.CommentAsync(User.Actor, Name, comment, 0, default, Closed);
            comment = "";
            return written;
        },
        "comment");

    async Task ActAsync(Func<string, Task<ReconciliationWritten>> act, string draft = "")
    {
        (fault, news) = (null, "");
        try
        {
            _ = await act(view!.Conflict.Etag);
            saved[draft] = saved.GetValueOrDefault(draft) + 1;
        }
        catch (RefusalException refusal)
        {
            fault = refusal;
        }

        await ReadAsync();
        if (fault is null)
            news = $"Done. {Steps.Next(view!, proceedings)}";
    }
}
