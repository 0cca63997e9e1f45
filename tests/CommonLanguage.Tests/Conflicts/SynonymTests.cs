using CommonLanguage.Conflicts;
using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Conflicts;

public sealed class SynonymTests
{
    const string Buyer = "A person or organisation that buys goods or services from a company.";

    [Fact]
    public async Task Two_words_of_two_organisations_with_one_meaning_are_found()
    {
        await using var engine = await FilledAsync();
        var synonym = Assert.Single(new SynonymFinder().Find(engine.Tables.Current, Engine.Actor, null, default));
        Assert.Equal(["client", "customer"], new[] { synonym.A.Term, synonym.B.Term }.Order(StringComparer.Ordinal));
        Assert.InRange(synonym.Likeness, .8, 1);
    }

    [Fact]
    public async Task A_change_is_followed()
    {
        await using var engine = await FilledAsync();
        var finder = new SynonymFinder();
        _ = Assert.Single(finder.Find(engine.Tables.Current, Engine.Actor, null, default));
        _ = await engine.ChangeAsync("b", "customer-1", Engine.Content("customer", "The part of a plant that grows under the ground."));
        Assert.Empty(finder.Find(engine.Tables.Current, Engine.Actor, null, default));
        _ = await engine.AddAsync("b", Engine.Content("buyer", Buyer), "buyer-1");
        Assert.Equal("buyer", Assert.Single(finder.Find(engine.Tables.Current, Engine.Actor, null, default)).B.Term);
    }

    [Fact]
    public async Task Organisations_that_share_no_partnership_have_no_synonyms()
    {
        await using var engine = await FilledAsync();
        await engine.AddOrganisationAsync("c");
        _ = await engine.AddAsync("c", Engine.Content("purchaser", Buyer), "purchaser-1");
        var finder = new SynonymFinder();
        _ = Assert.Single(finder.Find(engine.Tables.Current, Engine.Actor, null, default));
        var partnership = await engine.AddPartnershipAsync("q", "b", "c");
        Assert.Equal(["customer", "purchaser"], Terms(Assert.Single(finder.Find(engine.Tables.Current, Engine.Actor, partnership, default))));
        Assert.Equal(2, finder.Find(engine.Tables.Current, Engine.Actor, null, default).Length);
    }

    [Fact]
    public async Task Who_sees_no_partnership_is_shown_no_synonym()
    {
        await using var engine = await FilledAsync();
        var finder = new SynonymFinder();
        var stranger = Engine.Actor with { Rights = Rights.None };
        Assert.Empty(finder.Find(engine.Tables.Current, stranger, null, default));
        Assert.Empty(finder.Find(engine.Tables.Current, stranger, engine.Tables.Current.Directory.Partnerships.First(), default));
    }

    [Fact]
    public async Task A_question_that_was_given_up_does_not_spoil_the_next()
    {
        await using var engine = await FilledAsync();
        var finder = new SynonymFinder();
        Assert.Throws<OperationCanceledException>(() => finder.Find(engine.Tables.Current, Engine.Actor, null, new(canceled: true)));
        _ = Assert.Single(finder.Find(engine.Tables.Current, Engine.Actor, null, default));
    }

    static string[] Terms(Synonym synonym) => [.. new[] { synonym.A.Term, synonym.B.Term }.Order(StringComparer.Ordinal)];

    static async Task<Engine> FilledAsync()
    {
        var engine = await Engine.StartAsync();
        await engine.AddPartnersAsync("a", "b");
        _ = await engine.AddAsync("a", Engine.Content("client", Buyer), "client-1");
        _ = await engine.AddAsync("a", Engine.Content("root", "The first folder of a file system."), "root-1");
        _ = await engine.AddAsync("b", Engine.Content("customer", Buyer), "customer-1");
        return engine;
    }
}
