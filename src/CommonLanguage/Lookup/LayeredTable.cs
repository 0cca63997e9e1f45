using System.Collections.Frozen;

namespace CommonLanguage.Lookup;

/// <summary>
/// An immutable table from normal forms to values, in a few layers: a large frozen one and small ones of what has changed since
/// (after the log-structured merge tree, O'Neil and others 1996). A change costs what it changes, never the table; a look-up probes
/// a handful of hash tables at most. Thread-safe.
/// </summary>
sealed class LayeredTable<T>
    where T : class
{
    // Larger merges are left to Compact, which runs in the background.
    const int LargestMergeOfSmallChange = 2_048;

    readonly Layer[] layers;

    LayeredTable(Layer[] layers) => this.layers = layers;

    public static readonly LayeredTable<T> Empty = new([]);

    /// <summary>Number of layers: above a few, <see cref="Compact"/> pays.</summary>
    public int LayerCount => layers.Length;

    /// <summary>Upper bound of the number of values; a value in two layers counts twice.</summary>
    public int CountAtMost => layers.Sum(layer => layer.Count);

    /// <summary>The value, or null. A removed value is one that <paramref name="key"/> maps to a tombstone of the caller's making.</summary>
    public T? Find(string key)
    {
        foreach (var layer in layers)
        {
            if (layer.Find(key) is { } value)
                return value;
        }

        return null;
    }

    /// <summary>The table with some values put in place of what was there.</summary>
    /// <param name="changes">Not altered by the caller afterwards.</param>
    public LayeredTable<T> With(Dictionary<string, T> changes)
    {
        if (changes.Count == 0)
            return this;
        var top = changes;
        var merged = 0;
        while (merged < layers.Length && layers[merged].Plain is { } next && next.Count <= 2 * top.Count
            && (top.Count + next.Count <= LargestMergeOfSmallChange || changes.Count >= LargestMergeOfSmallChange / 8))
        {
            var both = new Dictionary<string, T>(next, StringComparer.Ordinal);
            foreach (var (key, value) in top)
                both[key] = value;
            top = both;
            merged++;
        }

        return new([new Layer(top), .. layers.AsSpan(merged)]);
    }

    /// <summary>The same table in one frozen layer, without the values that <paramref name="isGone"/> says are tombstones.</summary>
    public LayeredTable<T> Compact(Func<T, bool> isGone) => new([new Layer(Flatten(isGone).ToFrozenDictionary(StringComparer.Ordinal))]);

    /// <summary>
    /// This table, compacted elsewhere from <paramref name="before"/> to <paramref name="compacted"/>, with the layers that came since
    /// kept on top; null when its lower layers have been merged since, so that the compaction is of no use.
    /// </summary>
    public LayeredTable<T>? Rebase(LayeredTable<T> before, LayeredTable<T> compacted)
    {
        var since = layers.Length - before.layers.Length;
        return since >= 0 && layers.AsSpan(since).SequenceEqual(before.layers)
            ? new([.. layers.AsSpan(0, since), .. compacted.layers])
            : null;
    }

    /// <summary>Keys that begin with a text, in ordinal order, with their values.</summary>
    public IEnumerable<KeyValuePair<string, T>> StartingWith(string prefix)
    {
        var cursors = new List<(string[] Keys, int At, int Layer)>();
        for (var i = 0; i < layers.Length; i++)
        {
            var keys = layers[i].SortedKeys;
            var at = Array.BinarySearch(keys, prefix, StringComparer.Ordinal);
            cursors.Add((keys, at < 0 ? ~at : at, i));
        }

        while (true)
        {
            string? least = null;
            foreach (var (keys, at, _) in cursors)
            {
                if (at < keys.Length && (least is null || string.CompareOrdinal(keys[at], least) < 0))
                    least = keys[at];
            }

            if (least is null || !least.StartsWith(prefix, StringComparison.Ordinal))
                yield break;
            T? newest = null;
            for (var i = 0; i < cursors.Count; i++)
            {
                var (keys, at, layer) = cursors[i];
                if (at < keys.Length && string.Equals(keys[at], least, StringComparison.Ordinal))
                {
                    newest ??= layers[layer].Find(least);
                    cursors[i] = (keys, at + 1, layer);
                }
            }

            yield return new(least, newest!);
        }
    }

    Dictionary<string, T> Flatten(Func<T, bool> isGone)
    {
        var all = new Dictionary<string, T>(CountAtMost, StringComparer.Ordinal);
        foreach (var layer in layers.Reverse())
        {
            foreach (var (key, value) in layer.All)
                all[key] = value;
        }

        foreach (var (key, value) in all)
        {
            if (isGone(value))
                _ = all.Remove(key);
        }

        return all;
    }

    sealed class Layer
    {
        readonly FrozenDictionary<string, T>? frozen;
        readonly Lazy<string[]> sorted;

        public Layer(Dictionary<string, T> plain)
        {
            Plain = plain;
            sorted = new(() => Sort(plain.Keys.ToArray()));
        }

        public Layer(FrozenDictionary<string, T> frozen)
        {
            this.frozen = frozen;
            sorted = new(() => Sort([.. frozen.Keys]));
        }

        public Dictionary<string, T>? Plain { get; }

        public int Count => Plain?.Count ?? frozen!.Count;

        public string[] SortedKeys => sorted.Value;

        public IEnumerable<KeyValuePair<string, T>> All => Plain ?? (IEnumerable<KeyValuePair<string, T>>)frozen!;

        public T? Find(string key) =>
            frozen is not null ? (frozen.TryGetValue(key, out var value) ? value : null) : Plain!.GetValueOrDefault(key);

        static string[] Sort(string[] keys)
        {
            Array.Sort(keys, StringComparer.Ordinal);
            return keys;
        }
    }
}
