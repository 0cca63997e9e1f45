using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

public abstract partial class ReconciliationConformance
{
    const string FileOfA = $"term,definition\nincident,{Definitions.InFourHours}\n";
    const string FileOfB = $"term,definition\nincident,{Definitions.InTwoDays}\n";

    [SkippableTheory]
    [InlineData("")]
    [InlineData("i")]
    public async Task A_file_from_before_does_not_give_a_word_back_that_was_qualified(string id)
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(new(Outcome.QualifyTerms, "two things") { Texts = [new(Room.A, "incident (quay)"), new(Room.B, "incident (track)")] });
        var before = await room.ContentAsync("a");

        var file = id.Length == 0 ? FileOfA : $"id,term,definition\n{id},incident,{Definitions.InFourHours}\n";
        var report = await room.Engine.ImportAsync("a", file);

        Assert.Equal((0, 0, 1), (report.Added, report.Changed, report.Unchanged));
        Assert.Equal(before, await room.ContentAsync("a"));
        Assert.Equal(ConflictState.Resolved, (await room.ConflictAsync()).State);
    }

    [SkippableFact]
    public async Task A_file_from_before_keeps_the_notes_of_those_who_agreed_to_differ()
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(Differing());

        Assert.Equal(1, (await room.Engine.ImportAsync("a", FileOfA)).Unchanged);

        Assert.Equal("As the energy act says.", (await room.ContentAsync("a")).ScopeNote);
    }

    [SkippableFact]
    public async Task A_file_from_before_that_means_something_else_than_what_was_settled_reopens_it()
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(new(Outcome.AdoptOne, "a is the regulator") { Entry = Room.A });

        var report = await room.Engine.ImportAsync("b", FileOfB);

        Assert.Equal(1, report.Changed);
        Assert.Equal("", (await room.ContentAsync("b")).Adopts);
        var conflict = await room.ConflictAsync();
        Assert.Equal(ConflictState.Reopened, conflict.State);
        Assert.Contains("has changed its definition", conflict.Reopening, StringComparison.Ordinal);
    }
}
