using CommonLanguage.Glossary;
using CommonLanguage.Storage;

namespace CommonLanguage.Tests.Rig;

/// <summary>Tests on a store that a derived class names: the same on SQLite and on PostgreSQL.</summary>
public abstract class OnEveryStore : IAsyncLifetime
{
    readonly List<Engine> engines = [];
    readonly List<TempFolder> folders = [];
    TempFolder? first;
    bool begun;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var engine in engines)
            await engine.DisposeAsync();
        folders.ForEach(folder => folder.Dispose());
    }

    /// <summary>Options of the store under test, with a data directory.</summary>
    private protected abstract StorageOptions Options(string directory);

    /// <summary>Takes out what earlier tests of the class have left.</summary>
    private protected virtual Task EmptyAsync() => Task.CompletedTask;

    /// <summary>An engine on the store of this test, which is empty at first.</summary>
    private protected async Task<Engine> StartAsync()
    {
        var options = Options((first ??= Folder()).Path);
        if (!begun)
            await EmptyAsync();
        begun = true;
        return await StartOnAsync(options);
    }

    /// <summary>Ends an engine and starts another one on what it has left.</summary>
    private protected async Task<Engine> RestartAsync(Engine engine)
    {
        _ = engines.Remove(engine);
        await engine.DisposeAsync();
        return await StartAsync();
    }

    async Task<Engine> StartOnAsync(StorageOptions options)
    {
        var engine = await Engine.StartAsync(options);
        engines.Add(engine);
        return engine;
    }

    TempFolder Folder()
    {
        var folder = new TempFolder();
        folders.Add(folder);
        return folder;
    }

    /// <summary>Runs a statement past the engine, as damage or a stranger's hand would.</summary>
    private protected static async Task<int> RunAsync(Engine engine, string sql)
    {
        await using var connection = await engine.Store.OpenReaderAsync(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync();
    }

    private protected static async Task<RefusalException> RefusedAsync(ErrorReason reason, Func<Task> write)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(write);
        Assert.Equal(reason, refusal.Reason);
        return refusal;
    }
}
