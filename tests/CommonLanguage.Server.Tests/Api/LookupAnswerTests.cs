using CommonLanguage.Server.Tests.BadInput;
using CommonLanguage.V1;

namespace CommonLanguage.Server.Tests.Api;

/// <summary>What words are answered with, alone, together and on a stream.</summary>
public sealed class LookupAnswerTests(PartnersServer partners) : IClassFixture<PartnersServer>
{
    static readonly string[] Words = ["siding", "nothing", "incident", "Incidents", "siding"];

    static readonly int[] Meanings = [1, 0, 2, 2, 1];

    [Fact]
    public async Task Words_on_a_stream_are_answered_in_their_order()
    {
        using var call = partners.Lookup.LookUpTerms(deadline: DateTime.UtcNow.AddSeconds(20));
        foreach (var word in Words)
            await call.RequestStream.WriteAsync(new LookUpTermRequest { Term = word });
        await call.RequestStream.CompleteAsync();
        var answers = new List<int>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            answers.Add(call.ResponseStream.Current.Meanings.Count);
        Assert.Equal(Meanings, answers);
    }

    [Fact]
    public async Task Words_of_one_call_are_answered_in_their_order()
    {
        var answer = await partners.Lookup.BatchLookUpTermsAsync(new() { Terms = { Words } });
        Assert.Equal(Meanings, answer.Responses.Select(response => response.Meanings.Count));
        Assert.Equal(answer.Responses[0].Meanings, answer.Responses[4].Meanings);
    }

    [Fact]
    public async Task A_search_that_asks_for_a_write_sees_it()
    {
        for (var i = 0; i < 10; i++)
        {
            var written = await partners.DefineAsync($"winch{i}", $"A drum that winds rope{i}.");
            var found = await partners.Lookup.SearchEntriesAsync(new() { Query = $"rope{i}", MinRevision = written.RevisionToken });
            Assert.Equal(written.Entry.Name, Assert.Single(found.Hits).Entry);
        }
    }

    [Fact]
    public async Task Terms_are_suggested_by_their_beginning()
    {
        var suggestion = Assert.Single((await partners.Lookup.SuggestTermsAsync(new() { Prefix = "INCI" })).Suggestions);
        Assert.Equal(("incident", 2, false), (suggestion.Term, suggestion.EntryCount, suggestion.NearSpelling));
    }

    [Fact]
    public async Task Terms_are_suggested_by_a_near_spelling()
    {
        var suggestion = Assert.Single((await partners.Lookup.SuggestTermsAsync(new() { Prefix = "incidant" })).Suggestions);
        Assert.Equal(("incident", true), (suggestion.Term, suggestion.NearSpelling));
    }
}
