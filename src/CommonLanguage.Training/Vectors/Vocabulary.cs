using CommonLanguage.Analysis.Meaning.Words;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Training.WordNet;

namespace CommonLanguage.Training.Vectors;

/// <summary>The words of the table, in ordinal order, with what is counted of them.</summary>
sealed class Vocabulary
{
    readonly Dictionary<string, int> places;
    readonly Dictionary<string, string> irregular;

    Vocabulary(string[] words, int[] frequencies, int documents, Dictionary<string, string> irregular)
    {
        (Words, Frequencies, Documents, this.irregular) = (words, frequencies, documents, irregular);
        places = words.Select((word, place) => (word, place)).ToDictionary(p => p.word, p => p.place, StringComparer.Ordinal);
    }

    public string[] Words { get; }

    /// <summary>In how many texts each word stands.</summary>
    public int[] Frequencies { get; }

    public int Documents { get; }

    /// <summary>Irregular forms whose base is in the table.</summary>
    public IEnumerable<(string Form, int Word)> Aliases =>
        irregular.Where(pair => places.ContainsKey(pair.Value) && !places.ContainsKey(pair.Key))
            .Select(pair => (pair.Key, places[pair.Value])).OrderBy(pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The word under which a folded form is known, or -1.</summary>
    public int Find(string form) => Base(form, irregular, places.ContainsKey) is { } known ? places[known] : -1;

    /// <summary>Where a word stands in the table, if it does.</summary>
    public int? Place(string word) => places.TryGetValue(word, out var place) ? place : null;

    /// <summary>The words of a text, -1 where one is unknown.</summary>
    public List<int> Read(string text) => [.. FoldedWords(text).Select(Find)];

    public static Vocabulary Count(Lexicon lexicon, IReadOnlyList<string> texts)
    {
        var irregular = Irregular();
        var lemmas = lexicon.Senses.Keys.Where(word => word.Length is > 1 and <= WordFold.MaxLength && word.All(c => char.IsAsciiLetter(c) || c == '\''))
            .ToHashSet(StringComparer.Ordinal);
        // A plural that WordNet lists for one rare sense ("systems") is still the plural.
        var forms = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var form in FoldedWords(text).Distinct(StringComparer.Ordinal))
                forms[form] = forms.GetValueOrDefault(form) + 1;
        }

        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (form, count) in forms)
        {
            var known = Base(form, irregular, lemmas.Contains);
            if (known is null && count >= 3 && char.IsLetter(form[0]) && form.Length > 1)
                known = form;
            if (known is not null)
                counted[known] = counted.GetValueOrDefault(known) + count;
        }

        var words = counted.Keys.Order(StringComparer.Ordinal).ToArray();
        return new(words, [.. words.Select(word => Math.Min(counted[word], texts.Count))], texts.Count, irregular);
    }

    /// <summary>The folded words of a text, joined words in their parts.</summary>
    public static IEnumerable<string> FoldedWords(string text)
    {
        var words = new List<string>();
        var tokens = new WordTokenizer(text);
        Span<char> folded = stackalloc char[WordFold.MaxLength];
        while (tokens.MoveNext())
        {
            foreach (var range in tokens.Word.SplitAny('-', '\u2010', '\u2011'))
            {
                var part = tokens.Word[range];
                if (!part.IsEmpty)
                    words.Add(folded[..WordFold.Fold(part, folded)].ToString());
            }
        }

        return words;
    }

    static string? Base(string form, Dictionary<string, string> irregular, Func<string, bool> known)
    {
        if (irregular.TryGetValue(form, out var other) && known(other))
            return other;
        if (known(form))
            return form;
        Span<char> candidate = stackalloc char[WordFold.MaxLength + 4];
        for (var rule = 0; rule < Inflection.Rules; rule++)
        {
            if (Inflection.Apply(rule, form, candidate) is > 1 and var length && candidate[..length].ToString() is var text && known(text))
                return text;
        }

        return null;
    }

    static Dictionary<string, string> Irregular()
    {
        var words = IrregularForms.English.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i += 2)
        {
            if (words[i] != words[i + 1])
                _ = forms.TryAdd(words[i], words[i + 1]);
        }

        return forms;
    }
}
