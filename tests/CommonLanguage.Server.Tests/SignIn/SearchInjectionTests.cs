using CommonLanguage.Glossary;
using CommonLanguage.V1;
using Grpc.Core;
using Role = CommonLanguage.Glossary.Role;

namespace CommonLanguage.Server.Tests.SignIn;

/// <summary>Queries in the words of the search engine underneath, to reach what an organisation shows to its own partners only.</summary>
public sealed class SearchInjectionTests : IAsyncLifetime
{
    static readonly string[] Queries =
    [
        "organisation:zulu", "organisation:3", "organisation:3 secret", "+organisation:3 +secret", "*:*", "* : *", "*", "secret OR organisation:zulu", "secret AND NOT organisation:alfa",
        "-language:en", "secret -language:en", "secret -language:nl", "secret -alfa -bravo", "what -alfa", "[a TO z]", "organisation:[0 TO 9]", "definition:{* TO *}", "term:[secret TO zulu]",
        "\"secret of zulu\"", "secret of zulu", "secret~2", "zulu~", "zulu^100 secret", "zulu*", "zu*", "se*", "_val_:secret", "_query_:zulu", "key:secret", "id:zulu", "secret\" OR \"zulu",
        "secret) OR (organisation:3", "/zul./", "secret && zulu", "secret || zulu", "!alfa secret", "zulu OR yankee", "what only zulu and its partners know", "organisation\\:zulu", "ｚｕｌｕ", "secret\u200Bzulu",
    ];

    SignedInServer server = null!;

    LookupService.LookupServiceClient Lookup => new(server.Server.Channel);

    public async Task InitializeAsync()
    {
        server = await SignedInServer.StartAsync();
        await server.FillAsync();
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task No_query_shows_or_counts_what_may_not_be_seen()
    {
        var key = await server.KeyAsync("rita", Scopes.Read, ("alfa", Role.Reader));
        var answered = 0;
        foreach (var query in Queries)
        {
            try
            {
                var answer = await Lookup.SearchEntriesAsync(new() { Query = query, PageSize = 1_000 }, SignedInServer.With(key));
                answered++;
                Assert.All(answer.Hits, hit => Assert.Matches("^organisations/(alfa|bravo)$", hit.Organisation));
                Assert.Equal(answer.Hits.Count, answer.TotalSize);
                Assert.DoesNotContain("zulu", answer.ToString(), StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("yankee", answer.ToString(), StringComparison.OrdinalIgnoreCase);
            }
            catch (RpcException refusal)
            {
                Assert.True(refusal.StatusCode == StatusCode.InvalidArgument, $"{query}: {refusal}");
            }
        }

        Assert.InRange(answered, 15, Queries.Length);
    }

    [Fact]
    public async Task Who_may_see_it_finds_it_with_the_same_words()
    {
        var key = await server.KeyAsync("zoe", Scopes.Read, ("zulu", Role.Reader));
        foreach (var query in (string[])["\"secret of zulu\"", "secret of zulu", "zulu*"])
        {
            var answer = await Lookup.SearchEntriesAsync(new() { Query = query }, SignedInServer.With(key));
            Assert.Contains(answer.Hits, hit => hit.Entry == "organisations/zulu/entries/secret");
            Assert.All(answer.Hits, hit => Assert.Matches("^organisations/(zulu|yankee)$", hit.Organisation));
        }
    }

    [Fact]
    public async Task No_beginning_suggests_or_counts_what_may_not_be_seen()
    {
        var key = await server.KeyAsync("rita", Scopes.Read, ("alfa", Role.Reader));
        foreach (var prefix in (string[])["secret of z", "secret of zulu", "secret", "secret of yanke", "incident"])
        {
            var answer = await Lookup.SuggestTermsAsync(new() { Prefix = prefix, PageSize = 100 }, SignedInServer.With(key));
            Assert.All(answer.Suggestions, suggestion => Assert.DoesNotMatch("zulu|yankee", suggestion.Term));
            Assert.All(answer.Suggestions, suggestion => Assert.InRange(suggestion.EntryCount, 1, 2));
        }
    }
}
