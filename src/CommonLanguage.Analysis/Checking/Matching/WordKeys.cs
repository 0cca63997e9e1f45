using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>Numbers for words in normal form, so that words are compared as numbers. Not thread-safe.</summary>
sealed class WordKeys
{
    readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    readonly List<string> words = [];
    readonly List<bool?> common = [];

    /// <summary>The number of a word in normal form.</summary>
    public int NumberOf(string word)
    {
        if (!numbers.TryGetValue(word, out var number))
        {
            numbers.Add(word, number = words.Count);
            words.Add(word);
            common.Add(null);
        }

        return number;
    }

    /// <summary>The word of a number.</summary>
    public string this[int number] => words[number];

    /// <summary>Whether everybody uses the word.</summary>
    public bool IsCommon(int number) => common[number] ??= CommonWords.Contains(words[number]);
}
