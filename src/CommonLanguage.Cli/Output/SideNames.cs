using System.Globalization;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Output;

/// <summary>Short names for the entries of a conflict: the organisation's id, numbered ("nist#2") where it has several.</summary>
static class SideNames
{
    /// <summary>The names, in the order of the conflict's entries.</summary>
    public static IReadOnlyList<string> Of(Conflict conflict)
    {
        var counts = conflict.Entries.CountBy(entry => entry.Organisation).ToDictionary(StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. conflict.Entries.Select(entry =>
        {
            var number = seen[entry.Organisation] = seen.GetValueOrDefault(entry.Organisation) + 1;
            var id = Names.Id(entry.Organisation);
            return counts[entry.Organisation] == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}#{number}");
        })];
    }
}
