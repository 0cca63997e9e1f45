using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Hosting;
using CommonLanguage.Storage;
using Microsoft.AspNetCore.Components;

namespace CommonLanguage.Server.Web.Glossaries;

/// <summary>One organisation's glossary: by letter, by search while typing, in and out as a file.</summary>
public sealed partial class GlossaryPage
{
    const int PageLength = 50;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    Organisation? owner;
    Exception? fault;
    List<(string Id, string Term, string Definition, string Language)> entries = [];
    List<string> letters = [];
    (string Form, long Entry) last;
    (int Organisation, long Sequence) counted;
    int count;
    string? typedSearch;
    int typed;
    bool hasMore;

    [Inject]
    StoreReader Store { get; set; } = null!;

    [Inject]
    LiveTables Tables { get; set; } = null!;

    [Inject]
    SearchHost Index { get; set; } = null!;

    [Inject]
    DeskUser User { get; set; } = null!;

    /// <summary>Id of the organisation.</summary>
    [Parameter]
    public string OrganisationId { get; set; } = "";

    /// <summary>First letter shown; null = from the beginning.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>What is searched for; null = nothing.</summary>
    [SupplyParameterFromQuery]
    public string? Search { get; set; }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync()
    {
        typedSearch = Search;
        return AttemptAsync();
    }

    async Task AttemptAsync()
    {
        fault = null;
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
    protected override Task OnChangedAsync() => owner is null ? Task.CompletedTask : ReadAsync();

    async Task ReadAsync()
    {
        var now = await Tables.LoadedAsync(null, Closed);
        Shown = now.Sequence;
        owner = now.Directory.Get(Glossary.OrganisationId.Parse(OrganisationId, "organisation"), "organisation", User.Actor);
        // Searching while typing asks of the same glossary again and again.
        if (counted != (owner.Key, now.Sequence))
        {
            count = await Store.CountEntriesAsync(owner.Key, Closed);
            // What begins with no letter stands before all that do.
            letters = [.. (await Store.ReadInitialsAsync(owner.Key, Closed)).Where(initial => initial.Length > 0 && char.IsLetter(initial, 0))];
            counted = (owner.Key, now.Sequence);
        }

        if (!string.IsNullOrWhiteSpace(Search))
        {
            var found = (await Index.Index.WaitAsync(Closed)).Search(Search + "*", now, new LookupFilter(new HashSet<int> { owner.Key }), 0, PageLength);
            entries = [.. found.Hits.Select(hit => (hit.Sense.EntryId, hit.Sense.Term, hit.Sense.Definition, hit.Sense.Language.Value))];
            hasMore = false;
            return;
        }

        (entries, last) = ([], (From is { Length: 1 or 2 } ? From : "", 0));
        await MoreAsync();
    }

    async Task MoreAsync()
    {
        var page = await Store.ReadEntriesAsync(owner!.Key, last.Form, last.Entry, PageLength + 1, Closed);
        hasMore = page.Count > PageLength;
        foreach (var revision in page.Take(PageLength))
        {
            entries.Add((revision.EntryId, revision.Content.Term.Text, revision.Content.Definition, revision.Content.Language.Value));
            last = (Sense.FormsOf(revision.Content)[0].Key, revision.EntryKey);
        }
    }

    async Task SearchAsync()
    {
        Search = typedSearch;
        var mine = ++typed;
        await Task.Delay(Pause, Closed);
        if (mine != typed)
            return;
        await AttemptAsync();
    }
}
