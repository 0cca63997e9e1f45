using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Reconciliation;
using CommonLanguage.Server.Web.Conflicts;
using CommonLanguage.Server.Web.Showing;
using Microsoft.AspNetCore.Components;

namespace CommonLanguage.Server.Web.Queue;

/// <summary>The start page: conflicts, sharpest first, decided by key.</summary>
public sealed partial class QueuePage
{
    const int WindowLength = 40;
    const int Margin = 10;

    // What was decided in this sitting, as long as nobody has changed it.
    readonly Dictionary<long, (string Word, string Etag)> verdicts = [];
    ImmutableArray<long> order = [];
    Dictionary<long, ConflictView> rows = [];
    TriageDesk desk = null!;
    Exception? fault;
    string said = "";
    string meanwhile = "";
    string seen = "";
    bool hasGlossaries;
    bool isBusy;
    bool isRead;
    int first;
    int selected;
    int answered;

    [Inject]
    QueueReader Queue { get; set; } = null!;

    [Inject]
    LiveTables Tables { get; set; } = null!;

    [Inject]
    Reconciler Reconciler { get; set; } = null!;

    [Inject]
    DeskUser User { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    /// <summary>Id of a partnership.</summary>
    [SupplyParameterFromQuery]
    public string? Partnership { get; set; }

    /// <summary>Id of an organisation.</summary>
    [SupplyParameterFromQuery]
    public string? Organisation { get; set; }

    /// <summary>Id of another organisation.</summary>
    [SupplyParameterFromQuery]
    public string? Other { get; set; }

    /// <summary>Kind of conflict.</summary>
    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    /// <summary>Group of states.</summary>
    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    /// <summary>Part of the word.</summary>
    [SupplyParameterFromQuery]
    public string? Word { get; set; }

    /// <summary>Whose conflicts.</summary>
    [SupplyParameterFromQuery]
    public string? Whose { get; set; }

    QueueQuestion Question => new(Partnership ?? "", Organisation ?? "", Other ?? "", Kind ?? "", Status ?? "", Word ?? "", Whose ?? "");

    string Heading => QueueQuestion.Groups.FirstOrDefault(group => group.Id == Question.Status).Name is { } name and not "Open"
        ? $"{Words.Count(order.Length, "conflict", "conflicts")}: {name}"
        : Words.Count(order.Length, "word in conflict", "words in conflict");

    List<(string, string)> Partnerships => [.. Tables.Current.Directory.Partnerships.Where(p => !p.Archived && User.Actor.Rights.Sees(p)).Select(p => (p.Id.Value, p.DisplayName))];

    List<(string, string)> Organisations => [.. Tables.Current.Directory.Organisations.Where(o => !o.Archived && User.Actor.Rights.Sees(o)).Select(o => (o.Id.Value, o.DisplayName))];

    static List<(string, string)> Kinds => [.. Enum.GetValues<ConflictKind>().Select(kind => (kind.ToString(), Words.Of(kind)))];

    static List<(string, string)> Statuses => [.. QueueQuestion.Groups.Skip(1).Select(group => (group.Id, group.Name))];

    /// <inheritdoc/>
    protected override void OnInitialized() => desk = new(Reconciler);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        (order, Shown) = await Queue.ReadOrderAsync(User.Actor, Question, Closed);
        (hasGlossaries, isRead) = (Organisations.Count > 0, true);
        (first, selected) = (0, 0);
        rows = [];
        await FillAsync();
        See();
    }

    /// <inheritdoc/>
    protected override async Task OnChangedAsync()
    {
        // The order stays as it was under the reader's eyes, unless there was nothing to see; the rows say what they are now.
        if (order.IsEmpty)
            await OnParametersSetAsync();
        else
            rows = await Queue.ReadRowsAsync([.. Window()], Closed);
    }

    string? VerdictOn(ConflictView view) => verdicts.GetValueOrDefault(view.Conflict.Key) is var (word, etag) && etag == view.Conflict.Etag ? word : null;

    static string Text(ChangeEventArgs e) => (e.Value as string ?? "").Trim();

    void Ask(QueueQuestion question) => Navigation.NavigateTo(question.Address.Length == 0 ? "" : question.Address);

    IEnumerable<long> Window() => order.Skip(first).Take(WindowLength);

    async Task FillAsync()
    {
        var missing = Window().Where(key => !rows.ContainsKey(key)).ToArray();
        if (missing.Length == 0)
            return;
        var more = await Queue.ReadRowsAsync(missing, Closed);
        rows = Window().Select(key => more.GetValueOrDefault(key) ?? rows.GetValueOrDefault(key)).OfType<ConflictView>().ToDictionary(view => view.Conflict.Key);
    }

