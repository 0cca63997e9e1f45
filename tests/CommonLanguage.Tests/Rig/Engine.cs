using System.Text;
using CommonLanguage.Administration;
using CommonLanguage.Conflicts;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Lookup;
using CommonLanguage.Lookup.Search;
using CommonLanguage.Reconciliation;
using CommonLanguage.Storage;

namespace CommonLanguage.Tests.Rig;

/// <summary>The whole engine on one store, put together as the server does, with short words for what tests do often.</summary>
sealed class Engine : IAsyncDisposable
{
    public static readonly Actor Actor = Actor.Local("test");

    TempFolder? folder;
    SearchIndex? index;

    public required TestClock Clock { get; init; }

    public required GlossaryStore Store { get; init; }

    public required StoreReader Reader { get; init; }

    public required LiveTables Tables { get; init; }

    public required ConflictDetector Detector { get; init; }

    public required WaitingWords Waiting { get; init; }

    public required WriteQueue Queue { get; init; }

    public required Editor Editor { get; init; }

    public required PartnerEditor Partners { get; init; }

    public required SetupToken Setup { get; init; }

    public required Access Access { get; init; }

    public required AccessEditor AccessEditor { get; init; }

    public required Reconciler Reconciler { get; init; }

    public required UseKeeper Uses { get; init; }

    public required TermLookup Lookup { get; init; }

    public required GlossaryImporter Importer { get; init; }

    public required GlossaryExporter Exporter { get; init; }

    /// <summary>An engine on an empty SQLite store of its own.</summary>
    public static async Task<Engine> StartAsync(VectorSource? vectors = null)
    {
        var folder = new TempFolder();
        var engine = await StartAsync(new StorageOptions { DataDirectory = folder.Path }, vectors: vectors);
        engine.folder = folder;
        return engine;
    }

    public static async Task<Engine> StartAsync(StorageOptions options, TestClock? clock = null, VectorSource? vectors = null)
    {
        clock ??= new();
        vectors ??= VectorSource.BuiltIn;
        var store = await GlossaryStore.OpenAsync(options, clock, CancellationToken.None);
        var reader = new StoreReader(store);
        var tables = new LiveTables(store, reader);
        await tables.LoadAsync(CancellationToken.None);
        var waiting = new WaitingWords();
        var detector = new ConflictDetector(vectors, waiting);
        var queue = new WriteQueue(store, tables, detector, new Follower(tables));
        var uses = new UseCounts();
        var editor = new Editor(queue);
        var partners = new PartnerEditor(queue);
        var setup = new SetupToken(onlyKeys: true, clock);
        return new()
        {
            Setup = setup,
            Access = new(tables, setup, clock),
            AccessEditor = new(queue, setup, clock),
            Waiting = waiting,
            Clock = clock,
            Store = store,
            Reader = reader,
            Tables = tables,
            Detector = detector,
            Queue = queue,
            Editor = editor,
            Partners = partners,
            Reconciler = new(queue, clock),
            Lookup = new(tables, new StoredLookup(reader), uses, clock),
            Uses = new(uses, queue, clock),
            Importer = new(editor, partners, tables, reader),
            Exporter = new(tables, reader),
        };
    }

    /// <summary>The search index; opened at its first use, and again after <see cref="CloseIndex"/>.</summary>
    public SearchIndex Index => index ??= new(Store, Reader, Tables.Current.Sequence, Clock);

    public void CloseIndex()
    {
        index?.Dispose();
        index = null;
    }

    public async ValueTask DisposeAsync()
    {
        CloseIndex();
        await Queue.DisposeAsync();
        await Store.DisposeAsync();
        folder?.Dispose();
    }

    public static OrganisationId Organisation(string id) => OrganisationId.Parse(id, "organisation");

    public static PartnershipId Partnership(string id) => PartnershipId.Parse(id, "partnership");

    public static EntryName Name(string organisation, string entry) => new(Organisation(organisation), entry);

    public static EntryContent Content(string term, string definition, string language = "en") =>
        new([new Term(term)], definition, LanguageTag.Parse(language, "language"));

    /// <summary>Organisations, all members of one partnership "p".</summary>
    public async Task AddPartnersAsync(params string[] organisations)
    {
        foreach (var id in organisations)
            await AddOrganisationAsync(id);
        await AddPartnershipAsync("p", organisations);
    }

    public async Task<Organisation> AddOrganisationAsync(string id) =>
        (await Partners.CreateOrganisationAsync(Actor, Organisation(id), "", "", default, CancellationToken.None)).Organisation;

    public async Task<Partnership> AddPartnershipAsync(string id, params string[] members) =>
        (await Partners.CreatePartnershipAsync(Actor, Partnership(id), "", "", [.. members.Select(Organisation)], null, default, CancellationToken.None)).Partnership;

