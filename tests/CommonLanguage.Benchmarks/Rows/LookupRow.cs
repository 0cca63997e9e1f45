using CommonLanguage.Analysis.Text;
using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Benchmarks.Rows;

/// <summary>One word, and the first ten words of a prefix, against Lucene.Net on the same 100 000 terms. Higher is better.</summary>
static class LookupRow
{
    const int Words = 100_000;
    const int BatchWords = 100;
    const int PerThousand = 1_000;
    const int Rounds = 5;

    static readonly Actor Somebody = Actor.Local("benchmark");

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        var glossary = Glossaries.Of(Glossaries.Terms(Words), 0);
        await using var engine = await Engine.OpenAsync(folder.File("data"));
        _ = await engine.ImportAsync([Glossaries.Csv(glossary)]);
        using var index = new BaselineIndex(folder.File("lucene"), glossary);
        await Engine.SettleAsync();

        string[] terms = [.. glossary.Select(row => row.Term)];
        new Random(1).Shuffle(terms);
        // Three letters to eight: what a person has typed when the list comes up.
        string[] prefixes = [.. terms.Take(2_000).Select((term, i) => term[..(3 + (i % 6))])];
        var lookup = engine.Get<TermLookup>();
        var tables = engine.Tables.Current;

        var exact = await Compare(
            Words / 2, terms.Length / 2, i => index.Exact(terms[i]),
            Words * 5, terms.Length, i => Exact(terms[i]));
        Print("exact look-up, the whole answer", exact);
        var meaning = await Compare(
            Words / 2, terms.Length / 2, i => index.Exact(terms[i]),
            Words * 10, terms.Length, i => tables.Find(NormalForm.Of(terms[i])).Postings[0].Sense.Definition.Length);
        Print("exact look-up, the definition alone", meaning);
        var prefix = await Compare(
            2_000, prefixes.Length, i => index.Prefix(prefixes[i]),
            200_000, prefixes.Length, i => TermLookup.Suggest(tables, prefixes[i], LookupFilter.None, 10).Sum(word => word.Entries));
        Print("prefix, top 10", prefix);
        string[][] batches = [.. terms.Chunk(BatchWords)];
        var batch = await Measuring.Rounds.MediansAsync(
            Rounds,
            async () => (await Cost.OfAsync(() => Repeat(Words * 5, terms.Length, i => Exact(terms[i])))).Per(Words * 5 / PerThousand),
            async () => (await Cost.OfAsync(() => Repeat(Words * 5 / BatchWords, batches.Length, i => Many(batches[i])))).Per(Words * 5 / PerThousand));
        Report.Ratio("100 words at once, CPU a thousand words / one by one", batch[1].Cpu, batch[0].Cpu, "none in process");

        int Many(string[] words)
        {
            var answer = lookup.LookUpManyAsync(Somebody, words, [], "", "", "", "", CancellationToken.None);
            return answer.IsCompletedSuccessfully ? answer.Result.ToBytes().Length : throw new InvalidOperationException("The answer did not come from memory.");
        }

        int Exact(string term)
        {
            var answer = lookup.LookUpAsync(Somebody, term, [], "", "", "", "", "", CancellationToken.None);
            return answer.IsCompletedSuccessfully ? answer.Result.ToBytes().Length : throw new InvalidOperationException("The answer did not come from memory.");
        }
    }

    static Task<Cost[]> Compare(int baselineCount, int baselineOf, Func<int, int> baseline, int count, int of, Func<int, int> work) => Measuring.Rounds.MediansAsync(
        Rounds,
        async () => (await Cost.OfAsync(() => Repeat(baselineCount, baselineOf, baseline))).Per(baselineCount / PerThousand),
        async () => (await Cost.OfAsync(() => Repeat(count, of, work))).Per(count / PerThousand));

    static Task Repeat(int count, int of, Func<int, int> work)
    {
        for (var i = 0; i < count; i++)
        {
            if (work(i % of) == 0)
                throw new InvalidOperationException("A word was not found.");
        }

        return Task.CompletedTask;
    }

    static void Print(string what, Cost[] costs)
    {
        var (lucene, engine) = (costs[0], costs[1]);
        Report.Print($"  {what}, times faster than Lucene.Net: CPU {lucene.Cpu / engine.Cpu:0.0}, wall {lucene.Wall / engine.Wall:0.0} (bar 50); a thousand {Report.Text(engine.Wall)} / {Report.Text(lucene.Wall)}");
    }
}
