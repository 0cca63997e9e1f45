using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Conflicts;

/// <summary>
/// The comparisons that a conflict holds, as far as they still stand: made by the same version, of two organisations whose revisions and
/// number of senses are the same as then. So one more organisation costs one more comparison with each, not all of them again.
/// </summary>
sealed class JudgedBefore
{
    readonly Conflict? known;
    readonly IReadOnlyList<Sense> senses;

    /// <summary>Where a party of the known conflict stands among the senses; -1 = no more, or with another revision.</summary>
    readonly int[] places = [];

    public JudgedBefore(Conflict? known, IReadOnlyList<Sense> senses, string version)
    {
        this.senses = senses;
        if (known is null || known.ComparerVersion != version)
            return;
        this.known = known;
        places = new int[known.Parties.Length];
        for (var party = 0; party < places.Length; party++)
        {
            places[party] = -1;
            for (var place = 0; place < senses.Count && places[party] < 0; place++)
            {
                if (senses[place].EntryKey == known.Parties[party].EntryKey && senses[place].RevisionKey == known.Parties[party].RevisionKey)
                    places[party] = place;
            }
        }
    }

    /// <summary>Adds the pairs of two organisations, given by the places of their senses; false when they have to be compared.</summary>
    public bool TryAdd(int[] left, int[] right, List<ConflictPair> pairs)
    {
        if (known is null || !StillSays(left) || !StillSays(right))
            return false;
        var before = pairs.Count;
        foreach (var pair in known.Pairs)
        {
            var (a, b) = (places[pair.A], places[pair.B]);
            if (a >= left[0] && a <= left[^1] && b >= right[0] && b <= right[^1])
                pairs.Add(pair with { A = a, B = b });
        }

        if (pairs.Count - before == Math.Min(left.Length, right.Length))
            return true;
        pairs.RemoveRange(before, pairs.Count - before);
        return false;
    }

    /// <summary>Whether an organisation's senses are the same as then, none more and none fewer.</summary>
    bool StillSays(int[] group)
    {
        var organisation = senses[group[0]].Organisation;
        var then = 0;
        for (var party = 0; party < places.Length; party++)
        {
            if (known!.Parties[party].Organisation != organisation)
                continue;
            if (places[party] < 0)
                return false;
            then++;
        }

        return then == group.Length;
    }
}
