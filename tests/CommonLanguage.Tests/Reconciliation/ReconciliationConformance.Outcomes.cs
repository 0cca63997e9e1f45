using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

public abstract partial class ReconciliationConformance
{
    const string Agreed = "A disturbance that the supplier must resolve within 8 hours of the report by the customer.";

    [SkippableFact]
    public async Task AdoptOne_leaves_one_meaning_with_its_steward()
    {
        var room = await RoomAsync();

        var written = await room.SettleAsync(new(Outcome.AdoptOne, "a is the regulator") { Entry = Room.A });

        Assert.Equal(ConflictState.Resolved, written.Conflict.State);
        Assert.Equal(Definitions.InFourHours, (await room.ContentAsync("b")).Definition);
        var meaning = Assert.Single((await room.Engine.LookUpAsync("incident")).Meanings);
        Assert.Equal("organisations/a", meaning.Organisation);
        Assert.Equal(["organisations/b"], meaning.AdoptedBy);
        Assert.Equal(V1.Outcome.AdoptOne, Assert.Single(meaning.Settlements).Outcome);
        Assert.Empty(meaning.Conflicts);
        AssertLatest(await room.MappingsAsync(), Relation.Exact, negated: false);
    }

    [SkippableFact]
    public async Task Who_asks_for_one_organisation_gets_what_it_took_over()
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(new(Outcome.AdoptOne, "a is the regulator") { Entry = Room.A });

        var meaning = Assert.Single((await room.Engine.LookUpAsync("incident", ["organisations/b"])).Meanings);

