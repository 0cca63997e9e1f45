using System.Globalization;
using System.Text.Json;
using CommonLanguage.Training.WordNet;
using CsvHelper;

namespace CommonLanguage.Training.Vectors;

/// <summary>The English texts whose words are counted: WordNet's definitions, the glossaries' and those of the labelled pairs.</summary>
static class Corpus
{
    /// <summary>All texts, always in the same order.</summary>
    public static List<string> Read(Lexicon lexicon, string data)
    {
        var texts = lexicon.Synsets.Select(synset => synset.Definition).ToList();
        texts.AddRange(Glossaries(data));
        foreach (var line in File.ReadLines(Path.Combine(data, "meaning", "mwsa_english_nuig_train.jsonl")))
        {
            using var pair = JsonDocument.Parse(line);
            texts.Add(pair.RootElement.GetProperty("a").GetString()!);
            texts.Add(pair.RootElement.GetProperty("b").GetString()!);
        }

        return [.. texts.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Two definitions each of terms that glossaries define more than once: mostly the same meaning in other words.</summary>
    public static IEnumerable<(string A, string B)> SameTerms(string data)
    {
        foreach (var group in Rows(data).GroupBy(row => row.Term.ToLowerInvariant(), StringComparer.Ordinal))
        {
            var texts = group.Select(row => row.Definition).Distinct(StringComparer.Ordinal).Take(6).ToArray();
            for (var i = 1; i < texts.Length; i++)
                yield return (texts[i - 1], texts[i]);
        }
    }

    /// <summary>The English definitions of the glossaries.</summary>
    public static IEnumerable<string> Glossaries(string data) => Rows(data).Select(row => row.Definition);

    static IEnumerable<(string Term, string Definition)> Rows(string data)
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
