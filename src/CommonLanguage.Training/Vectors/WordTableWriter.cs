using CommonLanguage.Analysis.Meaning.Words;
using CommonLanguage.Training.WordNet;

namespace CommonLanguage.Training.Vectors;

/// <summary>Writes the word table in the form that WordTable reads in place.</summary>
static class WordTableWriter
{
    public static void Write(string path, Vocabulary vocabulary, float[] vectors, int width, float[] weights, Lexicon lexicon)
    {
        var keys = vocabulary.Words.Select((word, index) => (Text: word, Word: index)).Concat(vocabulary.Aliases.Select(alias => (Text: alias.Form, alias.Word))).ToArray();
        var slots = new int[BitOperationsRoundUp(2 * keys.Length)];
        for (var key = 0; key < keys.Length; key++)
        {
            var slot = (int)(WordTable.Hash(keys[key].Text) & (uint)(slots.Length - 1));
            while (slots[slot] > 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = key + 1;
        }

        var starts = new int[keys.Length + 1];
        for (var key = 0; key < keys.Length; key++)
            starts[key + 1] = starts[key] + keys[key].Text.Length;
        var (bytes, units, scales) = Quantise(vectors, width);
        var antonyms = Families.Opposites(vocabulary, lexicon);

        using var file = new BinaryWriter(File.Create(path));
        foreach (var head in new[] { WordTable.Magic, vocabulary.Words.Length, width, keys.Length, slots.Length, starts[^1], antonyms.Length, 0 })
            file.Write(head);
        Write(file, slots, file.Write);
        Write(file, starts, file.Write);
        Write(file, keys.Select(key => key.Word), file.Write);
        Write(file, weights, file.Write);
        Write(file, Families.Of(vocabulary, lexicon), file.Write);
        Write(file, units, file.Write);
        Write(file, scales, file.Write);
        Write(file, keys.SelectMany(key => key.Text), c => file.Write((ushort)c));
        Write(file, antonyms, file.Write);
        Write(file, vocabulary.Words.Select(word => (byte)Math.Min(255, lexicon.Senses.TryGetValue(word, out var senses) ? senses.Count : 0)), file.Write);
        Write(file, bytes, file.Write);
        Console.WriteLine($"{path}: {file.BaseStream.Length:N0} bytes");
    }

    static void Write<T>(BinaryWriter file, IEnumerable<T> values, Action<T> write)
    {
        foreach (var value in values)
            write(value);
        while (file.BaseStream.Position % 32 != 0)
            file.Write((byte)0);
    }

    static (sbyte[] Bytes, float[] Units, float[] Scales) Quantise(float[] vectors, int width)
    {
        var bytes = new sbyte[vectors.Length];
        var units = new float[vectors.Length / width];
        var scales = new float[units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            float most = 1e-9f;
            for (var j = 0; j < width; j++)
                most = MathF.Max(most, MathF.Abs(vectors[(i * width) + j]));
            double square = 0;
            for (var j = 0; j < width; j++)
            {
                var value = (int)MathF.Round(vectors[(i * width) + j] / most * 127);
                bytes[(i * width) + j] = (sbyte)value;
                square += value * value;
            }

            units[i] = square > 0 ? (float)(1 / Math.Sqrt(square)) : 0;
            scales[i] = most / 127;
        }

        return (bytes, units, scales);
    }

    static int BitOperationsRoundUp(int count) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count);
}
