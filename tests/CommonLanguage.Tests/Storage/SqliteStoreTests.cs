using CommonLanguage.Storage;

namespace CommonLanguage.Tests.Storage;

public sealed class SqliteStoreTests : StoreConformance
{
    private protected override StorageOptions Options(string directory) => new() { DataDirectory = directory };
}
