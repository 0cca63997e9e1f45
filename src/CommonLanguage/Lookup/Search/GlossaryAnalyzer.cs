using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace CommonLanguage.Lookup.Search;

/// <summary>
/// Words as the full-text index keeps them: Unicode word breaks, case and accents folded, English possessive and plural folded.
/// No stop words (a definition's "not" counts) and no stemming, which merges one real term in twelve with another.
/// </summary>
sealed class GlossaryAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream folded = new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, words);
        folded = new LowerCaseFilter(LuceneVersion.LUCENE_48, folded);
        folded = new ASCIIFoldingFilter(folded);
        folded = new EnglishMinimalStemFilter(folded);
        return new TokenStreamComponents(words, folded);
    }
}
