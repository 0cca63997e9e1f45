using CommonLanguage.Analysis.Text;
using CommonLanguage.CrashWorker;
using CommonLanguage.Glossary;

namespace CommonLanguage.Tests.Faults;

/// <summary>SIGKILL at any moment (faults F1, F2, F3).</summary>
public sealed class KillTests
{
    [Fact]
    public async Task A_kill_while_edits_are_written_loses_no_acknowledged_edit()
    {
        using var folder = new Folder();
        var rounds = Rounds.Of(few: 4, full: 200);
        var acknowledged = 0;
        for (var seed = 1; seed <= rounds; seed++)
        {
            await using var worker = Worker.Start(folder.Path, seed);
            _ = await worker.WaitForAsync("ready");
            await worker.SendAsync($"edit {Worker.Lanes}");
            _ = await worker.WaitForAsync("ack");
            await Task.Delay(new Random(seed).Next(0, 400));
            await worker.KillAsync();
            Assert.Equal(0, await Proof.OfAsync(folder.Path, seed, worker.Acknowledged));
            acknowledged += worker.Acknowledged.Count;
        }

        Rounds.Report("F1", $"kill -9 at {rounds} random points in edits", $"{acknowledged} acknowledged, 0 lost");
    }

    [Fact]
    public async Task A_kill_right_after_a_commit_leaves_an_edit_that_is_found_everywhere_after_the_start()
    {
        using var folder = new Folder();
        var rounds = Rounds.Of(few: 2, full: 20);
        for (var seed = 1; seed <= rounds; seed++)
        {
            await using (var worker = Worker.Start(folder.Path, seed))
            {
                _ = await worker.WaitForAsync("ready");
                _ = await worker.AskAsync($"one 0 0", "ack");
                _ = await worker.AskAsync("die-after 1", "armed");
                await worker.SendAsync("one 0 1");
                await worker.EndAsync();
                Assert.DoesNotContain((0, 1), worker.Acknowledged.Keys);
            }

            await using var glossary = await OpenedGlossary.OpenAsync(folder.Path);
            await Proof.SoundAsync(glossary);
            Assert.Equal(2, glossary.Tables.Current.Find(NormalForm.Of(new EditStream(glossary, seed).Word(0, 1))).Postings.Length);
            Assert.True(glossary.Index.Percent < 100);
            await Proof.SameAnswersAsync(glossary, await Proof.AllRevisionsAsync(glossary));
        }

        Rounds.Report("F3", $"kill -9 exactly after the commit, {rounds} times", $"the edit is there, index and tables catch up");
    }

    [Fact]
    public async Task A_killed_import_is_finished_by_importing_again()
    {
        using var folder = new Folder();
        const int Rows = 12_000;
        var file = folder.Sub("glossary.csv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, Rows).Select(n => $"word {n},\"What is meant by word number {n}, at least {n % 90} times.\"").Prepend("term,definition"));
        var rounds = Rounds.Of(few: 2, full: 200);
        var killedWhileStoring = 0;
        for (var seed = 1; seed <= rounds; seed++)
        {
            var data = folder.Sub($"data{seed}");
            await using var worker = Worker.Start(data, seed);
            _ = await worker.WaitForAsync("ready");
            await worker.SendAsync($"import {file}");
            if (seed % 2 == 0)
                _ = await worker.WaitForAsync("stored");
            await Task.Delay(new Random(seed).Next(0, 1_500));
            await worker.KillAsync();
            var stored = await CountAsync(data);
            Assert.True(stored >= worker.RowsStored, $"{worker.RowsStored} rows were said to be stored, {stored} are there (seed {seed}).");
            killedWhileStoring += stored is > 0 and < Rows ? 1 : 0;

            await using var again = Worker.Start(data, seed);
            _ = await again.WaitForAsync("ready");
            _ = await again.AskAsync($"import {file}", "done");
            await again.StopAsync();
            Assert.Equal(Rows, await CountAsync(data));
            Directory.Delete(data, recursive: true);
        }

