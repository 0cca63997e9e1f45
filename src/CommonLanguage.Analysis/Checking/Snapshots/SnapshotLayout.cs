using System.Buffers.Binary;
using System.IO.Hashing;

namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>
/// Where things stand in a snapshot file. All numbers are little-endian 32-bit integers, all texts UTF-8:
/// 8 bytes magic; format version; number of sections; length of the file (64 bit); 16 bytes XXH128 over everything else; for each
/// section its offset and its length in bytes; the sections, each at a multiple of 4.
/// </summary>
static class SnapshotLayout
{
    public const int FormatVersion = 2;
    public const int HashStart = 24;
    public const int HashEnd = 40;
    public const int ScoreUnits = 1_000_000;

    public static ReadOnlySpan<byte> Magic => "CLGSNAP\0"u8;

    public static int TableEnd => HashEnd + (8 * (int)Section.Count);

    /// <summary>The checksum of a whole file; its own place is left out.</summary>
    public static void Hash(ReadOnlySpan<byte> file, Span<byte> hash)
    {
        var sum = new XxHash128();
        sum.Append(file[..HashStart]);
        sum.Append(file[HashEnd..]);
        _ = sum.GetCurrentHash(hash);
    }

    /// <summary>Where the search for a token begins in the table of slots, a power of two long.</summary>
    public static int Slot(ReadOnlySpan<byte> token, int slots) => (int)(XxHash3.HashToUInt64(token) & (uint)(slots - 1));

    public static int ReadInt(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadInt32LittleEndian(file[at..]);

    public enum Section
    {
        Texts, TextOffsets, Partnership, Organisations, Entries, Forms, LabelOffsets, LabelForms, TokenSlots, TokenTexts,
        TrieRoots, TrieFirstEdge, TrieEdgeTokens, TrieEdgeTargets, TrieValues,
        Conflicts, Parties, Pairs, Differences, EntryConflictOffsets, EntryConflicts, LabelUserOffsets, LabelUsers, Settlements, Notes, Count,
    }

    public readonly record struct PartnershipRow(int Id, int DisplayName, int AsOfLow, int AsOfHigh);

    public readonly record struct OrganisationRow(int Id, int DisplayName);

    public readonly record struct EntryRow(
        int Organisation, int Id, int Revision, int Language, int Definition, int ReplacedBy, int Note, int Since, int FirstForm, int TermCount, int FormCount);

    /// <summary>A form under which an entry is found. The first <see cref="EntryRow.TermCount"/> of an entry are its terms as written.</summary>
    public readonly record struct FormRow(int Entry, int Text, int Status, int Form, int Found);

    /// <summary>A conflict has the number of its settlement, or -1.</summary>
    public readonly record struct ConflictRow(
        int Id, int Term, int Kind, int Severity, int State, int Since, int FirstParty, int PartyCount, int FirstPair, int PairCount, int Settlement);

    public readonly record struct PairRow(int A, int B, int Relation, int Kind, int Conflict, int FirstDifference, int DifferenceCount);

    public readonly record struct SettlementRow(int Outcome, int Effective, int FirstNote, int NoteCount);

    public readonly record struct NoteRow(int Party, int Own, int Other, int Use);

    public readonly record struct DifferenceRow(int Reason, int AStart, int AEnd, int BStart, int BEnd);
}
