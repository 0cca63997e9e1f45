using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Tests.Rig;
using static CommonLanguage.V1.Meaning.Types;

namespace CommonLanguage.Tests.Lookup;

public sealed class TermLookupTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync()
    {
        engine = await Engine.StartAsync();
        await engine.AddPartnersAsync("a", "b");
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Theory]
    [InlineData("incident report", "incident report", "incident report", Match.Exact)]
    [InlineData("Incident Report", "incident report", "Incident Report", Match.NormalForm)]
    [InlineData("incident report", "INCIDENT REPORT", "incident report", Match.NormalForm)]
    [InlineData("incident report", "incident reports", "incident report", Match.NormalForm)]
    [InlineData("incident report", "incident report's", "incident report", Match.NormalForm)]
    [InlineData("incident report", "incident reports\u2019", "incident report", Match.NormalForm)]
    [InlineData("incident report", "incident-report", "incident report", Match.NormalForm)]
    [InlineData("incident report", "incident  report", "incident report", Match.NormalForm)]
    [InlineData("incident report", "\uFF49\uFF4E\uFF43\uFF49\uFF44\uFF45\uFF4E\uFF54 report", "incident report", Match.NormalForm)]
    [InlineData("r\u00E9sum\u00E9", "re\u0301sume\u0301", "r\u00E9sum\u00E9", Match.NormalForm)]
    [InlineData("certificate revocation list (CRL)", "certificate revocation list (CRL)", "certificate revocation list (CRL)", Match.Exact)]
    [InlineData("certificate revocation list (CRL)", "Certificate Revocation Lists", "certificate revocation list", Match.NormalForm)]
    [InlineData("certificate revocation list (CRL)", "certificate revocation list", "certificate revocation list", Match.Exact)]
    [InlineData("certificate revocation list (CRL)", "CRL", "CRL", Match.OtherTerm)]
    [InlineData("certificate revocation list (CRL)", "crls", "CRL", Match.OtherTerm)]
    [InlineData("CRL (certificate revocation list)", "certificate revocation list", "certificate revocation list", Match.OtherTerm)]
    [InlineData("policy", "policies", "policy", Match.NormalForm)]
    public async Task A_term_is_found_in_every_form_it_takes_in_texts(string term, string asked, string matched, Match match)
    {
        _ = await engine.AddAsync("a", term, "d");

        var meaning = Assert.Single((await engine.LookUpAsync(asked)).Meanings);

        Assert.Equal((term, matched, match), (meaning.Term, meaning.MatchedForm, meaning.Match));
    }

    [Theory]
    [InlineData("r\u00E9sum\u00E9", "resume")]
    [InlineData("authentication", "authenticator")]
    [InlineData("access control (physical)", "physical")]
    [InlineData("incident", "incident report")]
    public async Task Another_word_is_not_found(string term, string asked)
    {
        _ = await engine.AddAsync("a", term, "d");

        Assert.Empty((await engine.LookUpAsync(asked)).Meanings);
    }

    [Fact]
    public async Task An_answer_holds_all_that_the_entry_says()
    {
        var written = await engine.AddAsync("a", new EntryContent(
            [new Term("outage"), new Term("failure", TermForm.Variant, TermStatus.Deprecated)], "Loss of \U0001F600 service.", LanguageTag.Parse("en-GB", "l"),
            "scope", "note", "field", "https://example.org/x", "incident"));

        var meaning = Assert.Single((await engine.LookUpAsync("failures")).Meanings);

        var name = Engine.Name("a", written.Revision.EntryId);
        Assert.Equal(
            new V1.Meaning
            {
                Entry = name.ToString(), Organisation = "organisations/a", Term = "outage", MatchedForm = "failure", Definition = "Loss of \U0001F600 service.", Language = "en-GB",
                Status = V1.Term.Types.Status.Deprecated, Revision = name.Revision(1), Match = Match.OtherTerm, ScopeNote = "scope", ReplacedBy = "incident",
                Source = "https://example.org/x", SubjectField = "field",
            },
            meaning);
    }

    [Fact]
    public async Task Meanings_come_by_organisation_and_then_by_age()
    {
        foreach (var (organisation, definition) in new[] { ("b", "b1"), ("a", "a1"), ("b", "b2"), ("a", "a2") })
            _ = await engine.AddAsync(organisation, "t", definition);

        Assert.Equal(["a1", "a2", "b1", "b2"], (await engine.LookUpAsync("t")).Meanings.Select(meaning => meaning.Definition));
    }

    [Fact]
    public async Task A_word_that_nobody_defines_gives_an_empty_answer_with_a_token()
    {
        var answer = await engine.LookUpAsync("nothing");

        Assert.Empty(answer.Meanings);
        Assert.Equal(engine.Tables.Token(engine.Tables.Current.Sequence), answer.RevisionToken);
    }

    [Fact]
    public async Task Answers_are_filtered_by_organisation_partnership_and_language()
    {
        _ = await engine.AddOrganisationAsync("c");
        _ = await engine.AddPartnershipAsync("q", "a", "c");
        foreach (var (organisation, language) in new[] { ("a", "en"), ("a", "en-GB"), ("b", "nl"), ("c", "fr-CA") })
            _ = await engine.AddAsync(organisation, Engine.Content("t", $"{organisation} {language}", language));

        Assert.Equal(["b nl"], await DefinitionsAsync(organisations: ["organisations/b"]));
        Assert.Equal(["b nl", "c fr-CA"], await DefinitionsAsync(organisations: ["organisations/c", "organisations/B"]));
        Assert.Equal(["a en", "a en-GB", "b nl"], await DefinitionsAsync(partnership: "partnerships/p"));
        Assert.Equal(["a en", "a en-GB", "c fr-CA"], await DefinitionsAsync(partnership: "partnerships/q"));
        Assert.Equal(["a en", "a en-GB"], await DefinitionsAsync(language: "en"));
        Assert.Equal(["a en-GB"], await DefinitionsAsync(language: "en-gb"));
        Assert.Empty(await DefinitionsAsync(language: "e"));
        Assert.Empty(await DefinitionsAsync(organisations: ["organisations/b"], language: "en"));

        async Task<IEnumerable<string>> DefinitionsAsync(string[]? organisations = null, string partnership = "", string language = "") =>
            (language == "e" ? [] : (await engine.LookUpAsync("t", organisations, partnership, language)).Meanings.Select(meaning => meaning.Definition));
    }

    [Fact]
    public async Task A_filter_that_names_nothing_is_refused()
    {
        await RefusedAsync(ErrorReason.OrganisationNotFound, "organisations", () => engine.LookUpAsync("t", ["organisations/nobody"]));
        await RefusedAsync(ErrorReason.NameInvalid, "organisations", () => engine.LookUpAsync("t", ["a"]));
        await RefusedAsync(ErrorReason.PartnershipNotFound, "partnership", () => engine.LookUpAsync("t", partnership: "partnerships/none"));
        await RefusedAsync(ErrorReason.LanguageTagInvalid, "language", () => engine.LookUpAsync("t", language: "en_GB"));
        await RefusedAsync(ErrorReason.DateInvalid, "at", () => engine.LookUpAsync("t", at: "31.1.2026"));
        await RefusedAsync(ErrorReason.DateInvalid, "at", () => engine.LookUpAsync("t", at: "0000-00-00"));
    }

    [Theory]
    [InlineData("", ErrorReason.ValueMissing)]
    [InlineData("  \t", ErrorReason.ValueMissing)]
    [InlineData("\u200B", ErrorReason.ValueMissing)]
    [InlineData("a\nb", ErrorReason.CharacterNotAllowed)]
    [InlineData("a\0", ErrorReason.CharacterNotAllowed)]
    [InlineData("a\u202Eb", ErrorReason.CharacterNotAllowed)]
    public Task A_term_that_is_none_is_refused(string term, ErrorReason reason) => RefusedAsync(reason, "term", () => engine.LookUpAsync(term));

    [Fact]
    public async Task A_term_of_over_200_characters_is_refused()
    {
        await RefusedAsync(ErrorReason.TextTooLong, "term", () => engine.LookUpAsync(new string('x', 201)));
        Assert.Empty((await engine.LookUpAsync(new string('x', 200))).Meanings);
    }

    [Fact]
    public async Task An_answer_waits_until_it_holds_the_write_that_is_asked_for()
    {
        var token = engine.Tables.Token(engine.Tables.Current.Sequence + 1);

        var answer = engine.LookUpAsync("t", minRevision: token);
        _ = await engine.AddAsync("a", "t", "d");

        Assert.Single((await answer).Meanings);
        Assert.Single((await engine.LookUpAsync("t", minRevision: token)).Meanings);
    }

    [Fact]
    public async Task A_write_that_does_not_come_before_the_deadline_is_a_refusal()
    {
        using var deadline = new CancellationTokenSource();
        var answer = engine.Lookup.LookUpAsync(Engine.Actor, "t", [], "", "", "", "", engine.Tables.Token(99), deadline.Token).AsTask();

        await deadline.CancelAsync();

        await RefusedAsync(ErrorReason.Behind, "min_revision", () => answer);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-")]
    [InlineData("1-00000000")]
    [InlineData("x-STORE")]
    [InlineData("-1-STORE")]
    [InlineData("99999999999999999999-STORE")]
    public Task A_token_that_this_store_did_not_give_is_refused(string token) => RefusedAsync(
        ErrorReason.RevisionTokenInvalid, "min_revision", () => engine.LookUpAsync("t", minRevision: token.Replace("STORE", engine.Store.Id, StringComparison.Ordinal)));

    [Fact]
    public async Task Many_terms_are_answered_in_one_call_as_each_alone()
    {
        _ = await engine.AddAsync("a", "certificate revocation list (CRL)", Definitions.InFourHours);
        _ = await engine.AddAsync("b", "CRL", Definitions.InTwoDays);
        _ = await engine.AddAsync("b", new EntryContent([new Term("dated")], "d", LanguageTag.English, validFrom: new(2020, 1, 1)));
        string[] terms = ["CRL", "nothing", "dated", "certificate revocation lists", "CRL"];

        var answer = V1.BatchLookUpTermsResponse.Parser.ParseFrom((await engine.Lookup.LookUpManyAsync(Engine.Actor, terms, [], "", "", "", "", CancellationToken.None)).ToBytes());

        Assert.Equal(terms.Length, answer.Responses.Count);
        for (var i = 0; i < terms.Length; i++)
            Assert.Equal((await engine.LookUpAsync(terms[i])).Meanings, answer.Responses[i].Meanings);
        Assert.Equal(engine.Tables.Token(engine.Tables.Current.Sequence), answer.RevisionToken);
    }

    [Fact]
    public async Task A_batch_of_more_terms_or_bytes_than_allowed_is_refused()
    {
        await RefusedAsync(ErrorReason.TooManyValues, "terms", () => engine.Lookup.LookUpManyAsync(Engine.Actor, [.. Enumerable.Repeat("t", 1_001)], [], "", "", "", "", CancellationToken.None).AsTask());
        _ = await engine.AddAsync("a", "long", new string('\u4E2D', Limits.Definition));
        await RefusedAsync(ErrorReason.TooManyValues, "terms", () => engine.Lookup.LookUpManyAsync(Engine.Actor, [.. Enumerable.Repeat("long", 100)], [], "", "", "", "", CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task Terms_are_suggested_by_their_beginning_with_the_number_of_their_entries()
    {
        foreach (var term in new[] { "Access", "access control", "access-control list (ACL)", "audit", "ACCESS" })
            _ = await engine.AddAsync("a", term, "d");
        _ = await engine.AddAsync("b", Engine.Content("access control", "d"), "e");
        _ = await engine.ArchiveAsync("b", "e");

        Assert.Equal([("Access", 2), ("access control", 1), ("access-control list", 1), ("access-control list (ACL)", 1), ("ACL", 1)], Suggest("ac"));
        Assert.Equal([("access control", 1), ("access-control list", 1)], Suggest("Access-C").Take(2));
        Assert.Empty(Suggest("zz"));
        Assert.Equal([("Access", 2)], TermLookup.Suggest(engine.Tables.Current, "ac", LookupFilter.None, 1));

        IEnumerable<(string, int)> Suggest(string prefix) => TermLookup.Suggest(engine.Tables.Current, prefix, LookupFilter.None, 100);
    }

    static async Task RefusedAsync(ErrorReason reason, string field, Func<Task> ask)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(ask);
        Assert.Equal((reason, field), (refusal.Reason, refusal.Field));
    }
}
