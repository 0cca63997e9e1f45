using CommonLanguage.Administration;
using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Lookup;
using CommonLanguage.Lookup.Search;
using CommonLanguage.Reconciliation;
using CommonLanguage.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommonLanguage.Benchmarks.Measuring;

/// <summary>The engine on a SQLite store, put together by its own registrations, in this process.</summary>
sealed class Engine : IAsyncDisposable
{
    public static readonly Actor Actor = Actor.Local("benchmark");
    static readonly PartnershipId Partnership = PartnershipId.Parse("partners", "partnership");

    readonly ServiceProvider services;

    Engine(ServiceProvider services) => this.services = services;

    public static async Task<Engine> OpenAsync(string folder)
    {
        var engine = new Engine(new ServiceCollection().AddSingleton(TimeProvider.System)
            .AddStorage(new StorageOptions { DataDirectory = folder }).AddLookup().AddEditing().AddReconciliation().AddInterchange().AddAdministration(onlyKeys: true).BuildServiceProvider());
        await engine.Get<LiveTables>().LoadAsync(CancellationToken.None);
        return engine;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public LiveTables Tables => Get<LiveTables>();

    public static OrganisationId Organisation(int number) => OrganisationId.Parse(FormattableString.Invariant($"partner-{number}"), "organisation");

    /// <summary>Imports files, one for each organisation of one partnership.</summary>
    public async Task<int> ImportAsync(IReadOnlyList<byte[]> files)
    {
        var conflicts = 0;
        for (var i = 0; i < files.Count; i++)
        {
            var report = await Get<GlossaryImporter>().ImportAsync(
                Actor, new(Organisation(i), "", Partnership, ValidateOnly: false), Once(files[i]), _ => ValueTask.CompletedTask, CancellationToken.None);
            if (report.IsRefused || report.Refused > 0)
                throw new InvalidOperationException($"{report.Refused} rows of the benchmark's own data were refused.");
            conflicts += report.ConflictsOpened;
        }

        return conflicts;
    }

    /// <summary>A folder with glossaries and their search index, as a server leaves it.</summary>
    public static async Task FillAsync(string folder, Definition[][] glossaries)
    {
        await using var engine = await OpenAsync(folder);
        _ = await engine.ImportAsync([.. glossaries.Select(Glossaries.Csv)]);
        using var index = engine.OpenIndex();
        await index.FollowAsync(engine.Tables.Current.Sequence, CancellationToken.None);
    }

    public SearchIndex OpenIndex() => new(Get<GlossaryStore>(), Get<StoreReader>(), Tables.Current.Sequence, TimeProvider.System);

    /// <summary>Waits until the tables stand in one frozen layer, as they do soon after any write.</summary>
    public static Task SettleAsync() => Task.Delay(TimeSpan.FromSeconds(3));

    public ValueTask DisposeAsync() => services.DisposeAsync();

    static async IAsyncEnumerable<ReadOnlyMemory<byte>> Once(byte[] file)
    {
        await Task.Yield();
        for (var at = 0; at < file.Length; at += 64 * 1024)
            yield return file.AsMemory(at, Math.Min(64 * 1024, file.Length - at));
    }
}
