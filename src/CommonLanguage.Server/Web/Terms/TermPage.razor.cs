using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Hosting;
using CommonLanguage.Server.Web.Queue;
using CommonLanguage.Storage;
using CommonLanguage.V1;
using Microsoft.AspNetCore.Components;

namespace CommonLanguage.Server.Web.Terms;

/// <summary>What a word means to everyone, as every look-up gives it; now or on a day.</summary>
public sealed partial class TermPage
{
    const int MostNear = 8;
    const int MostRevisions = 30;

    IReadOnlyList<Meaning> meanings = [];
    List<string> near = [];
    List<(string Term, int Entries)> suggestions = [];
    List<(Glossary.Revision Revision, Glossary.Change Written)> history = [];
    Exception? fault;
    string typed = "";
    DateOnly? day;

    [Inject]
    TermLookup Lookup { get; set; } = null!;

    [Inject]
    LiveTables Tables { get; set; } = null!;

    [Inject]
    SearchHost Search { get; set; } = null!;

    [Inject]
    StoreReader Store { get; set; } = null!;

    [Inject]
    DeskUser User { get; set; } = null!;

    [Inject]
    NavigationManager Navigation { get; set; } = null!;

    [Inject]
    IConfiguration Configuration { get; set; } = null!;

    /// <summary>The word, in the path.</summary>
    [Parameter]
    public string? Term { get; set; }

    /// <summary>The word, as a form without a script sends it.</summary>
    [SupplyParameterFromQuery(Name = "word")]
    public string? Asked { get; set; }

    /// <summary>A day "YYYY-MM-DD"; null = now.</summary>
    [SupplyParameterFromQuery]
    public string? On { get; set; }

    // As the server listens; what stands in front of it is not known here.
    string Grpc => BindingAddress.Parse(Configuration["Kestrel:Endpoints:Grpc:Url"] ?? "") is { Scheme: var scheme, Port: var port }
        ? $"grpcurl {(scheme == Uri.UriSchemeHttp ? "-plaintext " : "")}-d '{System.Text.Json.JsonSerializer.Serialize(new { term = Word })}' {new Uri(Navigation.BaseUri).Host}:{port} commonlanguage.v1.LookupService/LookUpTerm"
        : "";

    string Word => (Term ?? Asked ?? "").Trim();

    static string Address(string term) => "terms/" + Uri.EscapeDataString(term);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        On = On is { Length: > 0 } ? On : null;
        typed = Word;
        (meanings, near, history, fault) = ([], [], [], null);
        if (Word.Length == 0)
        {
            await SuggestConflictsAsync();
            return;
        }

        try
        {
            day = On is null ? null : Days.Parse(On, "on");
            await ReadAsync();
        }
        catch (RefusalException refusal)
        {
            fault = refusal;
        }
    }

    /// <inheritdoc/>
    protected override Task OnChangedAsync() => Word.Length > 0 && fault is null ? ReadAsync() : Task.CompletedTask;

    async Task ReadAsync()
    {
        var now = await Tables.LoadedAsync(null, Closed);
        Shown = now.Sequence;
        meanings = LookUpTermResponse.Parser.ParseFrom((await Lookup.LookUpAsync(User.Actor, Word, [], "", "", "", On ?? "", "", Closed)).ToBytes()).Meanings;
        var key = NormalForm.Of(Word);
        var seen = LookupFilter.Of(User.Actor, now.Directory, [], "", "");
        near =
        [
            .. TermLookup.Suggest(now, Word, seen, MostNear).Select(found => found.Term)
                .Concat(Search.Index.IsCompletedSuccessfully ? Search.Index.Result.SpeltLike(Word, MostNear).Select(form => TermLookup.Entries(now, form, seen).Term) : [])
                .Where(term => term.Length > 0 && NormalForm.Of(term) != key).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNear),
        ];
        var revisions = (await Store.ReadHistoryAsync(key, Closed)).Where(revision => User.Actor.Rights.Sees(now.Directory[revision.Organisation]))
            .OrderByDescending(revision => revision.Sequence).Take(MostRevisions).ToList();
        var written = await Store.ReadChangesOfAsync(revisions, Closed);
        history = [.. revisions.Select(revision => (revision, written[revision.Sequence]))];
    }

    async Task SuggestConflictsAsync()
    {
        var now = await Tables.LoadedAsync(null, Closed);
        Shown = now.Sequence;
        var question = new QueueQuestion("", "", "", "", "", "", "");
        near = [.. (await Store.ReadQueueAsync(question.ToFilter(User.Actor, now.Directory), 2, 0, MostNear, Closed)).Page.Select(conflict => conflict.Term)];
    }

    void Suggest()
    {
        suggestions = string.IsNullOrWhiteSpace(typed) || typed.Length > Limits.Term ? [] : [.. TermLookup.Suggest(Tables.Current, typed, LookupFilter.Of(User.Actor, Tables.Current.Directory, [], "", ""), MostNear)];
    }

    void LookUp() => Navigation.NavigateTo(Address(typed.Trim()) + (day is { } on ? $"?on={on:yyyy-MM-dd}" : ""));
}
