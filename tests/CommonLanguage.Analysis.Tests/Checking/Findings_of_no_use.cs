using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Settings;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>Kinds of findings for which no author would be thankful, and their nearest neighbours, which stay.</summary>
public sealed class Findings_of_no_use
{
    static readonly string Filler = string.Concat(Enumerable.Repeat("Plain words of no field at all fill these lines up. ", 25));

    static readonly SnapshotContent Incident = Samples.Incident;

    static List<ImmutableArray<Finding>> Check(SnapshotContent glossary, Func<int, ImmutableArray<(int First, int Last)>> lines, params string[] texts)
    {
        using var snapshot = Samples.Open(glossary);
        var checker = new DocumentChecker(snapshot, "s", new() { Author = "red", Readers = ["blue"], Today = new(2026, 3, 2) });
        var documents = texts.Select((text, i) => DocumentReader.ReadText($"{i}.md", text, DocumentFormat.Markdown)).ToList();
        documents.ForEach(checker.Learn);
        return [.. documents.Select((document, i) => checker.Check(document, lines(i)))];
    }

    static ImmutableArray<Finding> Check(SnapshotContent glossary, string text) => Check(glossary, _ => [], text)[0];

    static List<string> Of(string rule, IEnumerable<Finding> findings) => [.. findings.Where(finding => finding.Rule == rule).Select(finding => finding.Term)];

    [Fact]
    public void A_conflict_about_a_word_of_the_corpus_that_nobody_has_confirmed_is_named_once()
    {
        var texts = Enumerable.Repeat("An Incident of ours: each alert that was raised is an incident.", 12).ToArray();

        Assert.Equal(1, Check(Incident, _ => [], texts).Sum(found => Of("CL001", found).Count));
        Assert.Contains("12 of these documents use it", Check(Incident, _ => [], texts)[0].Single(finding => finding.Rule == "CL001").Message, StringComparison.Ordinal);
        Assert.Equal(9, Check(Incident, _ => [], texts[..9]).Sum(found => Of("CL001", found).Count));
    }

    [Fact]
    public void A_conflict_that_people_have_confirmed_is_named_in_each_document()
    {
        var confirmed = Incident with { Conflicts = [Incident.Conflicts[0] with { State = SnapshotConflictState.Confirmed }] };

        Assert.Equal(12, Check(confirmed, _ => [], [.. Enumerable.Repeat("An Incident of ours: each alert that was raised is an incident.", 12)]).Sum(found => Of("CL001", found).Count));
    }

    [Fact]
    public void What_is_named_once_is_named_where_it_is_shown()
    {
        var texts = Enumerable.Repeat("Nothing.\n\nAn Incident of ours: each alert that was raised is an incident.", 12).ToArray();

        var found = Check(Incident, i => i < 5 ? [(1, 1)] : [], texts);

        Assert.Equal([5], Enumerable.Range(0, 12).Where(i => Of("CL001", found[i]).Count > 0));
    }

    [Fact]
    public void What_is_named_once_and_stands_in_the_baseline_is_not_named_of_the_next_document()
    {
        using var snapshot = Samples.Open(Incident);
        var documents = Enumerable.Range(0, 12).Select(i => DocumentReader.ReadText($"{i}.md", "An Incident of ours: each alert that was raised is an incident.", DocumentFormat.Markdown)).ToList();
        var first = Run(Baseline.None);

        Assert.Equal("0.md", first.Single(finding => finding.Rule == "CL001").File);
        Assert.Empty(Run(Baseline.Read(Baseline.Write(first))));

        ImmutableArray<Finding> Run(Baseline baseline)
        {
            var checker = new DocumentChecker(snapshot, "s", new() { Author = "red", Readers = ["blue"], Baseline = baseline, Today = new(2026, 3, 2) });
            documents.ForEach(checker.Learn);
            documents.ForEach(document => checker.Check(document));
            return checker.Finish().Findings;
        }
    }

