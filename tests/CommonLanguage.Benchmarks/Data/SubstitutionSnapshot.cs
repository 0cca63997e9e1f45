using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Benchmarks.Data;

/// <summary>Words that are to be replaced, as a snapshot to check documents against.</summary>
static class SubstitutionSnapshot
{
    static readonly DateOnly Day = new(2026, 1, 1);

    /// <summary>Writes a snapshot of a file with a word and its replacement on each line, a tab between them.</summary>
    public static void Write(string pairs, string snapshot) =>
        File.WriteAllBytes(snapshot, Of(File.ReadLines(pairs).Select(line => line.Split('\t')).Select(pair => new Definition(pair[0], pair[1]))));

    /// <summary>The bytes of a snapshot; the text of a definition is the replacement.</summary>
    public static byte[] Of(IEnumerable<Definition> words) => SnapshotWriter.Write(new(
        "words", "Words", new(Day, TimeOnly.MinValue, TimeSpan.Zero), [new("words", "Words")],
        [
            .. words.Select((word, i) => new SnapshotEntry(
                "words", FormattableString.Invariant($"e{i}"), 1, "en", word.Text, [new SnapshotTerm(word.Text), new SnapshotTerm(word.Term, SnapshotTermStatus.Deprecated)], word.Text, "", Day)),
        ],
        []));
}
