using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CommonLanguage.Lookup.Search;

/// <summary>
/// An entry whose definition another one stands for (adopted, shared) is no hit beside that one; where only the adopter's own words
/// match, the one that stands for it is shown in its place. Lives as long as one search.
/// </summary>
sealed class StandIn(IndexSearcher searcher, Query asked, Filter? visible, ReadTables tables, LookupFilter filter)
{
    static readonly Term Adopter = new(Fields.Adopter, Fields.Yes);

    readonly HashSet<long> shown = [];

    /// <summary>The entry to show for one that was found; null when it stands in the answer already.</summary>
    public Sense? For(Sense found)
    {
        var root = Adoption.RootOf(found, tables, filter);
        if (root.EntryKey != found.EntryKey && IsFound(root))
            return null;
        return shown.Add(root.EntryKey) ? root : null;
    }

    /// <summary>How many of the entries found take over another's definition.</summary>
    public int CountAdopters()
    {
        if (searcher.IndexReader.DocFreq(Adopter) == 0)
            return 0;
        var counter = new TotalHitCountCollector();
        searcher.Search(Both(new TermQuery(Adopter)), visible, counter);
        return counter.TotalHits;
    }

    bool IsFound(Sense sense) => searcher.Search(
        Both(new TermQuery(new Term(Fields.Entry, sense.EntryKey.ToString(CultureInfo.InvariantCulture)))), visible, 1).TotalHits > 0;

    BooleanQuery Both(Query other) => new() { { asked, Occur.MUST }, { other, Occur.MUST } };
}
