using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Training.Vectors;

namespace CommonLanguage.Training.Judging;

/// <summary>A pair of definitions with what a person said of it.</summary>
/// <param name="Source">Name of its file.</param>
/// <param name="Group">The word with its part of speech, where pairs are to be judged together; else empty.</param>
/// <param name="Term">The word.</param>
/// <param name="A">First definition.</param>
/// <param name="B">Second definition.</param>
/// <param name="Conflict">0 none, 1 minor, 2 serious; -1 when nobody said.</param>
/// <param name="Relation">Class of the relation; -1 when nobody said.</param>
/// <param name="Similarity">0..1; NaN when nobody said.</param>
sealed record JudgedPair(string Source, string Group, string Term, DefinitionReading A, DefinitionReading B, int Conflict, int Relation, float Similarity)
{
    /// <summary>Reads pairs of either format, by the file's ending.</summary>
    public static List<JudgedPair> Read(string path, string? labels = null) => path.EndsWith(".tsv", StringComparison.Ordinal) ? ReadGraded(path) : ReadLines(path, labels);

    /// <summary>Reads pairs of real glossaries; labels stand in the line or in a second file.</summary>
    static List<JudgedPair> ReadLines(string path, string? labels)
    {
        var given = labels is null ? [] : File.ReadLines(labels).Select(Line).ToDictionary(line => line.Id, StringComparer.Ordinal);
        return [.. File.ReadLines(path).Where(line => line.Length > 0).Select(Line).Select(line => Of(Path.GetFileNameWithoutExtension(path), line, given.GetValueOrDefault(line.Id) ?? line))];
    }

    /// <summary>Reads pairs whose texts stand in the glossaries of a folder, each named by its digest.</summary>
    /// <exception cref="KeyNotFoundException">A text is not there: the labels are of other glossaries.</exception>
    public static List<JudgedPair> ReadDigests(string path, string data)
    {
        var texts = Corpus.Entries(data).Select(entry => entry.Definition).Distinct(StringComparer.Ordinal).ToDictionary(Digest, StringComparer.Ordinal);
        return [.. File.ReadLines(path).Select(Line).Select(line => line with { A = texts[line.A], B = texts[line.B] }).Select(line => Of(Path.GetFileNameWithoutExtension(path), line, line))];
    }

    /// <summary>Reads "score TAB definition TAB definition", scores 0..5.</summary>
    static List<JudgedPair> ReadGraded(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split('\t')).Select(fields => new JudgedPair(
            Path.GetFileNameWithoutExtension(path), "", "", DefinitionReading.Of("", fields[1], "en"), DefinitionReading.Of("", fields[2], "en"), -1, -1,
            float.Parse(fields[0], CultureInfo.InvariantCulture) / 5))];

    static JudgedPair Of(string source, SensePair line, SensePair label) => new(
        source, line.Group ?? "", line.Term, DefinitionReading.Of(line.Term, line.A, line.Language ?? "en"), DefinitionReading.Of(line.Term, line.B, line.Language ?? "en"),
        label.Conflict ?? label.Label switch { "conflict" => 2, "same" => 0, _ => -1 }, LabelledGroup.ClassOf(label.Relation), float.NaN);

    // The first 16 hexadecimal digits of SHA-256.
    static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    static SensePair Line(string line) => JsonSerializer.Deserialize(line, PairJson.Default.SensePair)!;
}
