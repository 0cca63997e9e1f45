using System.Text;

namespace CommonLanguage.Lookup;

/// <summary>Copies answers together from the packed meanings, in the wire format of LookUpTermResponse.</summary>
static class AnswerWriter
{
    const int Exact = 1;
    const int NormalForm = 2;
    const int OtherTerm = 3;

    /// <summary>The meanings of a word, as the field "meanings" of a LookUpTermResponse, obeying what was settled.</summary>
    public static byte[] WriteMeanings(WordGroup group, string asked, PartnerDirectory directory, LookupFilter filter, SettledAnswer? settled)
    {
        var size = MeaningsSize(group, directory, filter, settled);
        if (size == 0)
            return [];
        var bytes = GC.AllocateUninitializedArray<byte>(size);
        var at = 0;
        WriteMeanings(bytes, ref at, group, asked, directory, filter, settled);
        return bytes;
    }

    static int MeaningsSize(WordGroup group, PartnerDirectory directory, LookupFilter filter, SettledAnswer? settled)
    {
        var size = 0;
        for (var i = 0; i < group.Postings.Length; i++)
        {
            if (IsShown(group, i, directory, filter, settled))
                size += Wire.FieldSize(MeaningSize(group, i, directory, filter, settled));
        }

        return size;
    }

    static void WriteMeanings(
        Span<byte> bytes, ref int at, WordGroup group, string asked, PartnerDirectory directory, LookupFilter filter, SettledAnswer? settled)
    {
        for (var i = 0; i < group.Postings.Length; i++)
        {
            if (!IsShown(group, i, directory, filter, settled))
                continue;
            Wire.WriteHead(bytes, ref at, MeaningFields.ResponseMeanings, MeaningSize(group, i, directory, filter, settled));
            WriteMeaning(bytes, ref at, group.Postings[i], group, asked, directory, filter);
            if (settled is not null)
                Wire.Write(bytes, ref at, settled.FieldsOf(i));
        }
    }

    static bool IsShown(WordGroup group, int posting, PartnerDirectory directory, LookupFilter filter, SettledAnswer? settled) =>
        filter.Takes(group.Postings[posting].Sense, directory) && settled?.IsFolded(posting) != true;

    static int MeaningSize(WordGroup group, int index, PartnerDirectory directory, LookupFilter filter, SettledAnswer? settled)
    {
        var posting = group.Postings[index];
        var sense = posting.Sense;
        var organisation = OrganisationNameLength(directory, sense);
        var entry = organisation + "/entries/".Length + sense.EntryId.Length;
        var form = posting.Form is null ? WireReader.Bytes(sense.Body, MeaningFields.Term).Length : Encoding.UTF8.GetByteCount(posting.Form);
        var size = sense.Body.Length + Wire.FieldSize(organisation) + Wire.FieldSize(entry) + Wire.FieldSize(form)
            + Wire.FieldSize(entry + "/revisions/".Length + Digits(sense.Number)) + 2 + 2
            + (posting.Replacement is { } instead ? Wire.FieldSize(Encoding.UTF8.GetByteCount(instead)) : 0)
            + (settled is null ? 0 : settled.FieldsOf(index).Length);
        foreach (var mark in group.Conflicts)
        {
            if (filter.Takes(mark) && mark.Entries.Contains(sense.EntryKey))
                size += Wire.FieldSize(mark.NameBytes.Length);
        }

        return size;
    }

    static void WriteMeaning(Span<byte> bytes, ref int at, Posting posting, WordGroup group, string asked, PartnerDirectory directory, LookupFilter filter)
    {
        var sense = posting.Sense;
        var organisation = OrganisationNameLength(directory, sense);
        var entry = organisation + "/entries/".Length + sense.EntryId.Length;

        Wire.WriteHead(bytes, ref at, MeaningFields.Entry, entry);
        WriteEntryName(bytes, ref at, directory, sense);
        Wire.WriteHead(bytes, ref at, MeaningFields.Organisation, organisation);
        WriteOrganisationName(bytes, ref at, directory, sense);
        Wire.Write(bytes, ref at, sense.Body);

        var term = WireReader.Bytes(sense.Body, MeaningFields.Term);
        int match;
        if (posting.Form is null)
        {
            Wire.WriteHead(bytes, ref at, MeaningFields.MatchedForm, term.Length);
            Wire.Write(bytes, ref at, term);
            match = SameText(term, asked) ? Exact : NormalForm;
        }
        else
        {
            Wire.WriteText(bytes, ref at, MeaningFields.MatchedForm, posting.Form);
            match = posting.IsOther ? OtherTerm : string.Equals(posting.Form, asked, StringComparison.Ordinal) ? Exact : NormalForm;
        }

        if (posting.Replacement is { } instead)
            Wire.WriteText(bytes, ref at, MeaningFields.ReplacedBy, instead);
        Wire.WriteNumber(bytes, ref at, MeaningFields.Status, (uint)posting.Status);
        Wire.WriteNumber(bytes, ref at, MeaningFields.Match, (uint)match);
        Wire.WriteHead(bytes, ref at, MeaningFields.Revision, entry + "/revisions/".Length + Digits(sense.Number));
        WriteEntryName(bytes, ref at, directory, sense);
        Wire.Write(bytes, ref at, "/revisions/"u8);
        _ = sense.Number.TryFormat(bytes[at..], out var digits, provider: System.Globalization.CultureInfo.InvariantCulture);
        at += digits;

        foreach (var mark in group.Conflicts)
        {
            if (!filter.Takes(mark) || !mark.Entries.Contains(sense.EntryKey))
                continue;
            Wire.WriteHead(bytes, ref at, MeaningFields.Conflicts, mark.NameBytes.Length);
            Wire.Write(bytes, ref at, mark.NameBytes);
        }
    }

    static int OrganisationNameLength(PartnerDirectory directory, Sense sense) =>
        "organisations/".Length + directory[sense.Organisation].Id.Value.Length;

    static void WriteOrganisationName(Span<byte> bytes, ref int at, PartnerDirectory directory, Sense sense)
    {
        Wire.Write(bytes, ref at, "organisations/"u8);
        at += Encoding.ASCII.GetBytes(directory[sense.Organisation].Id.Value, bytes[at..]);
    }

    static void WriteEntryName(Span<byte> bytes, ref int at, PartnerDirectory directory, Sense sense)
    {
        WriteOrganisationName(bytes, ref at, directory, sense);
        Wire.Write(bytes, ref at, "/entries/"u8);
        at += Encoding.ASCII.GetBytes(sense.EntryId, bytes[at..]);
    }

    static bool SameText(ReadOnlySpan<byte> term, string asked)
    {
        if (asked.Length > term.Length)
            return false;
        Span<byte> bytes = stackalloc byte[asked.Length * 3];
        return Encoding.UTF8.TryGetBytes(asked, bytes, out var length) && bytes[..length].SequenceEqual(term);
    }

    static int Digits(int number) => number switch
    {
        < 10 => 1,
        < 100 => 2,
        < 1_000 => 3,
        _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture).Length,
    };
}
