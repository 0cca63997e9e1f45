namespace CommonLanguage.Lookup;

/// <summary>Who takes over whose definition: in answers the entry that was taken over stands for the one that took it over.</summary>
static class Adoption
{
    // Longer chains do not come about; a circle ends here.
    const int LongestChain = 16;

    /// <summary>Whether an entry takes over another and still says the same.</summary>
    public static bool Takes(Sense sense, Sense other, PartnerDirectory directory) =>
        sense.Adopts is { } name && other.EntryId == name.Id && directory[other.Organisation].Id == name.Organisation
        && WireReader.Bytes(other.Body, MeaningFields.Definition).SequenceEqual(WireReader.Bytes(sense.Body, MeaningFields.Definition));

    /// <summary>The entry that stands for one in an answer, over any number of takings over; itself where none does.</summary>
    public static Sense RootOf(Sense sense, ReadTables tables, LookupFilter filter)
    {
        var at = sense;
        for (var i = 0; i < LongestChain && at.Adopts is not null; i++)
        {
            if (Next(at, tables, filter) is not { } next || next.EntryKey == sense.EntryKey)
                break;
            at = next;
        }

        return at;
    }

    static Sense? Next(Sense sense, ReadTables tables, LookupFilter filter)
    {
        foreach (var key in sense.Keys)
        {
            foreach (var posting in tables.FindUndamaged(key).Postings)
            {
                if (posting.Sense.EntryKey != sense.EntryKey && filter.Takes(posting.Sense, tables.Directory) && Takes(sense, posting.Sense, tables.Directory))
                    return posting.Sense;
            }
        }

        return null;
    }
}