    // What the reader decides on is what was there when they came to it.
    void See() => (seen, meanwhile) = (order.IsEmpty ? "" : rows.GetValueOrDefault(order[selected])?.Conflict.Etag ?? "", "");

    Task MoveWindowAsync(int firstInSight)
    {
        if (firstInSight >= first + (first == 0 ? 0 : Margin / 2) && firstInSight < first + WindowLength - (2 * Margin))
            return Task.CompletedTask;
        first = Math.Clamp(firstInSight - Margin, 0, Math.Max(0, order.Length - WindowLength));
        return FillAsync();
    }

    async Task SelectAsync(int index)
    {
        selected = Math.Clamp(index, 0, order.Length - 1);
        fault = null;
        if (selected < first || selected >= first + WindowLength - Margin)
        {
            first = Math.Clamp(selected - (WindowLength / 2), 0, Math.Max(0, order.Length - WindowLength));
            await FillAsync();
        }

        See();
    }

    static string RowOf(long key) => FormattableString.Invariant($"row-{key}");

    async Task OnKeyAsync(ListKeyEventArgs e)
    {
        try
        {
            await AnswerAsync(e);
        }
        finally
        {
            answered++;
        }
    }

    async Task AnswerAsync(ListKeyEventArgs e)
    {
        var shown = e.Row == RowOf(order[selected]) ? order[selected] : 0;
        if (e is { Ctrl: true, Key: "z" })
        {
            await TakeBackAsync(shown);
            return;
        }

        if (e.Ctrl || e.Other)
            return;
        switch (e.Key)
        {
            case "j" or "ArrowDown":
                await SelectAsync(selected + 1);
                break;
            case "k" or "ArrowUp":
                await SelectAsync(selected - 1);
                break;
            case "PageDown":
                await SelectAsync(selected + Margin);
                break;
            case "PageUp":
                await SelectAsync(selected - Margin);
                break;
            case "Home":
                await SelectAsync(0);
                break;
            case "End":
                await SelectAsync(order.Length - 1);
                break;
            case "Enter" when rows.GetValueOrDefault(order[selected]) is { } view:
                Navigation.NavigateTo(ConflictLinks.Of(view.Name));
                break;
            case [>= '1' and <= '6'] digit:
                await GiveAsync(shown, (Verdict)(digit[0] - '0'));
                break;
            case "u":
                await TakeBackAsync(shown);
                break;
            default:
                break;
        }
    }

    // What was decided belongs to what was on the screen: a key or a click that waited on the line is not counted for the next conflict.
    bool IsLate(long shown)
    {
        if (!isBusy && shown == order[selected])
            return false;
        meanwhile = "That was not counted: the conflict was still being saved, or another one was on the screen. Decide again on the one that you see.";
        return true;
    }

    async Task GiveAsync(long shown, Verdict verdict)
    {
        if (IsLate(shown) || rows.GetValueOrDefault(order[selected]) is not { Sharpest: var (a, b, _) } view)
            return;
        if (view.Conflict.Etag != seen)
        {
            See();
            meanwhile = $"Somebody else has worked on “{view.Conflict.Term}” since you came to it ({Words.Of(view.Conflict.State).ToLowerInvariant()}). Decide again to decide all the same.";
            return;
        }

        await ActAsync(async () =>
        {
            var after = await desk.GiveAsync(User.Actor, view, verdict, Closed);
            var word = Words.Of(verdict, a.Organisation.Id.Value, b.Organisation.Id.Value);
            verdicts[after.Key] = (word, after.Etag);
            rows[after.Key] = view with { Conflict = after };
            said = $"{after.Term}: {word}.";
            await SelectAsync(selected + 1);
        });
    }

    async Task TakeBackAsync(long shown)
    {
        if (IsLate(shown) || desk.Last is not { } last)
            return;
        await ActAsync(async () =>
        {
            var now = (await Queue.ReadRowsAsync([last.Key], Closed))[last.Key];
            var after = await desk.TakeBackAsync(User.Actor, now.Conflict, Closed);
            _ = verdicts.Remove(last.Key);
            if (order.IndexOf(last.Key) is >= 0 and var index)
            {
                await SelectAsync(index);
                rows[after.Key] = now with { Conflict = after };
                See();
            }

            said = $"{after.Term}: taken back.";
        });
    }

    async Task ActAsync(Func<Task> act)
    {
        isBusy = true;
        fault = null;
        try
        {
            await act();
        }
        catch (RefusalException refusal)
        {
            fault = refusal;
            // What was refused may have been decided on what is no longer so.
            rows = await Queue.ReadRowsAsync([.. Window()], Closed);
            See();
        }
        finally
        {
            isBusy = false;
        }
    }
}
