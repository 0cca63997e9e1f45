using System.Collections.Frozen;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>Words that everybody uses, so that their standing in a text says little about a glossary's sense of them.</summary>
static class CommonWords
{
    static readonly Lazy<FrozenSet<string>> Words = new(Load);

    /// <summary>Whether a word, in normal form, is one.</summary>
    public static bool Contains(string normalForm) => Words.Value.Contains(normalForm);

    static FrozenSet<string> Load()
    {
        using var stream = typeof(CommonWords).Assembly.GetManifestResourceStream("common-words.txt")!;
        using var reader = new StreamReader(stream);
        var words = new HashSet<string>(8_192, StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                _ = words.Add(line);
                _ = words.Add(NormalForm.Of(line));
            }
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
