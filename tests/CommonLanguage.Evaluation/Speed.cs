using System.Diagnostics;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Aligning;
using CommonLanguage.Analysis.Meaning.Details.Reading;
using CommonLanguage.Analysis.Meaning.Judging;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Analysis.Meaning.Words;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Encoder;
using CommonLanguage.Training.Judging;

namespace CommonLanguage.Evaluation;

/// <summary>
/// What loading, reading and comparing cost, beside a plain TF-IDF cosine of the same texts. Times are of the processor; the best of several rounds is
/// given, after some to warm up: others may use the machine too.
/// </summary>
static class Speed
{
    const int Rounds = 5;

    // The second stage costs a thousand times as much.
    const int Few = 100;

    public static void Measure(string file)
    {
        Load();
        var pairs = JudgedPair.Read(file);
        var texts = pairs.Select(pair => (pair.Term, Text: pair.A.Definition)).Concat(pairs.Select(pair => (pair.Term, Text: pair.B.Definition))).DistinctBy(t => t.Text).ToArray();
        var reading = Best(() =>
        {
            foreach (var (term, text) in texts)
                _ = DefinitionReading.Of(term, text, "en");
        });
        var comparing = Best(() =>
        {
            foreach (var pair in pairs)
                _ = MeaningComparer.Compare(pair.A, pair.B);
        });
        var whole = Best(() =>
        {
            foreach (var pair in pairs)
                _ = MeaningComparer.Compare(DefinitionReading.Of(pair.Term, pair.A.Definition, "en"), DefinitionReading.Of(pair.Term, pair.B.Definition, "en"));
        });
        var vectors = texts.ToDictionary(t => t.Text, t => Weigh(t.Text), StringComparer.Ordinal);
        var sum = 0.0;
        var (left, right) = (pairs.Select(pair => vectors[pair.A.Definition]).ToArray(), pairs.Select(pair => vectors[pair.B.Definition]).ToArray());
        var cosine = Best(() =>
        {
            for (var i = 0; i < left.Length; i++)
                sum += Cosine(left[i], right[i]);
        });
        var text = Best(() =>
        {
            foreach (var pair in pairs)
                sum += Cosine(Weigh(pair.A.Definition), Weigh(pair.B.Definition));
        });
        Second([.. texts.Select(t => t.Text).Take(Few)], [.. pairs.Take(Few).Select(pair => (pair.A.Definition, pair.B.Definition))]);
        Console.WriteLine(FormattableString.Invariant($"reading {texts.Length} definitions of {texts.Average(t => t.Text.Length):F0} characters: {reading.TotalMicroseconds / texts.Length:F1} us each"));
        Console.WriteLine(FormattableString.Invariant($"comparing {pairs.Count} pairs: {pairs.Count / comparing.TotalSeconds:F0} pairs a second, {comparing.TotalMicroseconds / pairs.Count:F1} us each"));
        Console.WriteLine(FormattableString.Invariant($"TF-IDF cosine of the same pairs: {cosine.TotalMicroseconds / pairs.Count:F2} us each, ratio {comparing / cosine:F1} (checksum {sum:F1})"));
        Console.WriteLine(FormattableString.Invariant($"from the texts: {whole.TotalMicroseconds / pairs.Count:F1} us a pair, TF-IDF cosine {text.TotalMicroseconds / pairs.Count:F1} us, ratio {whole / text:F1}"));
    }

    /// <summary>What the second stage costs: encoding a definition, and judging a pair whose definitions are encoded.</summary>
    static void Second(string[] texts, (string A, string B)[] pairs)
    {
        var (memory, start) = (Environment.WorkingSet, Stopwatch.GetTimestamp());
        using var encoder = new DefinitionEncoder(AppContext.BaseDirectory);
        _ = encoder.Read(texts[0]);
        Console.WriteLine(FormattableString.Invariant($"opening the encoder and reading one definition: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms, {(Environment.WorkingSet - memory) / 1e6:F0} MB more"));
        var encoding = Best(() => Array.ForEach(texts, text => encoder.Read(text)));
        var encoded = pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct(StringComparer.Ordinal).ToDictionary(text => text, encoder.Read, StringComparer.Ordinal);
        var heads = Path.Combine(AppContext.BaseDirectory, ShippedStage.Heads);
        var judging = Best(() =>
        {
            var stage = SecondStage.Open(text => encoded[text], heads);
            Array.ForEach(pairs, pair => stage.Judge(pair.A, pair.B));
        });
        Console.WriteLine(FormattableString.Invariant($"second stage: encoding {encoding.TotalMilliseconds / texts.Length:F1} ms a definition of {texts.Average(text => text.Length):F0} characters, judging {judging.TotalMilliseconds / pairs.Length:F1} ms a pair in both orders"));
    }

    /// <summary>What the first comparison of a process takes: opening the tables, and compiling the code that reads them.</summary>
    static void Load()
    {
        var (memory, start) = (Environment.WorkingSet, Stopwatch.GetTimestamp());
        _ = WordTable.English;
        var words = Stopwatch.GetElapsedTime(start);
        _ = Judges.Shipped;
        var judges = Stopwatch.GetElapsedTime(start) - words;
        _ = Lexicon.Of("en");
        var lexicon = Stopwatch.GetElapsedTime(start) - words - judges;
        _ = MeaningComparer.Compare(DefinitionReading.Of("lease", "A contract by which land is let for a year.", "en"), DefinitionReading.Of("lease", "A contract for the use of a thing.", "en"));
        Console.WriteLine(FormattableString.Invariant($"loading: words {words.TotalMilliseconds:F1} ms, judges {judges.TotalMilliseconds:F1} ms, lexicon {lexicon.TotalMilliseconds:F1} ms; to the end of the first comparison {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F1} ms"));
        Console.WriteLine(FormattableString.Invariant($"resident memory after the first comparison: {(Environment.WorkingSet - memory) / 1e6:F1} MB more"));
    }

    static TimeSpan Best(Action action)
    {
        // Until the code is compiled for good.
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 1_500;)
            action();
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Environment.CpuUsage.UserTime;
            var repeats = 0;
            for (; (Environment.CpuUsage.UserTime - start).TotalMilliseconds < 200; repeats++)
                action();
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, (Environment.CpuUsage.UserTime - start).Ticks / repeats));
        }

        return best;
    }

    static Dictionary<string, double> Weigh(string text)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        var tokens = new WordTokenizer(text);
        while (tokens.MoveNext())
        {
            var word = tokens.Word.ToString().ToLowerInvariant();
            weights[word] = weights.GetValueOrDefault(word) + 1;
        }

        return weights;
    }

    static double Cosine(Dictionary<string, double> a, Dictionary<string, double> b)
    {
        double ab = 0, aa = 0, bb = 0;
        foreach (var (word, weight) in a)
        {
            aa += weight * weight;
            if (b.TryGetValue(word, out var other))
                ab += weight * other;
        }

        foreach (var (_, weight) in b)
            bb += weight * weight;
        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : 0;
    }
}
