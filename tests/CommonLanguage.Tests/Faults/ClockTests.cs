using CommonLanguage.Analysis.Text;
using CommonLanguage.CrashWorker;

namespace CommonLanguage.Tests.Faults;

/// <summary>The clock of the machine jumps (fault F20): order is by change, never by time.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task Changes_keep_their_order_whatever_the_clock_says()
    {
        using var folder = new Folder();
        var clock = new SetClock();
        List<DateTimeOffset> said = [];
        await using (var glossary = await OpenedGlossary.OpenAsync(folder.Path, clock: clock))
        {
            var edits = new EditStream(glossary, seed: 1);
            await edits.PrepareAsync();
            TimeSpan[] jumps = [TimeSpan.Zero, TimeSpan.FromHours(-1), TimeSpan.FromDays(1), TimeSpan.FromDays(365 * 13), TimeSpan.FromDays(-365 * 60)];
            for (var number = 0; number < jumps.Length; number++)
            {
                clock.Now += jumps[number];
                said.Add(clock.Now);
                var written = await edits.SendAsync(0, number);
                Assert.Equal(3 + number, written.Sequence);
            }

            Assert.Contains("changed in lane", glossary.Tables.Current.Find(NormalForm.Of(edits.Word(0, 0))).Postings[0].Sense.Definition, StringComparison.Ordinal);
        }

        await using var again = await OpenedGlossary.OpenAsync(folder.Path, clock: clock);
        await Proof.SoundAsync(again);
        var changes = await again.Reader.ReadChangesAsync(2, 100, CancellationToken.None);
        Assert.Equal(said, changes.Select(change => change.Time));
        Assert.Contains("changed in lane", again.Tables.Current.Find(NormalForm.Of(new EditStream(again, seed: 1).Word(0, 0))).Postings[0].Sense.Definition, StringComparison.Ordinal);
    }
}
