using System.Collections.Frozen;
using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>
/// What every word means to everyone at one moment: an immutable snapshot, swapped as a whole. A change makes a new snapshot at the
/// cost of the words it touches.
/// </summary>
public sealed class ReadTables
{
    readonly LayeredTable<WordGroup> words;
    readonly FrozenSet<string> damaged;
    readonly ImmutableHashSet<string> dated;

    ReadTables(
        long sequence, PartnerDirectory directory, PeopleDirectory people, LayeredTable<WordGroup> words, FrozenSet<string> damaged, ImmutableHashSet<string> dated)
    {
        Sequence = sequence;
        Directory = directory;
        People = people;
        this.words = words;
        this.damaged = damaged;
        this.dated = dated;
    }

    static readonly ImmutableHashSet<string> NoWords = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Before the first change.</summary>
    public static readonly ReadTables Empty = new(0, PartnerDirectory.Empty, PeopleDirectory.Empty, LayeredTable<WordGroup>.Empty, FrozenSet<string>.Empty, NoWords);

    /// <summary>Who there is, before it is known what any word means.</summary>
    internal static ReadTables Of(PartnerDirectory directory, PeopleDirectory people) => new(0, directory, people, LayeredTable<WordGroup>.Empty, FrozenSet<string>.Empty, NoWords);

    /// <summary>The last change that is in.</summary>
    public long Sequence { get; }

    /// <summary>Organisations and partnerships.</summary>
    public PartnerDirectory Directory { get; }

    /// <summary>Affiliations and API keys.</summary>
    public PeopleDirectory People { get; }

    /// <summary>Upper bound of the number of words.</summary>
    internal int WordCountAtMost => words.CountAtMost;

    /// <summary>True when a compaction would make look-ups noticeably faster.</summary>
    internal bool WantsCompaction => words.LayerCount > 3;

    /// <summary>Everything under a normal form; empty when nobody uses it.</summary>
    /// <exception cref="RefusalException">An entry under it is damaged in the store (StorageDamaged).</exception>
    public WordGroup Find(string normalForm) => damaged.Count > 0 && damaged.Contains(normalForm) ? throw Damaged(normalForm) : FindUndamaged(normalForm);

    /// <summary>What is undamaged under a normal form.</summary>
    internal WordGroup FindUndamaged(string normalForm) => words.Find(normalForm) ?? WordGroup.Empty;

    /// <summary>
    /// Whether an entry stood under the word before it got a meaning that begins or ends on a day of its own: on another day it may stand
    /// there still.
    /// </summary>
    internal bool WasDated(string normalForm) => dated.Count > 0 && dated.Contains(normalForm);

    /// <summary>Words whose normal form begins with a text, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, WordGroup>> StartingWith(string prefix) =>
        words.StartingWith(prefix).Where(word => !word.Value.Postings.IsEmpty && !damaged.Contains(word.Key));

    /// <summary>The snapshot after a change.</summary>
    public ReadTables Apply(TableChange change)
    {
        var directory = change.Organisations.IsEmpty && change.Partnerships.IsEmpty
            ? Directory
            : Directory.With(change.Organisations, change.Partnerships);
        var people = change.Affiliations.IsEmpty && change.ApiKeys.IsEmpty ? People : People.With(change.Affiliations, change.ApiKeys);
        var touched = new Dictionary<string, WordGroup>(change.Revisions.Length, StringComparer.Ordinal);
        var earlier = dated;

        foreach (var (before, after) in change.Revisions)
        {
            var (sense, postings) = Sense.Of(after);
            string[] keys = after.State == RevisionState.Published ? [.. sense.Keys] : [];
            // Conflicts about a word that the entry no longer has: they are marked anew, or gone, by the conflicts of the same change.
            HashSet<long> left = [];
            if (before is not null)
            {
                foreach (var (key, _, _, _) in Sense.FormsOf(before.Content))
                {
                    if (sense.HasValidity)
                        earlier = earlier.Add(key);
                    if (keys.Contains(key))
                        continue;
                    left.UnionWith(Current(key).Conflicts.Where(mark => mark.Word == key && mark.Entries.Contains(after.EntryKey)).Select(mark => mark.Key));
                    touched[key] = Current(key).Without(after.EntryKey);
                }
            }

            for (var i = 0; i < keys.Length; i++)
                touched[keys[i]] = left.Aggregate(Current(keys[i]).Replace(postings[i]), (group, conflict) => group.WithoutConflict(conflict));
        }

        foreach (var conflict in change.Conflicts)
            Mark(conflict);

        return new(Math.Max(Sequence, change.Sequence), directory, people, words.With(touched), damaged, earlier);

        WordGroup Current(string key) => touched.TryGetValue(key, out var group) ? group : FindUndamaged(key);

        // A mark stands at every form of every entry that takes part: whoever looks an entry up under any of its words sees it.
        void Mark(Conflict conflict)
        {
            var entries = conflict.Parties.Select(party => party.EntryKey).ToHashSet();
            var keys = new HashSet<string>(StringComparer.Ordinal) { conflict.Word };
            foreach (var posting in Current(conflict.Word).Postings)
                keys.UnionWith(posting.Sense.Keys);
            foreach (var key in keys)
            {
                var group = Current(key).WithoutConflict(conflict.Key);
                touched[key] = group.Postings.Any(posting => entries.Contains(posting.Sense.EntryKey)) ? group.With(conflict, directory) : group;
            }
        }
    }

