using System.Text;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>
/// What settled conflicts make of an answer: which meanings stand for others that took them over, and the fields of the message Meaning
/// that say so. Most words have none.
/// </summary>
sealed class SettledAnswer
{
    readonly bool[] folded;
    readonly byte[][] fields;

    SettledAnswer(bool[] folded, byte[][] fields) => (this.folded, this.fields) = (folded, fields);

    /// <summary>What holds for a word on a day; null when no conflict about it was settled and nobody takes over another's definition.</summary>
    public static SettledAnswer? Of(WordGroup group, PartnerDirectory directory, LookupFilter filter, TimeProvider time, DateOnly? day)
    {
        if (group.Settled.IsEmpty && !HasAdoption(group))
            return null;
        var today = day ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var standsFor = new int[group.Postings.Length];
        for (var i = 0; i < standsFor.Length; i++)
            standsFor[i] = filter.Takes(group.Postings[i].Sense, directory) ? Root(group, i, directory, filter) : -1;
        return new(
            [.. standsFor.Select((adopted, i) => adopted >= 0 && adopted != i)],
            [.. standsFor.Select((adopted, i) => adopted == i ? Fields(group, i, standsFor, directory, filter, today) : [])]);
    }

    /// <summary>Whether another meaning of the answer stands for this one.</summary>
    public bool IsFolded(int posting) => folded[posting];

    /// <summary>Fields to add to a meaning.</summary>
    public ReadOnlySpan<byte> FieldsOf(int posting) => fields[posting];

    static bool HasAdoption(WordGroup group)
    {
        foreach (var posting in group.Postings)
        {
            if (posting.Sense.Adopts is not null)
                return true;
        }

        return false;
    }

    /// <summary>Index of the meaning that stands for one, over any number of takings over; itself where they go in a circle.</summary>
    static int Root(WordGroup group, int posting, PartnerDirectory directory, LookupFilter filter)
    {
        var at = posting;
        for (var i = 0; i <= group.Postings.Length; i++)
        {
            var next = Adopted(group, at, directory, filter);
            if (next == at)
                return at;
            at = next;
        }

        return posting;
    }

    /// <summary>Index of the meaning that one takes over: the entry it takes over, where that is in the answer and still says the same.</summary>
    static int Adopted(WordGroup group, int posting, PartnerDirectory directory, LookupFilter filter)
    {
        var sense = group.Postings[posting].Sense;
        if (sense.Adopts is null)
            return posting;
        for (var i = 0; i < group.Postings.Length; i++)
        {
            var other = group.Postings[i].Sense;
            if (i != posting && filter.Takes(other, directory) && Adoption.Takes(sense, other, directory))
                return i;
        }

        return posting;
    }

    static byte[] Fields(WordGroup group, int posting, int[] standsFor, PartnerDirectory directory, LookupFilter filter, DateOnly today)
    {
        using var buffer = new MemoryStream();
        var sense = group.Postings[posting].Sense;
        var asked = NormalForm.Of(group.Postings[posting].Form ?? sense.Term);
        if (group.Settled.Any(mark => HasLapsed(mark, sense, filter)))
            WriteFlag(buffer, MeaningFields.ScopeNoteLapsed);
        foreach (var mark in group.Settled)
        {
            if (mark.Settlement is not { } settlement || !filter.Takes(mark) || !mark.Entries.Contains(sense.EntryKey))
                continue;
            if (settlement.Effective > today)
            {
                // Until the day it holds the conflict stands as before.
                Write(buffer, MeaningFields.Conflicts, mark.NameBytes);
                continue;
            }

            // Whose part was not settled, or is not with the other side, goes on to part.
            if (settlement.Open.Contains(sense.EntryKey))
                Write(buffer, MeaningFields.Conflicts, mark.NameBytes);
            if (settlement.Unbound.Contains(sense.EntryKey))
                continue;
            var told = false;
            for (var i = 0; i < standsFor.Length; i++)
            {
                if (standsFor[i] == posting && Message(mark, settlement, group.Postings[i].Sense, asked, directory, filter) is { } message)
                {
                    Write(buffer, MeaningFields.Settlements, message);
                    told = true;
                }
            }

            if (!told)
                Write(buffer, MeaningFields.Settlements, Message(mark, settlement, null, false, asked, directory));
        }

        for (var i = 0; i < standsFor.Length; i++)
        {
            if (i != posting && standsFor[i] == posting)
                Write(buffer, MeaningFields.AdoptedBy, Encoding.ASCII.GetBytes(directory[group.Postings[i].Sense.Organisation].Id.ResourceName));
        }

        if (sense.Adopts is { } adopts)
            Write(buffer, MeaningFields.Adopts, Encoding.ASCII.GetBytes(adopts.ToString()));
        return buffer.ToArray();
    }

