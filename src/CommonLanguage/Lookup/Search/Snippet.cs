using System.Collections.Immutable;

namespace CommonLanguage.Lookup.Search;

/// <summary>Cuts the part out of a definition that shows why it was found.</summary>
static class Snippet
{
    const int Length = 240;
    const int Before = 40;

    /// <summary>About 240 characters around the first place with most of the words, which are told as the index tells them.</summary>
    public static (string Text, ImmutableArray<(int Start, int End)> Highlights) Of(
        string definition, ImmutableArray<SearchWords> words, GlossaryAnalyzer analyzer, GlossaryAnalyzer typing)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var prefixes = new List<string>();
        foreach (var word in words.Where(word => !word.IsExcluded))
        {
            var tokens = (word.IsPrefix ? typing : analyzer).Words(word.Text);
            if (word.IsPrefix && tokens.Count > 0)
            {
                prefixes.Add(tokens[^1].Word);
                tokens.RemoveAt(tokens.Count - 1);
            }

            keys.UnionWith(tokens.Select(token => token.Word));
        }

        var found = analyzer.Words(definition)
            .Where(token => keys.Contains(token.Word) || prefixes.Exists(prefix => token.Word.StartsWith(prefix, StringComparison.Ordinal)))
            .Select(token => (token.Start, token.End)).ToList();
        var (from, to) = Window(definition, found);
        var text = $"{(from > 0 ? "…" : "")}{definition[from..to].ReplaceLineEndings(" ")}{(to < definition.Length ? "…" : "")}";
        var shift = from - (from > 0 ? 1 : 0);
        return (text, [.. found.Where(place => place.Start >= from && place.End <= to).Select(place => (place.Start - shift, place.End - shift))]);
    }

    static (int From, int To) Window(string text, List<(int Start, int End)> found)
    {
        if (text.Length <= Length)
            return (0, text.Length);
        var best = BestPlace(found);
        var from = best <= Before ? 0 : Edge(text, best - Before);
        var to = Math.Min(text.Length, from + Length);
        return (from, to == text.Length ? to : Edge(text, to));
    }

    /// <summary>The first place from which most words are in view.</summary>
    static int BestPlace(List<(int Start, int End)> found)
    {
        var (best, most, end) = (0, 0, 0);
        for (var i = 0; i < found.Count; i++)
        {
            while (end < found.Count && found[end].End <= found[i].Start + Length - Before)
                end++;
            if (end - i > most)
                (best, most) = (found[i].Start, end - i);
        }

        return best;
    }

    /// <summary>The beginning of the word at a place; where it is long, the place itself, or the character it stands in.</summary>
    static int Edge(string text, int at)
    {
        for (var edge = at; edge > at - 30; edge--)
        {
            if (edge == 0 || char.IsWhiteSpace(text[edge - 1]))
                return edge;
        }

        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }
}
