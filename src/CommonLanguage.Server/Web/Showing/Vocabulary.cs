using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using CsvHelper;

namespace CommonLanguage.Server.Web.Showing;

/// <summary>
/// The product's own words: docs/vocabulary.csv, embedded at build. The pages take their labels from it; tests hold the command line, the
/// contract and the docs to it. Thread-safe.
/// </summary>
static class Vocabulary
{
    /// <summary>All words, in the order of the file.</summary>
    public static ImmutableArray<VocabularyWord> Words { get; } = Load();

    static readonly FrozenDictionary<string, VocabularyWord> ById = Words.ToFrozenDictionary(word => word.Id, StringComparer.Ordinal);

    /// <summary>The word for a value.</summary>
    /// <param name="group">Group of the vocabulary ("state").</param>
    /// <param name="name">Name of the value in code ("SignOff").</param>
    /// <exception cref="KeyNotFoundException">The vocabulary lacks the value. A test keeps this from happening.</exception>
    public static VocabularyWord Of(string group, string name) => ById[$"{group}.{name}"];

    static ImmutableArray<VocabularyWord> Load()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("vocabulary.csv")!;
        using var rows = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        rows.Read();
        rows.ReadHeader();
        var words = ImmutableArray.CreateBuilder<VocabularyWord>();
        while (rows.Read())
            words.Add(new VocabularyWord(Field("group"), Field("name"), Field("term"), Field("label"), Field("definition"), Field("standard")));
        return words.ToImmutable();

        string Field(string column) => rows.GetField(column) ?? "";
    }
}