    // The note was agreed with a settlement that no longer holds.
    static bool HasLapsed(SettledMark mark, Sense sense, LookupFilter filter) =>
        mark is { Settlement: null, Lapsed: { } lapsed } && filter.Takes(mark)
        && lapsed.Notes.Any(note => note.Entry == sense.EntryKey && note.Own.Length > 0 && note.Own == sense.ScopeNote);

    static byte[]? Message(SettledMark mark, Settlement settlement, Sense sense, string asked, PartnerDirectory directory, LookupFilter filter)
    {
        foreach (var note in settlement.Notes)
        {
            if (note.Entry == sense.EntryKey)
                return Message(mark, settlement, note, filter.Reader == sense.Organisation, asked, directory);
        }

        return null;
    }

    static byte[] Message(SettledMark mark, Settlement settlement, SettledNote? note, bool isOwn, string asked, PartnerDirectory directory)
    {
        using var buffer = new MemoryStream();
        Write(buffer, MeaningFields.SettlementConflict, mark.NameBytes);
        WriteNumber(buffer, MeaningFields.SettlementOutcome, (int)settlement.Outcome);
        // Who has used the agreed word need not be told to use it.
        if (note is not null && !UsesOf(note).Any(word => string.Equals(NormalForm.Of(word), asked, StringComparison.Ordinal)))
        {
            var text = isOwn ? note.Own : note.Other;
            if (text.Length > 0)
                Write(buffer, MeaningFields.SettlementNote, Encoding.UTF8.GetBytes(text));
            if (note.Warns && !isOwn)
                WriteNumber(buffer, MeaningFields.SettlementWarning, 1);
            foreach (var word in UsesOf(note))
                Write(buffer, MeaningFields.SettlementUseInstead, Encoding.UTF8.GetBytes(word));
        }

        foreach (var reservation in settlement.Reservations)
        {
            using var part = new MemoryStream();
            Write(part, MeaningFields.ReservationOrganisation, Encoding.ASCII.GetBytes(directory[reservation.Organisation].Id.ResourceName));
            Write(part, MeaningFields.ReservationStatement, Encoding.UTF8.GetBytes(reservation.Statement));
            Write(buffer, MeaningFields.SettlementReservations, part.ToArray());
        }

        WriteText(buffer, MeaningFields.SettlementSince, settlement.Effective.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        return buffer.ToArray();
    }

    static string[] UsesOf(SettledNote note) => note.Use.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    static void WriteText(MemoryStream buffer, int field, string text) => Write(buffer, field, Encoding.UTF8.GetBytes(text));

    static void Write(MemoryStream buffer, int field, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[12];
        var at = 0;
        if (field < 16)
            Wire.WriteHead(head, ref at, field, bytes.Length);
        else
            Wire.WriteWideHead(head, ref at, field, bytes.Length);
        buffer.Write(head[..at]);
        buffer.Write(bytes);
    }

    // Of a field with a number from 16 on.
    static void WriteFlag(MemoryStream buffer, int field)
    {
        Span<byte> bytes = stackalloc byte[3];
        var at = 0;
        Wire.WriteVarint(bytes, ref at, (uint)(field << 3));
        bytes[at++] = 1;
        buffer.Write(bytes[..at]);
    }

    static void WriteNumber(MemoryStream buffer, int field, int number)
    {
        Span<byte> bytes = stackalloc byte[6];
        var at = 0;
        Wire.WriteNumber(bytes, ref at, field, (uint)number);
        buffer.Write(bytes[..at]);
    }
}
