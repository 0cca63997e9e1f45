using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

public abstract partial class ReconciliationConformance
{
    const string Narrow = "A disturbance of a service, excluding planned work, that the supplier must resolve within 4 hours when a customer reports it.";

    [SkippableFact]
    public async Task The_line_up_is_filled_from_the_texts()
    {
        var room = await Room.OpenAsync(await StartAsync(), Narrow, Definitions.InTwoDays);

        var rows = (await LineUpAsync(room)).ToDictionary(row => row.Characteristic, row => row.Cells.Select(cell => cell.Value).ToArray(), StringComparer.Ordinal);

        Assert.Equal(["disturbance of a service", "disturbance"], rows["kind of thing"]);
        Assert.Equal(["within 4 hours", "within 2 days"], rows["time"]);
        Assert.All(rows["duty"], said => Assert.StartsWith("must resolve", said, StringComparison.Ordinal));
        Assert.All(rows["parties"], said => Assert.Contains("supplier", said, StringComparison.Ordinal));
        Assert.Equal(["planned work", ""], rows["excludes"]);
        Assert.Equal(["when a customer reports it", ""], rows["condition"]);
        Assert.DoesNotContain("includes", rows.Keys);
    }

    [SkippableFact]
    public async Task What_people_say_of_the_line_up_counts_instead_of_what_was_read()
    {
        var room = await RoomAsync();
        _ = await room.TriageAsync(Verdict.Related);
        _ = await CorrectAsync(room, Room.B, "time", "2 business days");
        _ = await CorrectAsync(room, Room.A, "place", "at sea");
        _ = await CorrectAsync(room, Room.A, "parties", "");

        var rows = await LineUpAsync(room);

        Assert.Equal([("within 4 hours", false), ("2 business days", true)], Cells("time"));
        Assert.Equal([("at sea", true), ("", false)], Cells("place"));
        Assert.Equal(("", true), Cells("parties")[0]);
        _ = await RefusedAsync(ErrorReason.EntryNotFound, () => CorrectAsync(room, Engine.Name("c", "i"), "time", "1 hour"));

        (string Value, bool IsCorrected)[] Cells(string row) =>
            [.. rows.Single(r => r.Characteristic == row).Cells.Select(cell => (cell.Value, cell.IsCorrected))];
    }

    static async Task<ReconciliationWritten> CorrectAsync(Room room, EntryName entry, string row, string value)
    {
        var conflict = await room.ConflictAsync();
        return await room.Reconciler.CorrectLineUpAsync(room.Translator, Room.NameOf(conflict), conflict.Etag, entry, row, value, default, CancellationToken.None);
    }

    static async Task<IReadOnlyList<LineUpRow>> LineUpAsync(Room room)
    {
        var reader = new ReconciliationReader(room.Engine.Reader, room.Engine.Tables, room.Engine.Clock);
        var (conflict, proceedings, _, _) = await reader.ReadAsync(room.Translator, Room.NameOf(await room.ConflictAsync()), null, CancellationToken.None);
        return await reader.LineUpAsync(conflict, proceedings, CancellationToken.None);
    }
}
