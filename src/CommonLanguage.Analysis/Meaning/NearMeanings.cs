using System.Runtime.InteropServices;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Analysis.Meaning.Words;

namespace CommonLanguage.Analysis.Meaning;

/// <summary>
/// Finds which of many definitions lie near one, whatever word they define, without comparing all with all: signs of random projections
/// (Charikar 2002; of plus and minus ones, Achlioptas 2003) put each into a drawer of several tables (Indyk and Motwani 1998), and only
/// what shares a drawer is measured. Of definitions with a cosine of .8, about nine in ten are found. Takes 400 bytes a definition; what
/// has no word vectors is not kept. Not thread-safe.
/// </summary>
public sealed class NearMeanings
{
    const int Tables = 24;
    const int Bits = 10;
    const int Scale = 127;

    static readonly sbyte[] Planes = MakePlanes();

    readonly Dictionary<long, sbyte[]> vectors = [];
    readonly List<long>?[] drawers = new List<long>[Tables << Bits];

    /// <summary>How many definitions are kept.</summary>
    public int Count => vectors.Count;

    /// <summary>Puts a definition in, in place of one of the same number.</summary>
    public void Put(long id, DefinitionReading reading)
    {
        Remove(id);
        if (!reading.Parts.HasVectors)
            return;
        var vector = Array.ConvertAll(reading.Parts.Vector, value => (sbyte)Math.Round(Math.Clamp(value * 4, -1, 1) * Scale));
        vectors.Add(id, vector);
        for (var table = 0; table < Tables; table++)
            (drawers[Drawer(vector, table)] ??= new(1)).Add(id);
    }

    /// <summary>Takes a definition out; nothing when it is not there.</summary>
    public void Remove(long id)
    {
        if (!vectors.Remove(id, out var vector))
            return;
        for (var table = 0; table < Tables; table++)
            _ = drawers[Drawer(vector, table)]!.Remove(id);
    }

    /// <summary>The nearest of the others, nearest first.</summary>
    /// <param name="id">A definition that was put in; one that was not has none near.</param>
    /// <param name="least">The least cosine.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="wanted">Which may be among them.</param>
    public IReadOnlyList<NearMeaning> Nearest(long id, float least, int most, Func<long, bool> wanted)
    {
        if (!vectors.TryGetValue(id, out var vector))
            return [];
        var length = MathF.Sqrt(ByteVector.Dot(vector, vector));
        var seen = new HashSet<long> { id };
        var near = new List<NearMeaning>();
        for (var table = 0; table < Tables; table++)
        {
            foreach (var other in CollectionsMarshal.AsSpan(drawers[Drawer(vector, table)]))
            {
                if (!seen.Add(other))
                    continue;
                var its = vectors[other];
                var cosine = ByteVector.Dot(vector, its) / (length * MathF.Sqrt(ByteVector.Dot(its, its)));
                if (cosine >= least && wanted(other))
                    near.Add(new(other, cosine));
            }
        }

        near.Sort((x, y) => (-x.Cosine, x.Id).CompareTo((-y.Cosine, y.Id)));
        return near.Count > most ? near[..most] : near;
    }

    static int Drawer(ReadOnlySpan<sbyte> vector, int table)
    {
        var bits = 0;
        for (var bit = 0; bit < Bits; bit++)
            bits = (bits << 1) | (ByteVector.Dot(vector, Planes.AsSpan(((table * Bits) + bit) * vector.Length, vector.Length)) > 0 ? 1 : 0);
        return (table << Bits) | bits;
    }

    // SplitMix64 (Steele, Lea, Flood 2014) from a fixed seed: the same planes everywhere.
    static sbyte[] MakePlanes()
    {
        var planes = new sbyte[Tables * Bits * WordTable.English.Width];
        var state = 20261125UL;
        for (var i = 0; i < planes.Length; i++)
        {
            state += 0x9E37_79B9_7F4A_7C15UL;
            var mixed = (state ^ (state >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EBUL;
            planes[i] = (sbyte)(((mixed ^ (mixed >> 31)) & 1) == 0 ? 1 : -1);
        }

        return planes;
    }
}
