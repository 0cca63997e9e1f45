using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Text;
using static CommonLanguage.Analysis.Checking.Snapshots.SnapshotLayout;

namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>
/// The words of a partnership at one moment, read in place from one file: opening it costs a checksum, nothing is built.
/// Immutable and thread-safe; not to be used after it has been disposed.
/// </summary>
public sealed class GlossarySnapshot : IDisposable
{
    readonly IDisposable? owner;
    readonly ReadOnlyMemory<byte> file;
    readonly ConcurrentDictionary<int, SnapshotEntry> entries = new();
    readonly ConcurrentDictionary<int, SnapshotConflict> conflicts = new();

    GlossarySnapshot(ReadOnlyMemory<byte> file, IDisposable? owner, string shownName)
    {
        (this.file, this.owner) = (file, owner);
        Validate(file.Span, shownName);
        var partnership = Rows<PartnershipRow>(Section.Partnership)[0];
        Partnership = Text(partnership.Id);
        DisplayName = Text(partnership.DisplayName);
        AsOf = DateTimeOffset.FromUnixTimeSeconds((uint)partnership.AsOfLow | ((long)partnership.AsOfHigh << 32));
        Organisations = [.. Rows<OrganisationRow>(Section.Organisations).ToArray().Select(row => new SnapshotOrganisation(Text(row.Id), Text(row.DisplayName)))];
        ETag = Convert.ToHexStringLower(file.Span[HashStart..HashEnd]);
    }

    /// <summary>Opens a file by mapping it into memory. The file must not be changed in place while it is open.</summary>
    /// <exception cref="UnreadableInputException">Not there, no snapshot, damaged, or of a newer format.</exception>
    public static GlossarySnapshot Open(string path)
    {
        FileStream stream;
        try
        {
            stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableInputException($"Snapshot '{path}' cannot be opened ({fault.Message.TrimEnd('.')}); save one with 'commonlanguage pull'.", fault);
        }

        if (stream.Length < TableEnd || stream.Length > int.MaxValue)
        {
            stream.Dispose();
            throw NoSnapshot(path);
        }

        var map = new MappedFile(stream);
        try
        {
            return new(map.Memory, map, path);
        }
        catch
        {
            ((IDisposable)map).Dispose();
            throw;
        }
    }

    /// <summary>Reads a snapshot out of memory.</summary>
    /// <param name="file">The bytes of a file; not copied, must not change.</param>
    /// <param name="shownName">What messages call it.</param>
    /// <exception cref="UnreadableInputException">No snapshot, damaged, or of a newer format.</exception>
    public static GlossarySnapshot Read(ReadOnlyMemory<byte> file, string shownName) =>
        file.Length < TableEnd ? throw NoSnapshot(shownName) : new(file, null, shownName);

    /// <summary>Id of the partnership.</summary>
    public string Partnership { get; }

    /// <summary>What people call the partnership.</summary>
    public string DisplayName { get; }

    /// <summary>When the last change that is in it was made.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>Hash of the content, 32 hexadecimal digits: equal content, equal tag.</summary>
    public string ETag { get; }

    /// <summary>The members, by id.</summary>
    public ImmutableArray<SnapshotOrganisation> Organisations { get; }

    /// <summary>Number of entries; they are numbered from 0.</summary>
    public int EntryCount => Rows<EntryRow>(Section.Entries).Length;

    /// <summary>Number of conflicts; they are numbered from 0.</summary>
    public int ConflictCount => Rows<ConflictRow>(Section.Conflicts).Length;

    /// <summary>Number of different terms that are looked for in a document.</summary>
    public int LabelCount => Ints(Section.LabelOffsets).Length - 1;

    /// <summary>One entry.</summary>
    public SnapshotEntry Entry(int number) => entries.TryGetValue(number, out var known) ? known : entries.GetOrAdd(number, ReadEntry(number));

    /// <summary>One conflict.</summary>
    public SnapshotConflict Conflict(int number) => conflicts.TryGetValue(number, out var known) ? known : conflicts.GetOrAdd(number, ReadConflict(number));

    /// <summary>Numbers of the conflicts that an entry takes part in.</summary>
    public ReadOnlySpan<int> ConflictsOf(int entry) => Slice(Section.EntryConflictOffsets, Section.EntryConflicts, entry);

