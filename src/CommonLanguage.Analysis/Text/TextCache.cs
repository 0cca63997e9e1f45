namespace CommonLanguage.Analysis.Text;

/// <summary>What was worked out of texts, by the hash of the text. What was not asked for of late goes first. Thread-safe.</summary>
/// <param name="most">How many are kept at most.</param>
public sealed class TextCache<T>(int most)
    where T : class
{
    readonly Lock gate = new();
    Dictionary<UInt128, T> young = [];
    Dictionary<UInt128, T> old = [];

    /// <summary>What is kept of a text; null when nothing is.</summary>
    public T? Find(string text) => Find(TextHash.Of(text));

    /// <summary>Keeps something of a text.</summary>
    public void Put(string text, T value) => Put(TextHash.Of(text), value);

    internal T? Find(UInt128 key)
    {
        lock (gate)
        {
            if (young.TryGetValue(key, out var value))
                return value;
            if (old.Remove(key, out value))
                Add(key, value);
            return value;
        }
    }

    internal void Put(UInt128 key, T value)
    {
        lock (gate)
            Add(key, value);
    }

    void Add(UInt128 key, T value)
    {
        if (young.Count >= Math.Max(1, most / 2))
            (old, young) = (young, []);
        young[key] = value;
    }
}
