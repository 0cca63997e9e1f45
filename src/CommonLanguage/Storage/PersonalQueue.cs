using System.Globalization;

namespace CommonLanguage.Storage;

/// <summary>Open conflicts in the order in which a person should take them up. Read from an index alone, so that a page costs little whatever its rows hold.</summary>
/// <param name="Partnerships">The store's numbers; null = all.</param>
/// <param name="Affiliated">The store's numbers of organisations that the person works for, or did.</param>
public sealed record PersonalQueue(IReadOnlyCollection<int>? Partnerships, IReadOnlyCollection<int> Affiliated)
{
    string Open => new QueueFilter(null, [], [], 0, [], "").ToSql().Where
        + (Partnerships is null ? "" : $" AND partnership IN ({Numbers(Partnerships)})");

    // Who knows fewer than two organisations knows no conflict from both sides.
    bool HasTwoSides => Affiliated.Count >= 2;

    string BothSides => $"{string.Join(" + ", Affiliated.Order().Select(organisation => string.Create(
        CultureInfo.InvariantCulture, $"(CASE WHEN organisations LIKE '% {organisation} %' THEN 1 ELSE 0 END)")))} >= 2";

    /// <summary>
    /// The statements that give a page after a place, each read from where it begins in the index, with their values but for the limit:
    /// conflicts known from both sides, then the others; of each, those of the place's own rank first. A page far behind costs what the
    /// first one does.
    /// </summary>
    internal IEnumerable<(bool KnowsBothSides, string Sql, object[] Values)> Pages(QueuePlace after)
    {
        foreach (var knowsBothSides in (bool[])[true, false])
        {
            if (knowsBothSides && !(HasTwoSides && after.KnowsBothSides))
                continue;
            var where = Open + (!HasTwoSides ? "" : knowsBothSides ? $" AND {BothSides}" : $" AND NOT ({BothSides})");
            // The second part begins at its beginning, unless the page before had ended in it.
            var from = knowsBothSides == after.KnowsBothSides ? after : QueuePlace.Start;
            if (from != QueuePlace.Start)
                yield return (knowsBothSides, $"{Places} WHERE {where} AND rank = @p0 AND key < @p1 ORDER BY key DESC LIMIT @p2", [from.Rank, from.Key]);
            yield return (knowsBothSides, $"{Places} WHERE {where} AND rank < @p0 ORDER BY rank DESC, key DESC LIMIT @p1", [from.Rank]);
        }
    }

    /// <summary>The statement that counts them.</summary>
    internal string Count => $"SELECT COUNT(*) FROM conflicts WHERE {Open}";

    const string Places = "SELECT rank, key FROM conflicts";

    static string Numbers(IEnumerable<int> numbers) => string.Join(", ", numbers.Order().Select(n => n.ToString(CultureInfo.InvariantCulture)).DefaultIfEmpty("-1"));
}
