using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

/// <summary>How a conflict comes to its settlement, whichever database it lives in.</summary>
public abstract partial class ReconciliationConformance : OnEveryStore
{
    private protected async Task<Room> RoomAsync() => await Room.OpenAsync(await StartAsync());
}
