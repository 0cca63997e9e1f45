using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Analysis.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CommonLanguage.Lookup.Search;

/// <summary>Builds Lucene's query from what was typed, and the filter of whose entries may be seen, which is never part of the text.</summary>
static class SearchQuery
{
    const float TermBoost = 3;
    const float WholeTermBoost = 12;

    public static Query Of(ImmutableArray<SearchWords> words, string typed, Analyzer analyzer)
    {
        var query = new BooleanQuery { { new TermQuery(new Term(Fields.Key, NormalForm.Of(typed))) { Boost = WholeTermBoost }, Occur.SHOULD } };
        foreach (var word in words)
        {
            var either = new BooleanQuery(disableCoord: true);
            foreach (var (field, boost) in ((string, float)[])[(Fields.Term, TermBoost), (Fields.Definition, 1)])
            {
                if (InField(word, field, analyzer) is not { } part)
                    continue;
                part.Boost = boost;
                either.Add(part, Occur.SHOULD);
            }

            if (either.Clauses.Count > 0)
                query.Add(either, word.IsExcluded ? Occur.MUST_NOT : Occur.SHOULD);
        }

        return query;
    }

    /// <summary>The filter of the organisations that may be seen; null when all may.</summary>
    public static Filter? FilterOf(LookupFilter filter, PartnerDirectory directory)
    {
        var hidden = directory.Organisations.Any(organisation => organisation.Archived);
        if (filter.Organisations is null && filter.Partnership is null && !hidden)
            return null;
        var visible = new BooleanQuery(disableCoord: true);
        foreach (var organisation in directory.Organisations)
        {
            if (!organisation.Archived && filter.Organisations?.Contains(organisation.Key) != false && filter.Partnership?.Has(organisation.Key) != false)
                visible.Add(new TermQuery(new Term(Fields.Organisation, organisation.Key.ToString(CultureInfo.InvariantCulture))), Occur.SHOULD);
        }

        return new QueryWrapperFilter(visible);
    }

    static Query? InField(SearchWords word, string field, Analyzer analyzer)
    {
        var tokens = Tokens(word.Text, field, analyzer);
        if (tokens.Count == 0)
            return null;
        if (word.IsPrefix)
            return new PrefixQuery(new Term(field, NormalForm.OfPrefix(word.Text)));
        if (tokens.Count == 1)
            return new TermQuery(new Term(field, tokens[0]));
        var phrase = new PhraseQuery();
        foreach (var token in tokens)
            phrase.Add(new Term(field, token));
        return phrase;
    }

    static List<string> Tokens(string text, string field, Analyzer analyzer)
    {
        List<string> tokens = [];
        using var stream = analyzer.GetTokenStream(field, text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
            tokens.Add(term.ToString()!);
        stream.End();
        return tokens;
    }
}
