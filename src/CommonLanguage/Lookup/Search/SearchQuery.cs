using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Analysis.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Spans;

namespace CommonLanguage.Lookup.Search;

/// <summary>Builds Lucene's query from what was typed, and the filter of whose entries may be seen, which is never part of the text.</summary>
static class SearchQuery
{
    const float TermBoost = 3;
    const float WholeTermBoost = 12;

    public static Query Of(ImmutableArray<SearchWords> words, string typed, GlossaryAnalyzer analyzer, GlossaryAnalyzer typing)
    {
        var query = new BooleanQuery { { new TermQuery(new Term(Fields.Key, NormalForm.Of(typed))) { Boost = WholeTermBoost }, Occur.SHOULD } };
        foreach (var word in words)
        {
            var either = new BooleanQuery(disableCoord: true);
            foreach (var (field, boost) in ((string, float)[])[(Fields.Term, TermBoost), (Fields.Definition, 1)])
            {
                if (InField(word, field, analyzer, typing) is not { } part)
                    continue;
                part.Boost = boost;
                either.Add(part, Occur.SHOULD);
            }

            if (either.Clauses.Count > 0)
                query.Add(either, word.IsExcluded ? Occur.MUST_NOT : Occur.SHOULD);
        }

        return query;
    }

    /// <summary>The filter of whose entries may be seen, and in which language; null when all may.</summary>
    public static Filter? FilterOf(LookupFilter filter, PartnerDirectory directory)
    {
        var visible = new BooleanQuery(disableCoord: true);
        if (filter.Organisations is not null || filter.Partnership is not null || filter.Seen is not null || directory.Organisations.Any(organisation => organisation.Archived))
        {
            string[] keys =
            [
                .. directory.Organisations
                    .Where(o => !o.Archived && filter.Organisations?.Contains(o.Key) != false && filter.Partnership?.Has(o.Key) != false && filter.Seen?.Organisations.Contains(o.Key) != false)
                    .Select(o => o.Key.ToString(CultureInfo.InvariantCulture)),
            ];
            visible.Add(new ConstantScoreQuery(new FieldCacheTermsFilter(Fields.Organisation, keys)), Occur.MUST);
        }

        if (filter.Language is { Value: var language })
        {
            visible.Add(
                new BooleanQuery(disableCoord: true)
                {
                    { new TermQuery(new Term(Fields.Language, language)), Occur.SHOULD },
                    { new PrefixQuery(new Term(Fields.Language, language + "-")), Occur.SHOULD },
                },
                Occur.MUST);
        }

        return visible.Clauses.Count == 0 ? null : new QueryWrapperFilter(visible);
    }

    /// <summary>The query for a word in one field; null when nothing of it is indexed.</summary>
    public static Query? InField(SearchWords word, string field, GlossaryAnalyzer analyzer, GlossaryAnalyzer typing)
    {
        var tokens = (word.IsPrefix ? typing : analyzer).Words(word.Text);
        if (tokens.Count == 0)
            return null;
        if (word.IsPrefix)
        {
            var beginning = new PrefixQuery(new Term(field, tokens[^1].Word));
            if (tokens.Count == 1)
                return beginning;
            if (word.IsPhrase)
            {
                return new SpanNearQuery(
                    [
                        .. tokens.Take(tokens.Count - 1).Select(token => new SpanTermQuery(new Term(field, token.Word))),
                        new SpanMultiTermQueryWrapper<PrefixQuery>(beginning),
                    ],
                    slop: 0,
                    inOrder: true);
            }

            var all = new BooleanQuery(disableCoord: true) { { beginning, Occur.MUST } };
            foreach (var (token, _, _) in tokens.Take(tokens.Count - 1))
                all.Add(new TermQuery(new Term(field, token)), Occur.MUST);
            return all;
        }

        if (tokens.Count == 1)
            return new TermQuery(new Term(field, tokens[0].Word));
        var phrase = new PhraseQuery();
        foreach (var (token, _, _) in tokens)
            phrase.Add(new Term(field, token));
        return phrase;
    }
}
