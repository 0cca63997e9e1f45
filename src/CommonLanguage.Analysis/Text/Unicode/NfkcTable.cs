using System.IO.Compression;
using System.Text;

namespace CommonLanguage.Analysis.Text.Unicode;

/// <summary>The table that make-nfkc.py made, read at its first use.</summary>
sealed class NfkcTable
{
    static readonly Lazy<NfkcTable> Read = new(() => new());

    readonly Dictionary<int, byte> classes;
    readonly Dictionary<int, int[]> decomposed;
    readonly Dictionary<long, int> composed;

    NfkcTable()
    {
        using var file = typeof(NfkcTable).Assembly.GetManifestResourceStream("nfkc.bin")!;
        using var reader = new BinaryReader(new DeflateStream(file, CompressionMode.Decompress));
        classes = ReadByCode(reader, reader.ReadByte);
        decomposed = ReadByCode(reader, () => ReadCodes(reader));
        composed = ReadPairs(reader);
    }

    public static NfkcTable Instance => Read.Value;

    /// <summary>The canonical combining class; 0 of letters and of everything that is no mark.</summary>
    public int Class(int code) => code < 0x300 ? 0 : classes.GetValueOrDefault(code);

    /// <summary>The full compatibility decomposition, or null where a character stands for itself.</summary>
    public int[]? Decomposed(int code) => decomposed.GetValueOrDefault(code);

    /// <summary>The character that two compose to, or null.</summary>
    public int? Composed(int first, int second) => composed.TryGetValue(Pair(first, second), out var code) ? code : null;

    static long Pair(int first, int second) => ((long)first << 32) | (uint)second;

    static Dictionary<int, T> ReadByCode<T>(BinaryReader reader, Func<T> read)
    {
        var count = reader.Read7BitEncodedInt();
        var list = new Dictionary<int, T>(count);
        for (var code = 0; list.Count < count;)
            list.Add(code += reader.Read7BitEncodedInt(), read());
        return list;
    }

    static Dictionary<long, int> ReadPairs(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        var list = new Dictionary<long, int>(count);
        while (list.Count < count)
            list.Add(Pair(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt()), reader.Read7BitEncodedInt());
        return list;
    }

    static int[] ReadCodes(BinaryReader reader) =>
        [.. Encoding.UTF8.GetString(reader.ReadBytes(reader.Read7BitEncodedInt())).EnumerateRunes().Select(rune => rune.Value)];
}