    public async Task<Partnership> SetMembersAsync(string id, params string[] members) => (await Partners.UpdatePartnershipAsync(
        Actor, Partnership(id), Tables.Current.Directory.Get(Partnership(id), "p").Etag, null, null, [.. members.Select(Organisation)], null, default, CancellationToken.None)).Partnership;

    public Task<EntryWritten> AddAsync(string organisation, EntryContent content, string? entryId = null, WriteOptions options = default) =>
        Editor.CreateEntryAsync(Actor, Organisation(organisation), entryId, content, options, CancellationToken.None);

    public Task<EntryWritten> AddAsync(string organisation, string term, string definition) => AddAsync(organisation, Content(term, definition));

    public async Task<EntryWritten> ChangeAsync(string organisation, string entry, EntryContent content, WriteOptions options = default) => await Editor.UpdateEntryAsync(
        Actor, Name(organisation, entry), (await CurrentAsync(organisation, entry))?.Etag ?? "", _ => content, options, CancellationToken.None);

    public async Task<EntryWritten> ArchiveAsync(string organisation, string entry, string replacedBy = "") => await Editor.ArchiveEntryAsync(
        Actor, Name(organisation, entry), (await CurrentAsync(organisation, entry))?.Etag ?? "", replacedBy, default, CancellationToken.None);

    public Task<Revision?> CurrentAsync(string organisation, string entry) =>
        Reader.FindCurrentAsync(Tables.Current.Directory.Get(Organisation(organisation), "o").Key, entry, CancellationToken.None);

    /// <summary>All conflicts of the store, by key.</summary>
    public async Task<List<Conflict>> ConflictsAsync()
    {
        List<Conflict> conflicts = [];
        List<long> damaged = [];
        await foreach (var conflict in Reader.StreamConflictsAsync(damaged, CancellationToken.None))
            conflicts.Add(conflict);
        Assert.Empty(damaged);
        return conflicts;
    }

    public async Task<List<Conflict>> OpenConflictsAsync() => [.. (await ConflictsAsync()).Where(conflict => conflict.IsOpen)];

    /// <summary>All changes, oldest first.</summary>
    public Task<List<Change>> ChangesAsync() => Reader.ReadChangesAsync(0, 1_000_000, CancellationToken.None);

    public Task<ImportReport> ImportAsync(string organisation, string csv, string? partnership = null, bool validateOnly = false) =>
        ImportAsync(organisation, Encoding.UTF8.GetBytes(csv), partnership, validateOnly);

    public Task<ImportReport> ImportAsync(
        string organisation, byte[] file, string? partnership = null, bool validateOnly = false, int chunk = 64 * 1024, ReadingOptions? reading = null) =>
        Importer.ImportAsync(
        Actor,
        new(Organisation(organisation), "", partnership is null ? null : Partnership(partnership), validateOnly)
        {
            Reading = reading ?? ReadingOptions.Found,
        },
        Chunks(file, chunk),
        _ => ValueTask.CompletedTask,
        CancellationToken.None);

    public async Task<string> ExportMappingsAsync(Actor actor, string organisation)
    {
        using var file = new MemoryStream();
        await foreach (var piece in new MappingExporter(Tables, Reader, Clock).ExportAsync(actor, Organisation(organisation), null, CancellationToken.None))
            file.Write(piece);
        return Encoding.UTF8.GetString(file.ToArray());
    }

    public Task<byte[]> ExportAsync(string organisation) => WholeAsync(Exporter.ExportCsvAsync(Actor, Organisation(organisation), null, CancellationToken.None));

    public Task<byte[]> ExportXlsxAsync(string organisation) => WholeAsync(Exporter.ExportXlsxAsync(Actor, Organisation(organisation), null, CancellationToken.None));

    static async Task<byte[]> WholeAsync(IAsyncEnumerable<byte[]> pieces)
    {
        using var file = new MemoryStream();
        await foreach (var piece in pieces)
            file.Write(piece);
        return file.ToArray();
    }

    public async Task<V1.LookUpTermResponse> LookUpAsync(
        string term, string[]? organisations = null, string partnership = "", string language = "", string at = "", string minRevision = "",
        string reader = "") =>
        V1.LookUpTermResponse.Parser.ParseFrom((await Lookup.LookUpAsync(Actor, term, organisations ?? [], partnership, language, reader, at, minRevision, CancellationToken.None)).ToBytes());

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Chunks(byte[] file, int size)
    {
        for (var at = 0; at < file.Length; at += size)
        {
            await Task.Yield();
            yield return file.AsMemory(at, Math.Min(size, file.Length - at));
        }
    }
}
