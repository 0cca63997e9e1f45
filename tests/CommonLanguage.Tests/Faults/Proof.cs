using System.Globalization;
using CommonLanguage.Analysis.Text;
using CommonLanguage.CrashWorker;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Tests.Faults;

/// <summary>
/// What must hold after every fault: all pages and row hashes good, the change log without gaps, every acknowledged edit there with its
/// hash, nothing half written, look-up and search answering what the store says, and a repeated request answered with its first copy.
/// </summary>
static class Proof
{
    /// <summary>Proves a directory, and gives the number of acknowledged edits that are missing (0 in a sound store).</summary>
    public static async Task<int> OfAsync(string directory, int seed, IReadOnlyDictionary<(int Lane, int Number), (long Sequence, string Hash)> acknowledged)
    {
        await using var glossary = await OpenedGlossary.OpenAsync(directory);
        await SoundAsync(glossary);
        var revisions = await AllRevisionsAsync(glossary);
        var lost = acknowledged.Values.Count(ack => !revisions.Exists(r => r.Sequence == ack.Sequence && r.Hash.ToString() == ack.Hash));
        if (lost > 0)
            return lost;
        Assert.True(await glossary.Reader.ReadSequenceAsync(CancellationToken.None) >= acknowledged.Values.Select(ack => ack.Sequence).DefaultIfEmpty(0).Max());
        await SameAnswersAsync(glossary, revisions);
        await ResentAsync(glossary, seed, acknowledged);
        return 0;
    }

    /// <summary>Pages, row hashes, change log, no half write.</summary>
    public static async Task SoundAsync(OpenedGlossary glossary)
    {
        Assert.Empty(await new StoreScrub(glossary.Store, TimeProvider.System).ScrubAsync(TimeSpan.Zero, CancellationToken.None));
        Assert.Null(glossary.Store.Failure);
        var changes = await glossary.Reader.ReadChangesAsync(0, int.MaxValue, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, changes.Count).Select(n => (long)n), changes.Select(change => change.Sequence));
        var written = (await AllRevisionsAsync(glossary)).GroupBy(revision => revision.Sequence).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(changes, change => Assert.Equal(change.Revisions, written.GetValueOrDefault(change.Sequence)));
        Assert.True(written.Keys.All(sequence => sequence <= changes.Count));
    }

    /// <summary>Exact look-up from the tables and search give what the store says, on up to 1 000 words.</summary>
    public static async Task SameAnswersAsync(OpenedGlossary glossary, List<Revision> revisions)
    {
        await glossary.Index.FollowAsync(glossary.Tables.Current.Sequence, CancellationToken.None);
        Assert.Equal(100, glossary.Index.Percent);
        var words = revisions.Select(revision => NormalForm.Of(revision.Content.Term.Text)).Distinct().ToList();
        var step = Math.Max(1, words.Count / 1_000);
        for (var i = 0; i < words.Count; i += step)
        {
            var group = glossary.Tables.Current.Find(words[i]);
            var (_, stored, _) = await glossary.Stored.FindAsync(words[i], DateOnly.FromDateTime(DateTime.UtcNow), CancellationToken.None);
            Assert.Equal(stored.Postings.Select(Told), group.Postings.Select(Told));
            Assert.Equal(stored.Conflicts.Select(mark => mark.Name).Order(), group.Conflicts.Select(mark => mark.Name).Order());
            var hits = glossary.Index.Search($"\"{words[i]}\"", glossary.Tables.Current, LookupFilter.Of(Actor.Service, glossary.Tables.Current.Directory, [], "", ""), 0, 1_000).Hits;
            Assert.Subset(hits.Select(hit => hit.Sense.RevisionKey).ToHashSet(), group.Postings.Select(posting => posting.Sense.RevisionKey).ToHashSet());
        }

        static (long, ContentHash, string) Told(Posting posting) => (posting.Sense.RevisionKey, posting.Sense.Hash, posting.Sense.Definition);
    }

    public static async Task<List<Revision>> AllRevisionsAsync(OpenedGlossary glossary) =>
        await glossary.Reader.ReadRevisionsAfterAsync(0, int.MaxValue, [], CancellationToken.None);

    /// <summary>Each request again, and the one that was not answered: one copy each.</summary>
    static async Task ResentAsync(OpenedGlossary glossary, int seed, IReadOnlyDictionary<(int Lane, int Number), (long Sequence, string Hash)> acknowledged)
    {
        var edits = new EditStream(glossary, seed);
        var sent = 0;
        for (var lane = 0; lane < Worker.Lanes; lane++)
        {
            var last = acknowledged.Keys.Where(ack => ack.Lane == lane).Select(ack => ack.Number).DefaultIfEmpty(-1).Max();
            sent += last + 2;
            for (var number = Math.Max(0, last - 20); number <= last; number++)
            {
                var again = await edits.SendAsync(lane, number);
                var (sequence, hash) = acknowledged[(lane, number)];
                Assert.Equal((sequence, hash), (again.Sequence, again.Revision.Hash.ToString()));
            }

            var first = await edits.SendAsync(lane, last + 1);
            var second = await edits.SendAsync(lane, last + 1);
            Assert.Equal((first.Sequence, first.Revision.Key), (second.Sequence, second.Revision.Key));
        }

        var revisions = await AllRevisionsAsync(glossary);
        Assert.Equal(revisions.Count, revisions.Select(r => (r.Organisation, r.EntryId, r.Number)).Distinct().Count());
        var prefix = string.Create(CultureInfo.InvariantCulture, $"e-{seed}-");
        Assert.Equal(sent, revisions.Count(r => r.EntryId.StartsWith(prefix, StringComparison.Ordinal)));
    }
}
