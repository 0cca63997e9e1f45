using CommonLanguage.Storage;

namespace CommonLanguage.Tests.Reconciliation;

public sealed class SqliteReconciliationTests : ReconciliationConformance
{
    private protected override StorageOptions Options(string directory) => new() { DataDirectory = directory };
}
