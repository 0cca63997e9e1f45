using Lucene.Net.Analysis;
using Lucene.Net.Analysis.CharFilters;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace CommonLanguage.Lookup.Search;

/// <summary>
/// Words as the full-text index keeps them: Unicode word breaks, case and accents folded, English possessive and plural folded, no points
/// in abbreviations ("U.S.").
/// No stop words (a definition's "not" counts) and no stemming, which merges one real term in twelve with another.
/// </summary>
/// <param name="isSingular">Whether plurals are folded; what somebody has begun to type is none yet.</param>
sealed class GlossaryAnalyzer(bool isSingular = true) : Analyzer
{
    static readonly NormalizeCharMap Invisible = ReadInvisible();

    /// <summary>The words of a text, with their places in UTF-16 units.</summary>
    public List<(string Word, int Start, int End)> Words(string text)
    {
        List<(string, int, int)> words = [];
        using var stream = GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var place = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            words.Add((term.ToString()!, place.StartOffset, place.EndOffset));
        stream.End();
        return words;
    }

    // Soft hyphens and zero-width characters are no part of a word.
    protected override TextReader InitReader(string fieldName, TextReader reader) => new MappingCharFilter(Invisible, reader);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream folded = new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, words);
        folded = new LowerCaseFilter(LuceneVersion.LUCENE_48, new PointFilter(folded));
        folded = new ASCIIFoldingFilter(folded);
        return new TokenStreamComponents(words, isSingular ? new EnglishMinimalStemFilter(folded) : folded);
    }

    static NormalizeCharMap ReadInvisible()
    {
        var map = new NormalizeCharMap.Builder();
        foreach (var c in "\u00AD\u200B\u2060\uFEFF")
            map.Add(c.ToString(), "");
        return map.Build();
    }
}
