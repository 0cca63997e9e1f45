using System.Collections.Immutable;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Lookup.Search;

/// <summary>Cuts the part out of a definition that shows why it was found.</summary>
static class Snippet
{
    const int Length = 240;

    /// <summary>About 240 characters around the first place with most of the words.</summary>
    public static (string Text, ImmutableArray<(int Start, int End)> Highlights) Of(string definition, ImmutableArray<SearchWords> words)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var prefixes = new List<string>();
        foreach (var word in words.Where(word => !word.IsExcluded))
        {
            if (word.IsPrefix)
                prefixes.Add(NormalForm.OfPrefix(word.Text));
            foreach (var (key, _, _) in Words(word.Text))
                _ = keys.Add(key);
        }

        var found = Words(definition).Where(word => keys.Contains(word.Key) || prefixes.Exists(p => word.Key.StartsWith(p, StringComparison.Ordinal)))
            .Select(word => (word.Start, word.End)).ToList();
        var (from, to) = Window(definition, found);
        var text = $"{(from > 0 ? "…" : "")}{definition[from..to].ReplaceLineEndings(" ")}{(to < definition.Length ? "…" : "")}";
        var shift = from - (from > 0 ? 1 : 0);
        return (text, [.. found.Where(place => place.Start >= from && place.End <= to).Select(place => (place.Start - shift, place.End - shift))]);
    }

    static (int From, int To) Window(string text, List<(int Start, int End)> found)
    {
        if (text.Length <= Length)
            return (0, text.Length);
        var best = found.Count == 0 ? 0 : found.MaxBy(first => found.Count(place => place.Start >= first.Start && place.End <= first.Start + Length - 40)).Start;
        var from = best <= 40 ? 0 : Edge(text, best - 40);
        var to = Math.Min(text.Length, from + Length);
        return (from, to == text.Length ? to : Math.Max(Edge(text, to), from + 1));
    }

    /// <summary>The beginning of the word at a place.</summary>
    static int Edge(string text, int at)
    {
        var edge = at;
        while (edge > 0 && edge > at - 30 && !char.IsWhiteSpace(text[edge - 1]))
            edge--;
        return edge == at - 30 && char.IsLowSurrogate(text[at]) ? at - 1 : edge;
    }

    static List<(string Key, int Start, int End)> Words(string text)
    {
        List<(string, int, int)> words = [];
        var tokens = new WordTokenizer(text);
        while (tokens.MoveNext())
            words.Add((NormalForm.Of(tokens.Word.ToString()), tokens.Start, tokens.End));
        return words;
    }
}
