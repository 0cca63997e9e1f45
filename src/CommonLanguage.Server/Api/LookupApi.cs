using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.Server.Hosting;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>LookupService: what a word means to each organisation.</summary>
sealed class LookupApi(LookupBytes bytes, LiveTables tables, SearchHost search, PageTokens tokens) : LookupService.LookupServiceBase
{
    public override async Task<LookUpTermResponse> LookUpTerm(LookUpTermRequest request, ServerCallContext context) =>
        LookUpTermResponse.Parser.ParseFrom(await bytes.LookUpTerm(request, context));

    public override async Task<BatchLookUpTermsResponse> BatchLookUpTerms(BatchLookUpTermsRequest request, ServerCallContext context) =>
        BatchLookUpTermsResponse.Parser.ParseFrom(await bytes.BatchLookUpTerms(request, context));

    public override async Task<SearchEntriesResponse> SearchEntries(SearchEntriesRequest request, ServerCallContext context)
    {
        var size = PageTokens.Size(request.PageSize, 20);
        var question = $"search\n{request.Query}\n{string.Join(' ', request.Organisations)}\n{request.Partnership}";
        var skip = tokens.Read(request.PageToken, question, 1) is [var place] ? int.Parse(place, System.Globalization.CultureInfo.InvariantCulture) : 0;
        if (skip + size > SearchMessages.DeepestHit)
        {
            throw Refusals.Unreadable(
                ErrorReason.NumberOutOfRange,
                FormattableString.Invariant($"A search shows its first {SearchMessages.DeepestHit} hits; narrow it with more words or organisations."),
                "page_token",
                FormattableString.Invariant($"{skip + size}"));
        }

        var snapshot = await tables.AtLeastAsync(tables.ParseToken(request.MinRevision, "min_revision"), context.CancellationToken);
        var filter = LookupFilter.Of(Callers.ReaderOf(context), snapshot.Directory, request.Organisations, request.Partnership, "");
        var index = await search.Index.WaitAsync(context.CancellationToken);
        if (request.MinRevision.Length > 0)
            await search.ReachAsync(snapshot.Sequence, context.CancellationToken);
        var answer = index.Search(request.Query, snapshot, filter, skip, size);
        return answer.ToMessage(snapshot.Directory, answer.HasMore ? tokens.Write(question, FormattableString.Invariant($"{skip + size}")) : "");
    }

    public override async Task<SuggestTermsResponse> SuggestTerms(SuggestTermsRequest request, ServerCallContext context)
    {
        var size = PageTokens.Size(request.PageSize, 10, most: 100);
        if (string.IsNullOrWhiteSpace(request.Prefix))
            throw new RefusalException(ErrorReason.ValueMissing, "'prefix' is empty; give the first letters of a term.", "prefix");
        if (request.Prefix.Length > Limits.Term)
        {
            throw Refusals.TextTooLong(
                FormattableString.Invariant($"'prefix' is {request.Prefix.Length} characters; terms have at most {Limits.Term}."), "prefix", request.Prefix.Length, Limits.Term);
        }

        var snapshot = await tables.AtLeastAsync(tables.ParseToken(request.MinRevision, "min_revision"), context.CancellationToken);
        var filter = LookupFilter.Of(Callers.ReaderOf(context), snapshot.Directory, request.Organisations, request.Partnership, "");
        var answer = new SuggestTermsResponse();
        foreach (var (term, entries) in TermLookup.Suggest(snapshot, request.Prefix, filter, size))
            answer.Suggestions.Add(new Suggestion { Term = term, EntryCount = entries });
        if (answer.Suggestions.Count > 0 || !search.Index.IsCompletedSuccessfully)
            return answer;
        foreach (var key in search.Index.Result.SpeltLike(request.Prefix, size))
        {
            if (TermLookup.Entries(snapshot, key, filter) is { Entries: > 0 } near)
                answer.Suggestions.Add(new Suggestion { Term = near.Term, EntryCount = near.Entries, NearSpelling = true });
        }

        return answer;
    }
}
