using CommonLanguage.Analysis.Text;
using CommonLanguage.CrashWorker;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Lookup.Search;

namespace CommonLanguage.Tests.Faults;

/// <summary>The folder of the search index is damaged or gone (fault F11): a rebuild, and nothing else.</summary>
public sealed class IndexFaultTests : IDisposable
{
    readonly Folder folder = new();

    string Data => folder.Sub("data");

    string Index => Path.Combine(Data, "index");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_damaged_index_is_built_again_while_exact_look_up_answers()
    {
        await BuildAsync(Data);
        var files = Directory.GetFiles(Index).Select(Path.GetFileName).Order().ToList();
        Action<string>[] damages =
        [
            File.Delete,
            file => Resize(file, length => length / 2),
            file => Resize(file, _ => 0),
            file => Flip(file, at: 0.3),
            file => Flip(file, at: 0.9),
        ];
        var all = files.SelectMany(file => damages.Select(damage => (file, damage))).ToList();
        var tried = all.Where((_, i) => i % Math.Max(1, all.Count / Rounds.Of(few: 8, full: all.Count)) == 0).ToList();
        var rebuilt = 0;
        foreach (var (file, damage) in tried)
        {
            var copy = folder.Sub("copy");
            Folder.Copy(Data, copy);
            damage(Path.Combine(copy, "index", file!));
            rebuilt += await OpensAsync(copy) ? 1 : 0;
            Directory.Delete(copy, recursive: true);
        }

        Assert.True(rebuilt > 0, "No damage was seen.");
        Rounds.Report("F11", $"one file of the index deleted, cut, emptied or with a byte flipped, {tried.Count} ways", $"{rebuilt} rebuilt, the others had no effect; exact look-up answers meanwhile, every search right afterwards");
    }

    [Fact]
    public async Task A_deleted_index_says_how_much_of_it_stands_until_it_is_built_again()
    {
        await BuildAsync(Data);
        Directory.Delete(Index, recursive: true);
        await using var glossary = await OpenedGlossary.OpenAsync(Data);
        Assert.Equal(0, Search(glossary, "word").IndexPercent);
        Assert.NotEmpty(glossary.Tables.Current.Find(NormalForm.Of("word 1 0 0")).Postings);
        await Proof.SameAnswersAsync(glossary, await Proof.AllRevisionsAsync(glossary));
        Assert.Equal(100, Search(glossary, "word").IndexPercent);
    }

    [Fact]
    public async Task The_lock_file_of_a_killed_process_and_files_of_no_index_are_no_obstacle()
    {
        await BuildAsync(Data);
        await File.WriteAllTextAsync(Path.Combine(Index, "write.lock"), "");
        await File.WriteAllTextAsync(Path.Combine(Index, "notes.txt"), "not an index");
        Assert.False(await OpensAsync(Data));
    }

    [Fact]
    public async Task An_index_folder_that_goes_while_the_server_runs_is_built_again()
    {
        await BuildAsync(Data);
        var clock = new SetClock();
        await using var glossary = await OpenedGlossary.OpenAsync(Data, clock: clock);
        Directory.Delete(Index, recursive: true);
        var edits = new EditStream(glossary, seed: 2);
        _ = await edits.SendAsync(0, 0);
        clock.Pass(TimeSpan.FromMinutes(1));
        await glossary.Index.FollowAsync(glossary.Tables.Current.Sequence, CancellationToken.None);
        await Proof.SameAnswersAsync(glossary, await Proof.AllRevisionsAsync(glossary));
        Assert.Null(glossary.Index.Failure);
    }

    [Fact]
    public async Task An_index_of_another_store_is_built_again()
    {
        await BuildAsync(Data);
        await BuildAsync(folder.Sub("other"), edits: 3);
        Directory.Delete(Index, recursive: true);
        Folder.Copy(Path.Combine(folder.Sub("other"), "index"), Index);
        Assert.True(await OpensAsync(Data));
    }

    /// <summary>Whether the index had to be built again; everything must be right in the end.</summary>
    static async Task<bool> OpensAsync(string data)
    {
        await using var glossary = await OpenedGlossary.OpenAsync(data);
        var rebuilds = glossary.Index.Percent < 100;
        Assert.NotEmpty(glossary.Tables.Current.Find(NormalForm.Of("word 1 0 0")).Postings);
        await Proof.SameAnswersAsync(glossary, await Proof.AllRevisionsAsync(glossary));
        Assert.Null(glossary.Store.Failure);
        return rebuilds;
    }

    static SearchAnswer Search(OpenedGlossary glossary, string query) =>
        glossary.Index.Search(query, glossary.Tables.Current, LookupFilter.Of(Actor.Service, glossary.Tables.Current.Directory, [], "", ""), 0, 10);

    static async Task BuildAsync(string data, int edits = 90)
    {
        await using var glossary = await OpenedGlossary.OpenAsync(data);
        var stream = new EditStream(glossary, seed: 1);
        await stream.PrepareAsync();
        for (var number = 0; number < edits; number++)
            _ = await stream.SendAsync(0, number);
        await glossary.Index.FollowAsync(glossary.Tables.Current.Sequence, CancellationToken.None);
    }

    static void Resize(string file, Func<long, long> size)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.SetLength(size(stream.Length));
    }

    static void Flip(string file, double at)
    {
        var bytes = File.ReadAllBytes(file);
        if (bytes.Length == 0)
            return;
        bytes[(int)(bytes.Length * at)] ^= 0x40;
        File.WriteAllBytes(file, bytes);
    }
}