    [Fact]
    public void Two_words_for_one_conflict_are_one_finding()
    {
        var glossary = Samples.Content(
            [
                Samples.Entry("red", "signed claim token", "A means of handing claims over.", new SnapshotTerm("SCT", SnapshotTermStatus.Admitted, SnapshotTermForm.Abbreviation)),
                Samples.Entry("blue", "signed claim token", "A metal disc with a stamp.", new SnapshotTerm("SCT", SnapshotTermStatus.Admitted, SnapshotTermForm.Abbreviation)),
            ],
            Samples.Conflict("sct", "signed claim token", .7, "organisations/blue/entries/signed-claim-token", "organisations/red/entries/signed-claim-token"));

        var found = Check(glossary, "The signed claim token comes first. The SCT goes out.").Single(finding => finding.Rule == "CL001");

        Assert.Equal((5, 41), (found.Place.Column, Assert.Single(found.Related).Column));
    }

    [Theory]
    [InlineData("The beacon is lit. A mariner sees the lighthouse, the harbour and the reef from the beacon.", 0)]
    [InlineData("The beacon is lit. A mariner sees the lighthouse from there, as a packet with the identifier of the station goes out.", 1)]
    [InlineData("The beacon is lit.", 1)]
    public void A_word_whose_surroundings_speak_for_the_reader_s_sense_alone_is_read_as_it_is_written(string text, int count)
    {
        var glossary = Samples.Content(
            [
                Samples.Entry("red", "beacon", "A packet that a station broadcasts with its identifier."),
                Samples.Entry("blue", "beacon", "A lighthouse by which a mariner finds the harbour and passes the reef."),
            ],
            Samples.Conflict("beacon", "beacon", .7, "organisations/blue/entries/beacon", "organisations/red/entries/beacon"));

        Assert.Equal(count, Of("CL001", Check(glossary, text)).Count);
    }