    /// <summary>Number of the organisation in <see cref="Organisations"/> that owns an entry.</summary>
    public int OwnerOf(int entry) => Rows<EntryRow>(Section.Entries)[entry].Organisation;

    /// <summary>Numbers of the entries of a conflict, in the order of its parties.</summary>
    internal ReadOnlySpan<int> PartiesOf(int conflict)
    {
        var row = Rows<ConflictRow>(Section.Conflicts)[conflict];
        return Ints(Section.Parties).Slice(row.FirstParty, row.PartyCount);
    }

    /// <summary>Number of an organisation, or -1.</summary>
    public int OrganisationNumber(string id)
    {
        for (var i = 0; i < Organisations.Length; i++)
        {
            if (string.Equals(Organisations[i].Id, id, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    /// <summary>Number of the entry with an id, or -1. The cost grows with the number of entries.</summary>
    internal int EntryNumber(string organisation, string id)
    {
        var owner = OrganisationNumber(organisation);
        var wanted = Encoding.UTF8.GetBytes(id);
        var rows = Rows<EntryRow>(Section.Entries);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Organisation == owner && Utf8(rows[i].Id).SequenceEqual(wanted))
                return i;
        }

        return -1;
    }

    /// <inheritdoc/>
    public void Dispose() => owner?.Dispose();

    internal TokenTrie Trie => new(
        Ints(Section.TrieRoots), Ints(Section.TrieFirstEdge), Ints(Section.TrieEdgeTokens), Ints(Section.TrieEdgeTargets), Ints(Section.TrieValues));

    /// <summary>Number of a token in normal form, or -1.</summary>
    internal int Token(string text)
    {
        Span<byte> bytes = text.Length <= 256 ? stackalloc byte[text.Length * 3] : new byte[text.Length * 3];
        bytes = bytes[..Encoding.UTF8.GetBytes(text, bytes)];
        var slots = Ints(Section.TokenSlots);
        for (var at = Slot(bytes, slots.Length); slots[at] != 0; at = (at + 1) & (slots.Length - 1))
        {
            if (Utf8(Ints(Section.TokenTexts)[slots[at] - 1]).SequenceEqual(bytes))
                return slots[at] - 1;
        }

        return -1;
    }

    /// <summary>Forms found under a label: twice the number of the form, one more where it is only another spelling of it.</summary>
    internal ReadOnlySpan<int> FormsOf(int label) => Slice(Section.LabelOffsets, Section.LabelForms, label);

    /// <summary>Numbers of the organisations that use a label when they define other words.</summary>
    internal ReadOnlySpan<int> UsersOf(int label) => Slice(Section.LabelUserOffsets, Section.LabelUsers, label);

    /// <summary>All forms under which an entry is found, by its resource name; none where there is no such entry.</summary>
    internal List<string> FormsOf(string name)
    {
        List<string> forms = [];
        if (name.Split('/') is [_, var organisation, _, var id] && EntryNumber(organisation, id) is >= 0 and var number)
        {
            var row = Rows<EntryRow>(Section.Entries)[number];
            foreach (var form in Rows<FormRow>(Section.Forms).Slice(row.FirstForm, row.FormCount))
                forms.Add(Text(form.Text));
        }

        return forms;
    }

    internal FormRow Form(int number) => Rows<FormRow>(Section.Forms)[number];

    internal string Text(int number) => Encoding.UTF8.GetString(Utf8(number));

    ReadOnlySpan<byte> Utf8(int number)
    {
        var offsets = Ints(Section.TextOffsets);
        return Bytes(Section.Texts)[offsets[number]..offsets[number + 1]];
    }

    SnapshotEntry ReadEntry(int number)
    {
        var row = Rows<EntryRow>(Section.Entries)[number];
        var terms = ImmutableArray.CreateBuilder<SnapshotTerm>(row.TermCount);
        foreach (var form in Rows<FormRow>(Section.Forms).Slice(row.FirstForm, row.TermCount))
            terms.Add(new(Text(form.Text), (SnapshotTermStatus)form.Status, (SnapshotTermForm)form.Form));
        return new(
            Organisations[row.Organisation].Id, Text(row.Id), row.Revision, Text(row.Language), Text(row.Definition), terms.MoveToImmutable(),
            Text(row.ReplacedBy), Text(row.Note), DateOnly.FromDayNumber(row.Since));
    }

    SnapshotConflict ReadConflict(int number)
    {
        var row = Rows<ConflictRow>(Section.Conflicts)[number];
        var parties = ImmutableArray.CreateBuilder<string>(row.PartyCount);
        foreach (var entry in PartiesOf(number))
            parties.Add(Entry(entry).Name);
        var pairs = ImmutableArray.CreateBuilder<SnapshotPair>(row.PairCount);
        foreach (var pair in Rows<PairRow>(Section.Pairs).Slice(row.FirstPair, row.PairCount))
        {
            var differences = ImmutableArray.CreateBuilder<Evidence>(pair.DifferenceCount);
            foreach (var difference in Rows<DifferenceRow>(Section.Differences).Slice(pair.FirstDifference, pair.DifferenceCount))
                differences.Add(new(Text(difference.Reason), new(difference.AStart, difference.AEnd), new(difference.BStart, difference.BEnd)));
            pairs.Add(new(pair.A, pair.B, (Relation)pair.Relation, (ConflictKind)pair.Kind, (double)pair.Conflict / ScoreUnits, differences.MoveToImmutable()));
        }

        return new(
            Text(row.Id), Text(row.Term), (ConflictKind)row.Kind, (double)row.Severity / ScoreUnits, (SnapshotConflictState)row.State,
            DateOnly.FromDayNumber(row.Since), parties.MoveToImmutable(), pairs.MoveToImmutable()) { Settlement = row.Settlement < 0 ? null : ReadSettlement(row.Settlement) };
    }

    SnapshotSettlement ReadSettlement(int number)
    {
        var row = Rows<SettlementRow>(Section.Settlements)[number];
        var notes = Rows<NoteRow>(Section.Notes).Slice(row.FirstNote, row.NoteCount).ToArray();
        return new(
            (SnapshotOutcome)row.Outcome, DateOnly.FromDayNumber(row.Effective),
            [.. notes.Select(note => new SnapshotNote(note.Party, Text(note.Own), Text(note.Other), Text(note.Use)))]);
    }

    ReadOnlySpan<int> Slice(Section offsets, Section values, int number)
    {
        var starts = Ints(offsets);
        return Ints(values)[starts[number]..starts[number + 1]];
    }

    ReadOnlySpan<int> Ints(Section section) => Rows<int>(section);

    ReadOnlySpan<T> Rows<T>(Section section) where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(section));

    ReadOnlySpan<byte> Bytes(Section section)
    {
        var span = file.Span;
        var at = HashEnd + (8 * (int)section);
        return span.Slice(ReadInt(span, at), ReadInt(span, at + 4));
    }

    static void Validate(ReadOnlySpan<byte> file, string shownName)
    {
        if (!file.StartsWith(Magic))
            throw NoSnapshot(shownName);
        var version = ReadInt(file, 8);
        if (version > FormatVersion)
        {
            throw new UnreadableInputException(string.Create(
                CultureInfo.InvariantCulture,
                $"Snapshot '{shownName}' has format {version}, newer than this program reads ({FormatVersion}); install a newer commonlanguage."));
        }

        if (version < FormatVersion)
        {
            throw new UnreadableInputException(string.Create(
                CultureInfo.InvariantCulture,
                $"Snapshot '{shownName}' has format {version}, older than this program reads ({FormatVersion}); save it again with 'commonlanguage pull'."));
        }

        Span<byte> hash = stackalloc byte[HashEnd - HashStart];
        var length = System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(file[16..]);
        if (length == file.Length)
            Hash(file, hash);
        if (length != file.Length || ReadInt(file, 12) != (int)Section.Count || !hash.SequenceEqual(file[HashStart..HashEnd]) || !SectionsFit(file))
            throw new UnreadableInputException($"Snapshot '{shownName}' is damaged (its checksum does not match); save it again with 'commonlanguage pull'.");
    }

    static bool SectionsFit(ReadOnlySpan<byte> file)
    {
        for (var at = HashEnd; at < TableEnd; at += 8)
        {
            var (start, length) = (ReadInt(file, at), ReadInt(file, at + 4));
            if (start < TableEnd || length < 0 || start % 4 != 0 || start > file.Length - length)
                return false;
        }

        return true;
    }

    static UnreadableInputException NoSnapshot(string shownName) =>
        new($"'{shownName}' is no snapshot; save one with 'commonlanguage pull'.");
}
