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

    /// <summary>The statements that give a page after a place: conflicts known from both sides, then the others.</summary>
    internal IEnumerable<(bool KnowsBothSides, string Sql)> Pages(QueuePlace after)
    {
        if (HasTwoSides && after.KnowsBothSides)
            yield return (true, Page($"{Open} AND {BothSides} AND (rank < @p0 OR (rank = @p0 AND key < @p1))"));
        yield return (false, Page($"{Open}{(HasTwoSides ? $" AND NOT ({BothSides})" : "")} AND (rank < @p0 OR (rank = @p0 AND key < @p1))"));
    }

    /// <summary>The statement that counts them.</summary>
    internal string Count => $"SELECT COUNT(*) FROM conflicts WHERE {Open}";

    static string Page(string where) => $"SELECT rank, key FROM conflicts WHERE {where} ORDER BY rank DESC, key DESC LIMIT @p2";

    static string Numbers(IEnumerable<int> numbers) => string.Join(", ", numbers.Order().Select(n => n.ToString(CultureInfo.InvariantCulture)).DefaultIfEmpty("-1"));
}
