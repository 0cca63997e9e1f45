using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>
/// What every word means to everyone at one moment: an immutable snapshot, swapped as a whole. A change makes a new snapshot at the
/// cost of the words it touches.
/// </summary>
public sealed class ReadTables
{
    readonly LayeredTable<WordGroup> words;

    ReadTables(long sequence, PartnerDirectory directory, LayeredTable<WordGroup> words)
    {
        Sequence = sequence;
        Directory = directory;
        this.words = words;
    }

    /// <summary>Before the first change.</summary>
    public static readonly ReadTables Empty = new(0, PartnerDirectory.Empty, LayeredTable<WordGroup>.Empty);

    /// <summary>The last change that is in.</summary>
    public long Sequence { get; }

    /// <summary>Organisations and partnerships.</summary>
    public PartnerDirectory Directory { get; }

    /// <summary>True when a compaction would make look-ups noticeably faster.</summary>
    internal bool WantsCompaction => words.LayerCount > 3;

    /// <summary>Everything under a normal form; empty when nobody uses it.</summary>
    public WordGroup Find(string normalForm) => words.Find(normalForm) ?? WordGroup.Empty;

    /// <summary>Words whose normal form begins with a text, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, WordGroup>> StartingWith(string prefix) =>
        words.StartingWith(prefix).Where(word => !word.Value.Postings.IsEmpty);

    /// <summary>The snapshot after a change.</summary>
    public ReadTables Apply(TableChange change)
    {
        var directory = change.Organisations.IsEmpty && change.Partnerships.IsEmpty
            ? Directory
            : Directory.With(change.Organisations, change.Partnerships);
        var touched = new Dictionary<string, WordGroup>(change.Revisions.Length, StringComparer.Ordinal);

        foreach (var (before, after) in change.Revisions)
        {
            if (before is not null)
            {
                foreach (var (key, _, _, _) in Sense.FormsOf(before.Content))
                    touched[key] = Current(key).Without(after.EntryKey);
            }

            if (after.State != RevisionState.Published)
                continue;
            var (sense, postings) = Sense.Of(after);
            var keys = sense.Keys.GetEnumerator();
            foreach (var posting in postings)
            {
                _ = keys.MoveNext();
                touched[keys.Current] = Current(keys.Current).With(posting);
            }
        }

        foreach (var conflict in change.Conflicts)
            Mark(conflict);

        return new(Math.Max(Sequence, change.Sequence), directory, words.With(touched));

        WordGroup Current(string key) => touched.TryGetValue(key, out var group) ? group : Find(key);

        // A mark stands at every form of every entry that takes part: whoever looks an entry up under any of its words sees it.
        void Mark(Conflict conflict)
        {
            var mark = new ConflictMark(
                conflict.Key,
                conflict.Partnership,
                new ConflictName(directory.Partnership(conflict.Partnership).Id, conflict.Id).ToString(),
                [.. conflict.Parties.Select(party => party.EntryKey)]);
            var keys = new HashSet<string>(StringComparer.Ordinal) { conflict.Word };
            foreach (var posting in Current(conflict.Word).Postings)
                keys.UnionWith(posting.Sense.Keys);
            foreach (var key in keys)
            {
                var group = Current(key).WithoutConflict(conflict.Key);
                touched[key] = conflict.IsOpen && group.Postings.Any(posting => mark.Entries.Contains(posting.Sense.EntryKey))
                    ? group.With(mark)
                    : group;
            }
        }
    }

    /// <summary>The same content in one frozen layer.</summary>
    internal ReadTables Compact() => new(Sequence, Directory, words.Compact(group => group.Postings.IsEmpty));

    /// <summary>This snapshot on top of a compaction of an earlier one; itself when that is of no use any more.</summary>
    internal ReadTables Rebase(ReadTables before, ReadTables compacted) =>
        words.Rebase(before.words, compacted.words) is { } rebased ? new(Sequence, Directory, rebased) : this;

    /// <summary>Gathers a first snapshot. Not thread-safe.</summary>
    internal sealed class Builder
    {
        readonly Dictionary<string, List<Posting>> postings = new(StringComparer.Ordinal);

        /// <summary>Adds an entry's current revision; a later revision of the same entry must not be added.</summary>
        public void Add(Revision revision)
        {
            if (revision.State != RevisionState.Published)
                return;
            var (sense, forms) = Sense.Of(revision);
            var i = 0;
            foreach (var key in sense.Keys)
            {
                if (!postings.TryGetValue(key, out var list))
                    postings.Add(key, list = new(1));
                list.Add(forms[i++]);
            }
        }

        public ReadTables Build(long sequence, PartnerDirectory directory)
        {
            var groups = new Dictionary<string, WordGroup>(postings.Count, StringComparer.Ordinal);
            foreach (var (key, list) in postings)
            {
                list.Sort((a, b) => (a.Sense.Organisation, a.Sense.EntryKey).CompareTo((b.Sense.Organisation, b.Sense.EntryKey)));
                groups.Add(key, new([.. list], []));
            }

            return new(sequence, directory, LayeredTable<WordGroup>.Empty.With(groups));
        }
    }
}
