using System.Globalization;
using System.Text.Json;
using CommonLanguage.Training.WordNet;
using CsvHelper;

namespace CommonLanguage.Training.Vectors;

/// <summary>The English texts whose words are counted and from which the vectors learn: WordNet's definitions, the glossaries' and those of the labelled pairs.</summary>
static class Corpus
{
    /// <summary>All texts, always in the same order.</summary>
    public static List<string> Read(Lexicon lexicon, string data)
    {
        var texts = lexicon.Synsets.Select(synset => synset.Definition).ToList();
        texts.AddRange(Entries(data).Select(entry => entry.Definition));
        foreach (var line in File.ReadLines(Path.Combine(data, "meaning", "mwsa_english_nuig_train.jsonl")))
        {
            using var pair = JsonDocument.Parse(line);
            texts.Add(pair.RootElement.GetProperty("a").GetString()!);
            texts.Add(pair.RootElement.GetProperty("b").GetString()!);
        }

        return [.. texts.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The English entries of the glossaries.</summary>
    public static IEnumerable<(string Term, string Definition)> Entries(string data)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(data, "glossaries"), "*.csv").Order(StringComparer.Ordinal))
        {
            using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
            _ = csv.Read() && csv.ReadHeader();
            while (csv.Read())
            {
                if (csv.GetField("language") is "en" or null or "")
                    yield return (csv.GetField("term") ?? "", csv.GetField("definition") ?? "");
            }
        }
    }
}