        Assert.Equal(("organisations/b", Room.A.ToString(), Definitions.InFourHours), (meaning.Organisation, meaning.Adopts, meaning.Definition));
    }

    [SkippableFact]
    public async Task MergeIntoShared_leaves_one_meaning_under_all_the_words()
    {
        var room = await RoomAsync();
        _ = await room.Engine.ChangeAsync("b", "i", new([new Term("incident"), new Term("disturbance", TermForm.Variant)], Definitions.InTwoDays, LanguageTag.Parse("en", "l")));

        _ = await room.SettleAsync(new(Outcome.MergeIntoShared, "nearly equal") { Texts = [new(null, Definition: Agreed)] });

        foreach (var word in new[] { "incident", "disturbance" })
        {
            var meaning = Assert.Single((await room.Engine.LookUpAsync(word, partnership: "partnerships/p")).Meanings);
            Assert.Equal(("organisations/p.shared", Agreed), (meaning.Organisation, meaning.Definition));
        }

        Assert.Equal(["organisations/a", "organisations/b"], Assert.Single((await room.Engine.LookUpAsync("incident")).Meanings).AdoptedBy);
        Assert.Empty(await room.Engine.OpenConflictsAsync());
    }

    [SkippableFact]
    public async Task SharedCoreWithNotes_gives_the_shared_meaning_and_what_holds_in_each()
    {
        var room = await RoomAsync();

        _ = await room.SettleAsync(new(Outcome.SharedCoreWithNotes, "only the clock differs")
        {
            Texts = [new(null, Definition: Agreed), new(Room.B, Note: "Nights do not count.")],
        });

        var meaning = Assert.Single((await room.Engine.LookUpAsync("incident")).Meanings);
        Assert.Equal("In b also: Nights do not count.", Assert.Single(meaning.Settlements).Note);
        Assert.Equal("Nights do not count.", (await room.ContentAsync("b")).ScopeNote);
    }

    [SkippableFact]
    public async Task SharedGenericPlusSpecific_offers_the_broader_or_a_specific_word()
    {
        var room = await RoomAsync();

        _ = await room.SettleAsync(new(Outcome.SharedGenericPlusSpecific, "kinds of one thing")
        {
            Texts = [new(null, Definition: "A disturbance of a service."), new(Room.A, "urgent incident"), new(Room.B, "ordinary incident")],
        });

        var meanings = (await room.Engine.LookUpAsync("incident")).Meanings;
        Assert.Equal(3, meanings.Count);
        Assert.Equal(
            ["ordinary incident", "urgent incident"],
            meanings.SelectMany(meaning => meaning.Settlements).SelectMany(settlement => settlement.UseInstead).Order(StringComparer.Ordinal));
        Assert.Equal(V1.Term.Types.Status.Admitted, meanings.First(meaning => meaning.Organisation == "organisations/a").Status);
        Assert.Equal("urgent incident", Assert.Single((await room.Engine.LookUpAsync("urgent incidents")).Meanings).Term);
    }

    [SkippableFact]
    public async Task QualifyTerms_says_which_word_to_use()
    {
        var room = await RoomAsync();

        _ = await room.SettleAsync(Qualified());

        var meanings = (await room.Engine.LookUpAsync("incident")).Meanings;
        Assert.Equal(["incident (security)", "incident (service)"], meanings.Select(meaning => meaning.ReplacedBy).Order(StringComparer.Ordinal));
        Assert.All(meanings, meaning => Assert.Equal(V1.Term.Types.Status.Deprecated, meaning.Status));
        Assert.All(meanings, meaning => Assert.Equal([meaning.ReplacedBy], Assert.Single(meaning.Settlements).UseInstead));
        Assert.Empty(await room.Engine.OpenConflictsAsync());
        AssertLatest(await room.MappingsAsync(), Relation.Exact, negated: true);
    }

    [SkippableFact]
    public async Task ClarifyWording_shows_both_new_texts()
    {
        var room = await RoomAsync();
        var clear = Definitions.InTwoDays + " Days are business days.";

        _ = await room.SettleAsync(new(Outcome.ClarifyWording, "days were not said to be business days") { Texts = [new(Room.B, Definition: clear)] });

        Assert.Equal(
            [Definitions.InFourHours, clear], (await room.Engine.LookUpAsync("incident")).Meanings.Select(meaning => meaning.Definition));
        Assert.Equal(ConflictState.Resolved, (await room.ConflictAsync()).State);
    }

    [SkippableFact]
    public async Task AgreeToDiffer_tells_the_own_reader_and_warns_the_other()
    {
        var room = await RoomAsync();

        _ = await room.SettleAsync(Differing());

        var meanings = (await room.Engine.LookUpAsync("incident")).Meanings;
        Assert.All(meanings, meaning => Assert.True(Assert.Single(meaning.Settlements).Warning));
        Assert.Equal("As the energy act says.", (await room.ContentAsync("a")).ScopeNote);
        Assert.Empty(await room.Engine.OpenConflictsAsync());
        var mapping = (await room.MappingsAsync())[^1];
        Assert.Equal((Relation.Related, MappingState.Confirmed, MappingJustification.Agreed), (mapping.Relation, mapping.State, mapping.Justification));
        Assert.Equal(["sig-a", "sig-b"], mapping.Reviewers.ToArray());
    }

    [SkippableFact]
    public async Task DeprecateOne_answers_with_the_replacement()
    {
        var room = await RoomAsync();

        _ = await room.SettleAsync(new(Outcome.DeprecateOne, "out of date") { Entry = Room.B, Replacement = "outage" });

        var meaning = Assert.Single((await room.Engine.LookUpAsync("incident", ["organisations/b"])).Meanings);
        Assert.Equal((V1.Term.Types.Status.Superseded, "outage"), (meaning.Status, meaning.ReplacedBy));
        Assert.Equal(["outage"], Assert.Single(meaning.Settlements).UseInstead);
        Assert.Equal(V1.Term.Types.Status.Preferred, Assert.Single((await room.Engine.LookUpAsync("incident", ["organisations/a"])).Meanings).Status);
    }

    [SkippableFact]
    public async Task SplitEntry_asks_which_is_meant()
    {
        var room = await RoomAsync();

        _ = await room.SettleAsync(new(Outcome.SplitEntry, "two things under one entry")
        {
            Entry = Room.B,
            Texts = [new(null, "incident report", "The record of a disturbance."), new(null, "disturbance", Definitions.InTwoDays)],
        });

        var meanings = (await room.Engine.LookUpAsync("incident", ["organisations/b"])).Meanings;
        Assert.Equal(["disturbance", "incident report"], meanings.Select(meaning => meaning.Term).Order(StringComparer.Ordinal));
        Assert.All(meanings, meaning => Assert.Equal("Which is meant: 'incident report', 'disturbance'?", Assert.Single(meaning.Settlements).Note));
    }

    [SkippableTheory]
    [InlineData(Relation.Exact)]
    [InlineData(Relation.None)]
    public async Task NotAConflict_as_an_outcome_is_silent(Relation relation)
    {
        var room = await RoomAsync();

        _ = await room.SettleAsync(new(Outcome.NotAConflict, "distant fields") { Relation = relation });

        Assert.All((await room.Engine.LookUpAsync("incident")).Meanings, meaning => Assert.Empty(meaning.Conflicts));
        AssertLatest(await room.MappingsAsync(), Relation.Exact, negated: relation == Relation.None);
    }

    [SkippableFact]
    public async Task Deferred_as_an_outcome_keeps_the_warning_and_the_day()
    {
        var room = await RoomAsync();

        var written = await room.SettleAsync(new(Outcome.Deferred, "bound by law") { Review = new(2026, 12, 1) });

        Assert.Equal((ConflictState.Deferred, new DateOnly(2026, 12, 1)), (written.Conflict.State, written.Conflict.Review));
        Assert.All((await room.Engine.LookUpAsync("incident")).Meanings, meaning => Assert.Single(meaning.Conflicts));
    }

    [SkippableFact]
    public async Task What_holds_from_a_later_day_is_not_said_before_it()
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(new(Outcome.AdoptOne, "a is the regulator") { Entry = Room.A }, effective: new(2026, 4, 1));

        var before = (await room.Engine.LookUpAsync("incident")).Meanings;
        room.Engine.Clock.MoveTo(2026, 4, 1);
        var after = (await room.Engine.LookUpAsync("incident")).Meanings;

        Assert.Equal([Definitions.InFourHours, Definitions.InTwoDays], before.Select(meaning => meaning.Definition));
        Assert.All(before, meaning => Assert.Single(meaning.Conflicts));
        Assert.Equal("organisations/a", Assert.Single(after).Organisation);
    }

    [SkippableFact]
    public async Task A_settlement_outlives_a_restart_and_a_comma_and_ends_with_a_change_of_meaning()
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(Differing());
        room = new(await RestartAsync(room.Engine));
        _ = await room.Engine.ChangeAsync("a", "i", Engine.Content("incident", Definitions.InFourHoursDressed));
        var quiet = (await room.Engine.LookUpAsync("incident")).Meanings;
        _ = await room.Engine.ChangeAsync("a", "i", Engine.Content("incident", Definitions.InNineWeeks));
        var loud = (await room.Engine.LookUpAsync("incident")).Meanings;

        Assert.All(quiet, meaning => Assert.Single(meaning.Settlements));
        Assert.All(loud, meaning => Assert.Empty(meaning.Settlements));
        Assert.All(loud, meaning => Assert.Single(meaning.Conflicts));
        Assert.Equal(ConflictState.Reopened, (await room.ConflictAsync()).State);
        Assert.Equal(MappingState.Stale, (await room.MappingsAsync())[^1].State);
    }

    [SkippableFact]
    public async Task A_note_of_a_settlement_that_no_longer_holds_is_marked_until_it_is_agreed_again()
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(Differing());
        var agreed = (await room.Engine.LookUpAsync("incident")).Meanings;
        _ = await room.Engine.ChangeAsync("a", "i", (await room.ContentAsync("a")).With(definition: Definitions.InNineWeeks));
        var stale = (await room.Engine.LookUpAsync("incident")).Meanings;
        room = new(await RestartAsync(room.Engine));
        var restarted = (await room.Engine.LookUpAsync("incident")).Meanings;
        _ = await room.TriageAsync(Verdict.Related);
        _ = await room.ProposeAsync(Differing());
        _ = await room.ConsultAsync(2);
        _ = await room.TakeAsync("a", proposal: 2);
        _ = await room.TakeAsync("b", proposal: 2);
        _ = await room.ResolveAsync(2);
        var anew = (await room.Engine.LookUpAsync("incident")).Meanings;

        Assert.All(agreed, meaning => Assert.False(meaning.ScopeNoteLapsed));
        Assert.Equal(["As the energy act says.", "As the telecoms act says."], stale.Select(meaning => meaning.ScopeNote));
        Assert.All(stale, meaning => Assert.True(meaning.ScopeNoteLapsed));
        Assert.All(restarted, meaning => Assert.True(meaning.ScopeNoteLapsed));
        Assert.All(anew, meaning => Assert.False(meaning.ScopeNoteLapsed));
    }

    [SkippableFact]
    public async Task Two_of_three_settle_and_the_part_of_the_third_stays_open_and_is_not_called_agreed()
    {
        var room = await RoomAsync();
        _ = await room.Engine.AddAsync("c", Engine.Content("incident", Definitions.InNineWeeks), "i");
        await room.SignAsync(new(Outcome.AdoptOne, "a is the regulator") { Entry = Room.A });
        _ = await room.TakeAsync("c", Stance.Abstain);
        _ = await room.ResolveAsync();

        var meanings = (await room.Engine.LookUpAsync("incident")).Meanings;

        Assert.Equal(["organisations/a", "organisations/c"], meanings.Select(meaning => meaning.Organisation));
        Assert.Equal(Outcome.AdoptOne, (Outcome)(int)Assert.Single(meanings[0].Settlements).Outcome);
        Assert.Empty(meanings[1].Settlements);
        Assert.All(meanings, meaning => Assert.Single(meaning.Conflicts));
    }

    [SkippableFact]
    public async Task A_steward_who_changes_what_others_have_adopted_opens_it_again()
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(new(Outcome.AdoptOne, "a is the regulator") { Entry = Room.A });

        _ = await room.Engine.ChangeAsync("a", "i", Engine.Content("incident", Definitions.InNineWeeks));

        Assert.Equal(ConflictState.Reopened, (await room.ConflictAsync()).State);
        Assert.Equal(2, (await room.Engine.LookUpAsync("incident")).Meanings.Count);
    }

    [SkippableFact]
    public async Task A_reader_gets_the_note_of_the_own_organisation_and_the_warning_of_the_other()
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(Differing());

        var meanings = (await room.Engine.LookUpAsync("incident", reader: "organisations/a")).Meanings;

        Assert.Equal(
            [("organisations/a", "As the energy act says.", false), ("organisations/b", "b means something of its own by 'incident': As the telecoms act says.", true)],
            meanings.Select(meaning => (meaning.Organisation, Assert.Single(meaning.Settlements).Note, meaning.Settlements[0].Warning)));
        _ = await RefusedAsync(ErrorReason.OrganisationNotFound, () => room.Engine.LookUpAsync("incident", reader: "organisations/nobody"));
    }

    public static TheoryData<Outcome> Settling => [.. Enum.GetValues<Outcome>().Where(outcome => outcome != Outcome.Deferred)];

    [SkippableTheory]
    [MemberData(nameof(Settling))]
    public async Task What_was_settled_is_exported_and_comes_in_again(Outcome outcome)
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(DraftOf(outcome));

        foreach (var organisation in new[] { "a", "b" })
        {
            var file = await room.Engine.ExportAsync(organisation);
            var again = await room.Engine.ImportAsync(organisation, file);
            Assert.Empty(again.Problems);
            Assert.Equal((0, 0, 0), (again.Added, again.Changed, again.Refused));
            var elsewhere = await room.Engine.ImportAsync("d" + organisation, file);
            Assert.Empty(elsewhere.Problems);
            Assert.Equal(again.Unchanged, elsewhere.Added);
        }

        Assert.Equal(ConflictState.Resolved, (await room.Engine.ConflictsAsync())[0].State);
    }

    [SkippableTheory]
    [MemberData(nameof(Settling))]
    public async Task No_word_is_to_be_used_instead_of_itself(Outcome outcome)
    {
        var room = await RoomAsync();
        _ = await room.SettleAsync(DraftOf(outcome));

        foreach (var word in DraftOf(outcome).Texts.Select(text => text.Term).Where(term => term.Length > 0).Append("incident"))
        {
            var meanings = (await room.Engine.LookUpAsync(word)).Meanings;
            Assert.NotEmpty(meanings);
            Assert.DoesNotContain(word, meanings.Select(meaning => meaning.ReplacedBy));
            Assert.DoesNotContain(word, meanings.SelectMany(meaning => meaning.Settlements).SelectMany(settlement => settlement.UseInstead));
            if (word != "incident")
                Assert.All(meanings, meaning => Assert.Equal((V1.Term.Types.Status.Preferred, ""), (meaning.Status, meaning.ReplacedBy)));
        }
    }

    static ProposalDraft DraftOf(Outcome outcome) => outcome switch
    {
        Outcome.AdoptOne => new(outcome, "why") { Entry = Room.A },
        Outcome.MergeIntoShared => new(outcome, "why") { Texts = [new(null, Definition: Agreed)] },
        Outcome.SharedCoreWithNotes => new(outcome, "why") { Texts = [new(null, Definition: Agreed), new(Room.B, Note: "Nights do not count.")] },
        Outcome.SharedGenericPlusSpecific => new(outcome, "why")
        {
            Texts = [new(null, Definition: "A disturbance of a service."), new(Room.A, "urgent incident"), new(Room.B, "ordinary incident")],
        },
        Outcome.QualifyTerms => Qualified(),
        Outcome.ClarifyWording => new(outcome, "why") { Texts = [new(Room.B, Definition: Definitions.InTwoDays + " Days are business days.")] },
        Outcome.AgreeToDiffer => Differing(),
        Outcome.DeprecateOne => new(outcome, "why") { Entry = Room.B, Replacement = "outage" },
        Outcome.SplitEntry => new(outcome, "why")
        {
            Entry = Room.B,
            Texts = [new(null, "incident report", "The record of a disturbance."), new(null, "disturbance", Definitions.InTwoDays)],
        },
        Outcome.NotAConflict => new(outcome, "why") { Relation = Relation.None },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    static ProposalDraft Qualified() => new(Outcome.QualifyTerms, "one word for two measures")
    {
        Texts = [new(Room.A, "incident (security)"), new(Room.B, "incident (service)")],
    };

    static ProposalDraft Differing() => new(Outcome.AgreeToDiffer, "bound by law on both sides")
    {
        Relation = Relation.Related,
        Texts = [new(Room.A, Note: "As the energy act says."), new(Room.B, Note: "As the telecoms act says.")],
    };

    static void AssertLatest(List<Mapping> mappings, Relation relation, bool negated) =>
        Assert.Equal((relation, negated, MappingState.Confirmed), (mappings[^1].Relation, mappings[^1].Negated, mappings[^1].State));
}
