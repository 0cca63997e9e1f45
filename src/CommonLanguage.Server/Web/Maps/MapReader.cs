using System.Collections.Concurrent;
using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Forms;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Server.Web.Maps;

/// <summary>Draws up maps from the store, each once for a state of it. Thread-safe.</summary>
sealed class MapReader(StoreReader reader, LiveTables tables)
{
    readonly ConcurrentDictionary<int, (long Sequence, LanguageMap Map)> drawn = new();

    /// <summary>The map of a partnership, and the change it is from.</summary>
    public async Task<(LanguageMap Map, long Sequence)> ReadAsync(Partnership partnership, CancellationToken cancellation)
    {
        var now = await tables.LoadedAsync(null, cancellation);
        if (drawn.TryGetValue(partnership.Key, out var known) && known.Sequence == now.Sequence)
            return (known.Map, known.Sequence);
        ImmutableArray<Organisation> organisations =
            [.. now.Directory.Organisations.Where(o => !o.Archived && partnership.Members.Contains(o.Key))];
        var places = organisations.Select((o, i) => (o.Key, i)).ToDictionary(place => place.Key, place => place.i);
        var shared = SharedWords(now, places);
        var parting = new Dictionary<(int, int), (int Count, double Severity)>();
        var dots = ImmutableArray.CreateBuilder<LanguageMap.Dot>();
        await foreach (var conflict in reader.StreamConflictsAsync([], cancellation))
        {
            if (conflict.Partnership != partnership.Key || !conflict.Warns)
                continue;
            HashSet<(int, int)> pairs = [];
            foreach (var pair in conflict.Pairs.Where(pair => pair.Comparison.Conflict >= MeaningComparer.ConflictThreshold))
            {
                if (places.TryGetValue(conflict.Parties[pair.A].Organisation, out var a) && places.TryGetValue(conflict.Parties[pair.B].Organisation, out var b) && a != b
                    && pairs.Add((Math.Min(a, b), Math.Max(a, b))))
                {
                    var (count, severity) = parting.GetValueOrDefault((Math.Min(a, b), Math.Max(a, b)));
                    parting[(Math.Min(a, b), Math.Max(a, b))] = (count + 1, Math.Max(severity, pair.Comparison.Conflict));
                }
            }

            dots.Add(new(
                new(partnership.Id, conflict.Id), conflict.Term, conflict.Kind, conflict.Severity,
                [.. conflict.Parties.Select(party => places.GetValueOrDefault(party.Organisation, -1)).Where(place => place >= 0).Distinct()]));
        }

        var map = new LanguageMap(
            partnership,
            organisations,
            shared.ToImmutableDictionary(pair => pair.Key, pair => new LanguageMap.Pair(
                pair.Value.Shared, Math.Max(pair.Value.Compared, parting.GetValueOrDefault(pair.Key).Count),
                parting.GetValueOrDefault(pair.Key).Count, parting.GetValueOrDefault(pair.Key).Severity)),
            [.. dots.OrderByDescending(dot => dot.Severity)]);
        drawn[partnership.Key] = (now.Sequence, map);
        return (map, now.Sequence);
    }

    static Dictionary<(int, int), (int Shared, int Compared)> SharedWords(ReadTables now, Dictionary<int, int> places)
    {
        var shared = new Dictionary<(int, int), (int Shared, int Compared)>();
        foreach (var (_, group) in now.StartingWith(""))
        {
            if (group.Postings.Length < 2)
                continue;
            var owners = group.Postings.Select(posting => posting.Sense).Where(sense => places.ContainsKey(sense.Organisation))
                .GroupBy(sense => places[sense.Organisation]).OrderBy(owner => owner.Key)
                .Select(owner => (owner.Key, Texts: owner.Select(FormedText.Of).ToArray())).ToArray();
            for (var i = 0; i < owners.Length; i++)
            {
                for (var j = i + 1; j < owners.Length; j++)
                {
                    var (words, compared) = shared.GetValueOrDefault((owners[i].Key, owners[j].Key));
                    var isCompared = owners[i].Texts.Any(one => owners[j].Texts.Any(one.CanBeComparedWith));
                    shared[(owners[i].Key, owners[j].Key)] = (words + 1, compared + (isCompared ? 1 : 0));
                }
            }
        }

        return shared;
    }

    readonly record struct FormedText(DefinitionForm Form, string Language)
    {
        public static FormedText Of(Sense sense) =>
            new(DefinitionForm.Of(sense.Term, sense.Definition, sense.Language.Value), sense.Language.Value);

        public bool CanBeComparedWith(FormedText other) => FormComparison.CanCompare(Form, other.Form, Language, other.Language);
    }
}
