using CommonLanguage.Storage;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Administration;

public sealed class PostgresAccessTests(PostgresDatabase database) : AccessConformance, IClassFixture<PostgresDatabase>
{
    private protected override StorageOptions Options(string directory)
    {
        PostgresDatabase.Require();
        return new() { DataDirectory = directory, Provider = StorageProvider.PostgreSql, ConnectionString = database.ConnectionString };
    }

    private protected override Task EmptyAsync() => database.EmptyAsync();
}
