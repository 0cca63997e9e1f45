using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CommonLanguage.Analysis.Meaning.Details;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Meaning;

/// <summary>A definition as the comparison reads it: build it once, compare it often. Immutable and thread-safe.</summary>
public sealed partial class Reading
{
    static readonly FrozenSet<string> Empty = new[]
    {
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "and", "or", "as", "is", "are", "was", "were", "be", "been", "being",
        "that", "which", "who", "whom", "whose", "this", "these", "those", "it", "its", "their", "they", "them", "from", "into", "such", "also",
        "has", "have", "had", "can", "will", "may", "shall", "must", "should", "would", "could", "might", "not", "no", "any", "all", "each", "other",
        "when", "where", "while", "than", "then", "there", "so", "if", "but", "e.g", "i.e", "etc", "one", "used", "using", "use", "via", "within",
        "between", "through", "about", "over", "under", "per", "et", "al", "some", "more", "most", "see", "note", "term", "refer", "refers", "mean",
    }.ToFrozenSet(StringComparer.Ordinal);

    Reading(string term, string definition, string language, ImmutableArray<MeaningWord> content, FrozenSet<string> keys,
        DetailReading details, string plain, bool isBare)
    {
        (Term, Definition, Language) = (term, definition, language);
        (Content, Keys, Details, Plain, IsBare) = (content, keys, details, plain, isBare);
    }

    /// <summary>The word that is defined.</summary>
    public string Term { get; }

    /// <summary>The definition as given; offsets count its UTF-16 units.</summary>
    public string Definition { get; }

    /// <summary>BCP 47.</summary>
    public string Language { get; }

    internal ImmutableArray<MeaningWord> Content { get; }

    internal FrozenSet<string> Keys { get; }

    internal DetailReading Details { get; }

    /// <summary>The words alone, for telling texts that differ in punctuation, case or boilerplate only.</summary>
    internal string Plain { get; }

    /// <summary>Nothing but the term written out, or a reference to another entry.</summary>
    internal bool IsBare { get; }

    /// <summary>Reads a definition. Takes any text; never throws.</summary>
    public static Reading Of(string term, string definition, string language)
    {
        var from = Prefix().Match(definition).Length;
        var to = definition.Length;
        if (SeeAlso().Match(definition, from) is { Success: true, Index: var index } && index > from + 20)
            to = index;

        var all = new List<MeaningWord>(64);
        var tokens = new WordTokenizer(definition.AsSpan(0, to));
        while (tokens.MoveNext())
        {
            if (tokens.Start < from)
                continue;
            // Joined numbers are whole; other joined words count by their parts.
            var word = tokens.Word;
            var start = tokens.Start;
            while (!char.IsAsciiDigit(word[0]) && word.IndexOfAny('-', '\u2010', '\u2011') is > 0 and var hyphen)
            {
                all.Add(new(NormalForm.Of(word[..hyphen].ToString()), new(start, start + hyphen)));
                start += hyphen + 1;
                word = word[(hyphen + 1)..];
                if (word.IsEmpty)
                    break;
            }

            if (!word.IsEmpty)
                all.Add(new(NormalForm.Of(word.ToString()), new(start, start + word.Length)));
        }

        var content = ImmutableArray.CreateBuilder<MeaningWord>();
        var words = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all);
        for (var i = 0; i < words.Length; i++)
        {
            var key = words[i].Key;
            if (key.Length > 1 && !Empty.Contains(key))
                content.Add(words[i]);
        }

        var keys = content.Select(word => word.Key).ToFrozenSet(StringComparer.Ordinal);
        return new(
            term, definition, language, content.DrainToImmutable(), keys, DetailReading.Of(definition, language),
            string.Join(' ', all.Select(word => word.Key)), keys.Count <= 1 || Reference().IsMatch(definition));
    }

    /// <summary>"(N) 1." and the like, before the definition proper.</summary>
    [GeneratedRegex(@"^\s*(\([A-Z]{1,3}\)\s*)?(\d{1,2}[.)]\s+)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"[\s(](See also|See|Source:|Also known as|Synonymous with)\s", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SeeAlso();

    [GeneratedRegex(@"^\s*(see( also)?|same as|refer to|synonym (for|of))\s", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
