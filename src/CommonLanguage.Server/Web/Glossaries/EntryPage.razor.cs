using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Web.Conflicts;
using CommonLanguage.Storage;
using Microsoft.AspNetCore.Components;

namespace CommonLanguage.Server.Web.Glossaries;

/// <summary>One entry, edited with the conflicts that it would have shown beside it.</summary>
public sealed partial class EntryPage
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    Organisation? owner;
    Revision? current;
    // What was there when the typing began, and what somebody else has put in its place since.
    Revision? before;
    Revision? clash;
    EntryForm form = new();
    ImmutableArray<ConflictView> preview = [];
    Exception? fault;
    string news = "";
    bool isChanged;
    int saved;
    int typed;

    [Inject]
    Editor Editor { get; set; } = null!;

    [Inject]
    StoreReader Store { get; set; } = null!;

    [Inject]
    LiveTables Tables { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    [Inject]
    TimeProvider Time { get; set; } = null!;

    [Inject]
    DeskUser User { get; set; } = null!;

    /// <summary>Id of the owner.</summary>
    [Parameter]
    public string OrganisationId { get; set; } = "";

    /// <summary>Id of the entry; null = a new one.</summary>
    [Parameter]
    public string? EntryId { get; set; }

    bool IsEmpty => form.Term.Trim().Length == 0 || form.Definition.Trim().Length == 0;

    EntryName Name => new(owner!.Id, EntryId!);

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => AttemptAsync(async () =>
    {
        await Tables.Loaded.WaitAsync(Closed);
        Shown = Tables.Current.Sequence;
        owner = Tables.Current.Directory.Get(Glossary.OrganisationId.Parse(OrganisationId, "organisation"), "organisation", User.Actor);
        if (EntryId is null)
            return;
        current = await Store.FindCurrentAsync(owner.Key, EntryId, Closed) ?? throw Refusals.EntryNotFound(Name);
        (form, isChanged) = (new(current.Content), false);
        await PreviewAsync();
    });

    /// <inheritdoc/>
    protected override async Task OnChangedAsync()
    {
        if (owner is null || EntryId is null || await Store.FindCurrentAsync(owner.Key, EntryId, Closed) is not { } now || now.Key == current?.Key)
            return;
        // What is being typed stays: the clash is said now, and decided by whoever types.
        (before, clash, current) = isChanged ? (before ?? current, now, now) : (null, null, now);
        if (!isChanged)
            (form, news) = (new(now.Content), "Somebody has published another revision: this is it.");
        await PreviewAsync();
    }

    Task GiveWayAsync() => AttemptAsync(async () =>
    {
        (form, isChanged, saved, before, clash, news) = (new(current!.Content), false, saved + 1, null, null, "");
        await PreviewAsync();
    });

    async Task ChangeAsync()
    {
        isChanged = true;
        var mine = ++typed;
        await Task.Delay(Pause, Closed);
        if (mine == typed)
            await AttemptAsync(PreviewAsync);
    }

    async Task PreviewAsync()
    {
        if (IsEmpty)
        {
            preview = [];
            return;
        }

        var found = await Editor.PreviewAsync(User.Actor, owner!.Id, EntryId, form.ToContent(), Closed);
        var directory = Tables.Current.Directory;
        preview =
        [
            .. found.Select(one => new ConflictView(
                    one.Conflict, directory.Partnership(one.Conflict.Partnership), [.. one.Senses.Select((sense, i) => SideOf(one.Conflict.Parties[i], sense, directory))], Time.GetUtcNow()))
                // Where only others part, it is theirs.
                .Where(view => view.SharpestOf(owner.Key) is { Comparison.Conflict: >= MeaningComparer.ConflictThreshold }),
        ];
    }

    static Side SideOf(ConflictParty party, Sense sense, PartnerDirectory directory)
    {
        var content = new EntryContent([new(sense.Term)], sense.Definition, sense.Language);
        return new(party, directory[party.Organisation], new(sense.RevisionKey, sense.EntryKey, sense.Organisation, sense.EntryId, Math.Max(1, sense.Number), RevisionState.Published, content, sense.Hash, 0));
    }

    Task SaveAsync() => AttemptAsync(async () =>
    {
        var written = EntryId is null
            ? await Editor.CreateEntryAsync(User.Actor, owner!.Id, null, form.ToContent(), default, Closed)
            : await Editor.UpdateEntryAsync(User.Actor, Name, current!.Etag, _ => form.ToContent(), default, Closed);
        (current, isChanged, saved, before, clash) = (written.Revision, false, saved + 1, null, null);
        news = FormattableString.Invariant($"Published as revision {written.Revision.Number}.");
        if (EntryId is null)
            Navigation.NavigateTo($"{owner!.Id.ResourceName}/entries/{written.Revision.EntryId}");
        else
            await PreviewAsync();
    });

    Task RetireAsync() => AttemptAsync(async () =>
    {
        current = (await Editor.ArchiveEntryAsync(User.Actor, Name, current!.Etag, "", default, Closed)).Revision;
        news = "Retired.";
    });

    async Task AttemptAsync(Func<Task> act)
    {
        fault = null;
        try
        {
            await act();
        }
        catch (RefusalException refusal)
        {
            fault = refusal;
        }
    }
}