    /// <summary>The same content at a later change, one that touched nothing the tables hold.</summary>
    internal ReadTables At(long sequence) => sequence <= Sequence ? this : new(sequence, Directory, People, words, damaged, dated);

    /// <summary>The same, with no answer for some words because of damage in the store.</summary>
    internal ReadTables Refusing(IEnumerable<string> more) => new(Sequence, Directory, People, words, damaged.Union(more).ToFrozenSet(StringComparer.Ordinal), dated);

    /// <summary>The same, with more words that <see cref="WasDated"/> says yes to.</summary>
    internal ReadTables Dating(IEnumerable<string> more) => new(Sequence, Directory, People, words, damaged, dated.Union(more));

    /// <summary>The same content in one frozen layer.</summary>
    internal ReadTables Compact() => new(Sequence, Directory, People, words.Compact(group => group.Postings.IsEmpty), damaged, dated);

    /// <summary>This snapshot on top of a compaction of an earlier one; itself when that is of no use any more.</summary>
    internal ReadTables Rebase(ReadTables before, ReadTables compacted) =>
        words.Rebase(before.words, compacted.words) is { } rebased ? new(Sequence, Directory, People, rebased, damaged, dated) : this;

    static RefusalException Damaged(string word) => new(
        ErrorReason.StorageDamaged,
        $"An entry under '{word}' is damaged in the database, so that nothing is answered for this word. Restore the database from a backup.",
        metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = word });

    /// <summary>Gathers a first snapshot. Not thread-safe.</summary>
    internal sealed class Builder
    {
        readonly Dictionary<string, List<Posting>> postings = new(StringComparer.Ordinal);

        /// <summary>Current revisions whose meaning begins or ends on a day of its own and that follow another.</summary>
        public List<Revision> Dated { get; } = [];

        /// <summary>Adds an entry's current revision; a later revision of the same entry must not be added.</summary>
        public void Add(Revision revision)
        {
            if (revision.State != RevisionState.Published)
                return;
            var (sense, forms) = Sense.Of(revision);
            if (sense.HasValidity && revision.Number > 1)
                Dated.Add(revision);
            var i = 0;
            foreach (var key in sense.Keys)
            {
                if (!postings.TryGetValue(key, out var list))
                    postings.Add(key, list = new(1));
                list.Add(forms[i++]);
            }
        }

        public ReadTables Build(long sequence, PartnerDirectory directory, PeopleDirectory people)
        {
            var groups = new Dictionary<string, WordGroup>(postings.Count, StringComparer.Ordinal);
            foreach (var (key, list) in postings)
            {
                list.Sort((a, b) => (a.Sense.Organisation, a.Sense.EntryKey).CompareTo((b.Sense.Organisation, b.Sense.EntryKey)));
                groups.Add(key, new([.. list], []));
            }

            return new(sequence, directory, people, LayeredTable<WordGroup>.Empty.With(groups), FrozenSet<string>.Empty, NoWords);
        }
    }
}
