using CommonLanguage.Storage;

namespace CommonLanguage.Tests.Administration;

public sealed class SqliteAccessTests : AccessConformance
{
    private protected override StorageOptions Options(string directory) => new() { DataDirectory = directory };
}
