using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Conflicts;

/// <summary>Vectors of definitions by the hash of their text. What was not asked for of late goes first. Thread-safe.</summary>
/// <param name="most">How many are kept at most.</param>
sealed class EmbeddingCache(int most)
{
    readonly Lock gate = new();
    Dictionary<UInt128, OutsideVector> young = [];
    Dictionary<UInt128, OutsideVector> old = [];

    public OutsideVector? Find(string text)
    {
        var key = KeyOf(text);
        lock (gate)
        {
            if (young.TryGetValue(key, out var vector))
                return vector;
            if (old.Remove(key, out vector))
                Add(key, vector);
            return vector;
        }
    }

    public void Put(string text, OutsideVector vector)
    {
        var key = KeyOf(text);
        lock (gate)
            Add(key, vector);
    }

    void Add(UInt128 key, OutsideVector vector)
    {
        if (young.Count >= Math.Max(1, most / 2))
            (old, young) = (young, []);
        young[key] = vector;
    }

    static UInt128 KeyOf(string text) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