    [Fact]
    public void Another_spelling_is_one_finding_in_a_file_with_all_its_places()
    {
        var found = Check(Incident, "A gappad. Two gappads.\n\nOne more gappad.").Where(finding => finding.Rule == "CL005").ToList();

        Assert.Equal([1, 3], Assert.Single(found).Related.Select(place => place.Line));
        Assert.EndsWith("2 more in this file.", found[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("One add-on and two addons.", "addons")]
    [InlineData("One add-on, two add-ons.")]
    public void The_singular_of_a_term_in_the_plural_is_no_other_spelling(string text, params string[] expected)
    {
        var glossary = Samples.Content([Samples.Entry("red", "add-ons", "What extends a program."), Samples.Entry("blue", "ledger", "A book.")]);

        Assert.Equal(expected, Check(glossary, text).Where(finding => finding.Rule == "CL005").Select(finding => text[finding.Place.Start..finding.Place.End]));
    }

    [Theory]
    [InlineData("An APIResource of it.")]
    [InlineData("An API-Resource, an Apiresource.", "API-Resource", "Apiresource")]
    [InlineData("A configmap of it, a Config Map.", "configmap")]
    public void The_name_of_a_type_is_no_other_spelling(string text, params string[] expected)
    {
        var glossary = Samples.Content([Samples.Entry("red", "API resource", "A thing."), Samples.Entry("red", "ConfigMap", "A thing that holds settings."), Samples.Entry("blue", "ledger", "A book.")]);

        Assert.Equal(expected, Check(glossary, text).Where(finding => finding.Rule == "CL005").SelectMany(finding => finding.Related.Prepend(finding.Place)).Select(place => text[place.Start..place.End]));
    }

    [Fact]
    public void A_word_that_two_others_of_the_partnership_know_is_one_of_the_trade()
    {
        ImmutableArray<SnapshotEntry> entries =
        [
            Samples.Entry("red", "kiln", "An oven for bricks."), Samples.Entry("red", "quern", "A mill that is turned by hand."), Samples.Entry("blue", "ledger", "A book."),
            Samples.Entry("green", "kiln", "An oven that fires bricks."), Samples.Entry("green", "loam", "Earth that is mixed before it goes into the kiln."),
            Samples.Entry("grey", "stoker", "A person who keeps a kiln hot."),
        ];

        Assert.Equal(["quern"], Of("CL008", Check(Samples.Content(entries), "The kiln stands beside the quern.")));
        Assert.Equal(["kiln", "quern"], Of("CL008", Check(Samples.Content(entries[..4]), "The kiln stands beside the quern.")));
    }

    [Theory]
    [InlineData("The kiln stands beside the ByteMill. ", "kiln", "ByteMill")]
    [InlineData("The kiln turns loam to bricks. ", "kiln")]
    [InlineData("The kiln is there. ", "kiln")]
    public void A_word_may_be_another_than_the_author_s_where_a_long_document_says_nothing_of_it(string text, params string[] inShort)
    {
        var glossary = Samples.Content([Samples.Entry("red", "kiln", "An oven that turns loam to bricks."), Samples.Entry("red", "ByteMill", "A program."), Samples.Entry("blue", "ledger", "A book.")]);

        Assert.Equal(inShort, Of("CL008", Check(glossary, text)));
        Assert.Equal(inShort.Where(word => word == "ByteMill" || text.Contains("bricks", StringComparison.Ordinal)), Of("CL008", Check(glossary, text + "\n\n" + Filler)));
    }

    [Fact]
    public void Initials_that_everybody_knows_are_no_gap() =>
        Assert.Empty(Check(Samples.Content([Samples.Entry("red", "HTTPS", "A protocol of the web."), Samples.Entry("blue", "ledger", "A book.")]), "It speaks HTTPS, a protocol of the web."));

    [Theory]
    [InlineData("A record of what users did on a system.", "A chronological record of what users did on a system, with the time.", "registrar", 0)]
    [InlineData("A person who enrols applicants and keeps their records.", "The company that sells domain names to the public.", "registrar", 1)]
    [InlineData("A person who enrols applicants and keeps their records.", "The company that sells domain names to the public.", "TRC", 0)]
    public void Senses_to_choose_from_are_other_things_and_not_initials(string first, string second, string term, int count)
    {
        var glossary = Samples.Content([Samples.Entry("red", term, first) with { Id = "a" }, Samples.Entry("red", term, second) with { Id = "b" }, Samples.Entry("blue", "ledger", "A book.")]);

        Assert.Equal(count, Of("CL006", Check(glossary, $"Ask the {term} before.")).Count);
    }

    [Theory]
    [InlineData("The KCM runs. Its name is Kettle Control Module.")]
    [InlineData("**KCM**: kettle control module, which heats the water of all.")]
    [InlineData("KCM – kettle control module.")]
    [InlineData("The Kettle for Control of Mills stands there. The KCM runs.")]
    [InlineData("The KCM runs. It is a kettle, controls a mill, and more.", "KCM")]
    [InlineData("It takes XX minutes, or NNN of them.")]
    [InlineData("The KCM: it runs well and is green.", "KCM")]
    public void Initials_are_spelled_out_by_a_name_or_after_a_colon_or_dash(string text, params string[] expected) => Assert.Equal(expected, Of("CL004", Check(Incident, text)));

    [Fact]
    public void Initials_do_not_stand_for_a_kind_of_what_they_stand_for()
    {
        var glossary = Samples.Content(
        [
            Abbreviated("red", "certificate authority"), Abbreviated("blue", "root certificate authority"),
        ]);

        Assert.Empty(Of("CL004", Check(glossary, "The CA signs it.")));

        static SnapshotEntry Abbreviated(string organisation, string term) => Samples.Entry(organisation, term, "Signs keys of " + organisation + ".") with
        {
            Terms = [new(term, SnapshotTermStatus.Preferred, SnapshotTermForm.FullForm), new("CA", SnapshotTermStatus.Admitted, SnapshotTermForm.Abbreviation)],
        };
    }

    [Fact]
    public void A_long_definition_needs_more_of_it_around_an_everyday_word()
    {
        const string Text = "The update of the kettle came with a wrench.";
        var brief = Samples.Content([Samples.Entry("red", "update", "A kettle with a wrench."), Samples.Entry("blue", "ledger", "A book.")]);
        var wordy = Samples.Content(
        [
            Samples.Entry("red", "update", "A kettle with a wrench, a lantern, barrels, ropes, canvas, timber, needles, thread, leather, buckles, saddles, spurs, harness, oats, hay, straw, barley, wheat, rye, millet, maize, hops, malt, yeast, sugar, salt, pepper, cloves, ginger, mace, saffron, thyme, basil, sage, mint, dill, chives, leeks, onions, turnips, carrots, beets, radishes, cabbage and kale."),
            Samples.Entry("blue", "ledger", "A book."),
        ]);

        Assert.Equal(["update"], Of("CL008", Check(brief, Text)));
        Assert.Empty(Of("CL008", Check(wordy, Text)));
    }
}
