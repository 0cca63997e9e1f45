using CommonLanguage.Analysis.Checking.Matching;

namespace CommonLanguage.Analysis.Checking.Snapshots;

/// <summary>
/// Which organisations use a term when they define other words: whoever explains words with it knows it, though no entry of theirs
/// says what it means.
/// </summary>
static class LabelUsers
{
    /// <summary>For each label the numbers of the organisations, in their order.</summary>
    public static List<int>?[] Of(GlossarySnapshot snapshot)
    {
        var matcher = new TermMatcher(snapshot);
        var users = new SortedSet<int>?[snapshot.LabelCount];
        for (var entry = 0; entry < snapshot.EntryCount; entry++)
        {
            foreach (var label in matcher.Match(snapshot.Entry(entry).Definition))
            {
                if (!Array.Exists(matcher.FormsOf(label).All, form => form.Entry == entry))
                    _ = (users[label] ??= []).Add(snapshot.OwnerOf(entry));
            }
        }

        return [.. users.Select(all => all?.ToList())];
    }
}
