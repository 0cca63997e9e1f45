using System.Security.Cryptography;
using Npgsql;

namespace CommonLanguage.Tests.Rig;

/// <summary>
/// A database of its own on the server that COMMONLANGUAGE_TEST_POSTGRES names (an administrator's connection string, as
/// tests/postgres.sh prints it), dropped at the end. Without it the tests that need one are skipped; where CI=true they fail.
/// </summary>
public sealed class PostgresDatabase : IAsyncLifetime
{
    const string Variable = "COMMONLANGUAGE_TEST_POSTGRES";

    readonly string name = "commonlanguage_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server!) { Database = name, MaxPoolSize = 20 }.ToString();

    /// <summary>Skips the test, or fails it in CI, where no server is named.</summary>
    public static void Require()
    {
        var reason = $"{Variable} names no PostgreSQL server; start one with 'export {Variable}=$(tests/postgres.sh start)'.";
        if (Server is null && string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Assert.Fail(reason);
        Skip.If(Server is null, reason);
    }

    public Task InitializeAsync() => Server is null ? Task.CompletedTask : AdministerAsync($"CREATE DATABASE {name}");

    public Task DisposeAsync() => Server is null ? Task.CompletedTask : AdministerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    /// <summary>Takes everything out, so that the next test begins with an empty store.</summary>
    public async Task EmptyAsync()
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(
            """
            DO $$ DECLARE t text; BEGIN
            FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('__EFMigrationsHistory', 'meta')
            LOOP EXECUTE format('TRUNCATE %I', t); END LOOP; END $$
            """);
        _ = await command.ExecuteNonQueryAsync();
    }

    static async Task AdministerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Server!);
        await using var command = source.CreateCommand(sql);
        _ = await command.ExecuteNonQueryAsync();
    }
}
