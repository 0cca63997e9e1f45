using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using CommonLanguage.Analysis.Text;
using static CommonLanguage.Analysis.Checking.Snapshots.SnapshotLayout;

namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>Writes what a snapshot holds as the bytes of a file: the same bytes for the same content.</summary>
public sealed class SnapshotWriter
{
    readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);
    readonly List<byte> heap = [];
    readonly List<int> textOffsets = [0];
    readonly Dictionary<string, int> tokens = new(StringComparer.Ordinal);
    readonly List<int> tokenTexts = [];
    readonly TokenTrieBuilder trie = new();
    readonly List<List<int>> labels = [];
    readonly List<FormRow> forms = [];

    SnapshotWriter()
    {
    }

    /// <summary>The bytes of the file.</summary>
    /// <exception cref="ArgumentException">An entry names no organisation of the content, or a conflict no entry.</exception>
    public static byte[] Write(SnapshotContent content) => new SnapshotWriter().WriteAll(content);

    byte[] WriteAll(SnapshotContent content)
    {
        var asOf = content.AsOf.ToUnixTimeSeconds();
        PartnershipRow[] partnership = [new(Text(content.Partnership), Text(content.DisplayName), (int)asOf, (int)(asOf >> 32))];

        var organisations = content.Organisations.OrderBy(o => o.Id, StringComparer.Ordinal).ToArray();
        var organisationNumbers = organisations.Select((o, i) => (o.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i, StringComparer.Ordinal);
        OrganisationRow[] organisationRows = [.. organisations.Select(o => new OrganisationRow(Text(o.Id), Text(o.DisplayName)))];

        var entries = content.Entries.OrderBy(e => e.Organisation, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal).ToArray();
        var entryNumbers = entries.Select((e, i) => (e.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        var entryRows = new EntryRow[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            var firstForm = forms.Count;
            AddForms(i, entry);
            if (!organisationNumbers.TryGetValue(entry.Organisation, out var owner))
                throw new ArgumentException($"Entry '{entry.Name}' belongs to no organisation of the snapshot.", nameof(content));
            entryRows[i] = new(
                owner, Text(entry.Id), entry.Revision, Text(entry.Language), Text(entry.Definition), Text(entry.ReplacedBy), Text(entry.Note),
                entry.Since.DayNumber, firstForm, entry.Terms.Length, forms.Count - firstForm);
        }

        var parties = new List<int>();
        var pairs = new List<PairRow>();
        var differences = new List<DifferenceRow>();
        var settlements = new List<SettlementRow>();
        var notes = new List<NoteRow>();
        var ofEntry = new List<int>[entries.Length];
        var conflicts = content.Conflicts.OrderBy(c => c.Id, StringComparer.Ordinal).Select((conflict, number) =>
        {
            var row = new ConflictRow(
                Text(conflict.Id), Text(conflict.Term), (int)conflict.Kind, Score(conflict.Severity), (int)conflict.State, conflict.Since.DayNumber,
                parties.Count, conflict.Parties.Length, pairs.Count, conflict.Pairs.Length, conflict.Settlement is null ? -1 : settlements.Count);
            foreach (var party in conflict.Parties)
            {
                if (!entryNumbers.TryGetValue(party, out var entry))
                    throw new ArgumentException($"Conflict '{conflict.Id}' names '{party}', which is no entry of the snapshot.", nameof(content));
                parties.Add(entry);
                (ofEntry[entry] ??= []).Add(number);
            }

            foreach (var pair in conflict.Pairs)
            {
                pairs.Add(new(pair.A, pair.B, (int)pair.Relation, (int)pair.Kind, Score(pair.Conflict), differences.Count, pair.Differences.Length));
                foreach (var difference in pair.Differences)
                    differences.Add(new(Text(difference.Reason), difference.A.Start, difference.A.End, difference.B.Start, difference.B.End));
            }

            if (conflict.Settlement is { } settlement)
            {
                settlements.Add(new((int)settlement.Outcome, settlement.Effective.DayNumber, notes.Count, settlement.Notes.Length));
                notes.AddRange(settlement.Notes.Select(note => new NoteRow(note.Party, Text(note.Own), Text(note.Other), Text(note.Use))));
            }

            return row;
        }).ToArray();

        var (labelOffsets, labelForms) = Flat([.. labels]);
        var (conflictOffsets, entryConflicts) = Flat(ofEntry);
        var (roots, firstEdge, edgeTokens, edgeTargets, values) = trie.Build(tokens.Count);
        byte[][] sections =
        [
            [.. heap], Bytes<int>([.. textOffsets]), Bytes(partnership), Bytes(organisationRows), Bytes(entryRows), Bytes<FormRow>([.. forms]),
            Bytes(labelOffsets), Bytes(labelForms), Bytes(Slots()), Bytes<int>([.. tokenTexts]),
            Bytes(roots), Bytes(firstEdge), Bytes(edgeTokens), Bytes(edgeTargets), Bytes(values),
            Bytes(conflicts), Bytes<int>([.. parties]), Bytes<PairRow>([.. pairs]), Bytes<DifferenceRow>([.. differences]),
            Bytes(conflictOffsets), Bytes(entryConflicts),
        ];
        // Who uses which term is found with the snapshot itself, as in any text.
        var noUsers = Bytes(new int[labels.Count + 1]);
        byte[][] settled = [Bytes<SettlementRow>([.. settlements]), Bytes<NoteRow>([.. notes])];
        using var withoutUsers = GlossarySnapshot.Read(Assemble([.. sections, noUsers, [], .. settled]), content.Partnership);
        var (userOffsets, users) = Flat(LabelUsers.Of(withoutUsers));
        return Assemble([.. sections, Bytes(userOffsets), Bytes(users), .. settled]);
    }

    // The terms as written come first, so that an entry can be read back; forms hidden in them follow.
    void AddForms(int entry, SnapshotEntry content)
    {
        foreach (var term in content.Terms)
            AddForm(entry, term.Text, term, FoundFormKind.Whole);
        foreach (var term in content.Terms)
        {
            foreach (var form in TermForms.Of(term.Text))
            {
                if (form.Kind != FoundFormKind.Whole && !content.Terms.Any(other => string.Equals(other.Text, form.Text, StringComparison.Ordinal)))
                    AddForm(entry, form.Text, term, form.Kind);
            }
        }
    }

    void AddForm(int entry, string text, SnapshotTerm term, FoundFormKind found)
    {
        var form = forms.Count;
        forms.Add(new(entry, Text(text), (int)term.Status, (int)term.Form, (int)found));
        var (path, joined) = PhraseTokens.Of(text);
        if (path.Length == 0)
            return;
        AddLabel(Numbers(path), form, isVariant: false);
        foreach (var variant in joined)
            AddLabel(Numbers(variant), form, isVariant: true);
    }

    void AddLabel(ReadOnlySpan<int> path, int form, bool isVariant)
    {
        var label = trie.Add(path, labels.Count);
        if (label == labels.Count)
            labels.Add([]);
        labels[label].Add((form * 2) + (isVariant ? 1 : 0));
    }

    int[] Numbers(string[] path)
    {
        var numbers = new int[path.Length];
        for (var i = 0; i < path.Length; i++)
        {
            if (!tokens.TryGetValue(path[i], out numbers[i]))
            {
                tokens.Add(path[i], numbers[i] = tokens.Count);
                tokenTexts.Add(Text(path[i]));
            }
        }

        return numbers;
    }

    int[] Slots()
    {
        var slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, tokens.Count * 2))];
        foreach (var (token, number) in tokens)
        {
            var at = Slot(Encoding.UTF8.GetBytes(token), slots.Length);
            while (slots[at] != 0)
                at = (at + 1) & (slots.Length - 1);
            slots[at] = number + 1;
        }

        return slots;
    }

    int Text(string text)
    {
        if (texts.TryGetValue(text, out var number))
            return number;
        number = texts.Count;
        texts.Add(text, number);
        heap.AddRange(Encoding.UTF8.GetBytes(text));
        textOffsets.Add(heap.Count);
        return number;
    }

    static int Score(double score) => (int)Math.Round(score * ScoreUnits);

    static (int[] Offsets, int[] Values) Flat(List<int>?[] lists)
    {
        var offsets = new int[lists.Length + 1];
        var values = new List<int>();
        for (var i = 0; i < lists.Length; i++)
        {
            if (lists[i] is { } list)
                values.AddRange(list);
            offsets[i + 1] = values.Count;
        }

        return (offsets, [.. values]);
    }

    static byte[] Bytes<T>(T[] rows) where T : unmanaged => MemoryMarshal.AsBytes<T>(rows).ToArray();

    static byte[] Assemble(params ReadOnlySpan<byte[]> sections)
    {
        var length = TableEnd;
        foreach (var section in sections)
            length += (section.Length + 3) & ~3;
        var file = new byte[length];
        Magic.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), FormatVersion);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(12), sections.Length);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(16), length);
        var at = TableEnd;
        for (var i = 0; i < sections.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(HashEnd + (8 * i)), at);
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(HashEnd + (8 * i) + 4), sections[i].Length);
            sections[i].CopyTo(file.AsSpan(at));
            at += (sections[i].Length + 3) & ~3;
        }

        Hash(file, file.AsSpan(HashStart, HashEnd - HashStart));
        return file;
    }
}
