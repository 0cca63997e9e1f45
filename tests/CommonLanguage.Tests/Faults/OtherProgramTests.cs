using CommonLanguage.CrashWorker;
using CommonLanguage.Glossary;
using Microsoft.Data.Sqlite;

namespace CommonLanguage.Tests.Faults;

/// <summary>Another program holds the write lock of the database file (fault F16).</summary>
public sealed class OtherProgramTests
{
    [Fact]
    public async Task An_edit_waits_for_another_program_until_its_own_deadline_and_look_ups_do_not_wait()
    {
        using var folder = new Folder();
        await using var glossary = await OpenedGlossary.OpenAsync(folder.Path);
        var edits = new EditStream(glossary, seed: 1);
        await edits.PrepareAsync();
        _ = await edits.SendAsync(0, 0);
        Task late;
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "commonlanguage.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var held = other.BeginTransaction(deferred: false);
            using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => edits.SendAsync(1, 0, deadline.Token));
            Assert.NotEmpty((await glossary.Lookup.LookUpAsync(Actor.Service, edits.Word(0, 0), [], "", "", "", "", "", CancellationToken.None)).ToBytes());
            Assert.NotEmpty((await glossary.Lookup.LookUpAsync(Actor.Service, edits.Word(0, 0), [], "", "", "", "2999-01-01", "", CancellationToken.None)).ToBytes());
            late = edits.SendAsync(2, 0);
            Assert.False(late.IsCompleted);
        }

        await late;
        Assert.Null(glossary.Store.Failure);
        await Proof.SoundAsync(glossary);
        // Whoever stopped waiting may ask again with the same request id: one copy.
        _ = await edits.SendAsync(1, 0);
        _ = await edits.SendAsync(1, 0);
        Assert.Equal(3, (await Proof.AllRevisionsAsync(glossary)).Count);
    }
}
