using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Storage;

/// <summary>What every store must do, whichever database it lives in. Runs on SQLite and on PostgreSQL.</summary>
public abstract partial class StoreConformance : OnEveryStore
{
}