        Rounds.Report("F2", $"kill -9 at {rounds} random points in an import of {Rows:N0} rows", $"no stored row lost ({killedWhileStoring} killed half way), the repeated import completes without a duplicate");
    }

    [Fact]
    public async Task A_kill_at_any_moment_of_a_resolution_leaves_all_of_it_or_none()
    {
        using var folder = new Folder();
        var rounds = Rounds.Of(few: 3, full: 100);
        var (all, none) = (0, 0);
        for (var seed = 1; seed <= rounds; seed++)
        {
            int acknowledged;
            await using (var worker = Worker.Start(folder.Path, seed))
            {
                _ = await worker.WaitForAsync("ready");
                if (seed % 3 == 0)
                {
                    // Right after the commit of the resolution, before anything follows from it: the eighth of its steps.
                    _ = await worker.AskAsync("die-after 8", "armed");
                    await worker.SendAsync("settle");
                    await worker.EndAsync();
                }
                else
                {
                    await worker.SendAsync("settle");
                    _ = await worker.WaitForAsync("resolving");
                    await Task.Delay(new Random(seed).Next(0, 60));
                    await worker.KillAsync();
                }

                acknowledged = worker.Resolved;
            }

            await using var glossary = await OpenedGlossary.OpenAsync(folder.Path);
            await Proof.SoundAsync(glossary);
            for (var number = 0; await WholeOrNoneAsync(glossary, seed, number) is { } isWhole; number++)
            {
                Assert.True(isWhole || number >= acknowledged, $"Resolution {number} was acknowledged and is gone (seed {seed}).");
                _ = isWhole ? all++ : none++;
            }
        }

        Assert.True(all > 0);
        Rounds.Report("F1", $"kill -9 at {rounds} moments of resolutions", $"{all} wholly there, {none} wholly absent, none half");
    }

    /// <summary>Whether a resolution is there as a whole; null when there is no such conflict.</summary>
    static async Task<bool?> WholeOrNoneAsync(OpenedGlossary glossary, int seed, int number)
    {
        var none = CancellationToken.None;
        var word = Analysis.Text.NormalForm.Of(SettlementStream.Word(seed, number));
        if ((await glossary.Reader.ReadConflictsOfAsync([word], none)).SingleOrDefault() is not { } conflict)
            return null;
        var isWhole = conflict.State == ConflictState.Resolved;
        var entries = (await Proof.AllRevisionsAsync(glossary)).Where(revision => Analysis.Text.NormalForm.Of(revision.Content.Term.Text) == word)
            .GroupBy(revision => revision.EntryKey).Select(entry => entry.MaxBy(revision => revision.Number)!).ToList();
        var agreed = SettlementStream.Agreed(seed, number);
        Assert.Equal(isWhole, conflict.Settlement is not null);
        Assert.Equal(isWhole ? 3 : 2, entries.Count);
        Assert.All(entries, entry => Assert.Equal(isWhole, entry.Content.Definition == agreed));
        Assert.Equal(isWhole ? 2 : 0, entries.Count(entry => entry.Content.Adopts.Length > 0));
        Assert.Equal(isWhole ? 1 : 0, (await glossary.Reader.ReadActsAsync(conflict.Key, none)).Count(act => act.Act is Resolution));
        // Each side and the shared entry, and what follows for the two sides.
        Assert.Equal(isWhole ? 3 : 0, (await glossary.Reader.ReadMappingsAsync(conflict.Key, none)).Count(mapping => mapping is { Relation: Analysis.Meaning.Answers.Relation.Exact, Negated: false }));
        return isWhole;
    }

    static async Task<int> CountAsync(string data)
    {
        await using var glossary = await OpenedGlossary.OpenAsync(data);
        await Proof.SoundAsync(glossary);
        var entries = (await Proof.AllRevisionsAsync(glossary)).Select(revision => revision.EntryKey).ToList();
        Assert.Equal(entries.Count, entries.Distinct().Count());
        return entries.Count;
    }
}
