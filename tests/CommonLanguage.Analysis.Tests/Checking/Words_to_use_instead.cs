using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>Only one plain term is written without asking; what else stands in "replaced by" is offered.</summary>
public sealed class Words_to_use_instead
{
    [Theory]
    [InlineData("cogwheel")]
    [InlineData("toothed wheel")]
    [InlineData("key-encrypting key")]
    [InlineData("wheel of fortune")]
    [InlineData("user's wheel")]
    [InlineData("R&D wheel")]
    [InlineData("use case")]
    [InlineData("security context")]
    [InlineData("Zahnrad für Ketten")]
    public void Are_written_where_they_are_one_plain_term(string replacedBy) => Assert.Equal($"The {replacedBy} is old.", Fixed("sprocket", replacedBy, "The sprocket is old."));

    [Theory]
    [InlineData("denylist; blocklist", "denylist", "blocklist")]
    [InlineData("denylist, blocklist", "denylist", "blocklist")]
    [InlineData("denylist | blocklist", "denylist", "blocklist")]
    [InlineData("denylist/blocklist", "denylist", "blocklist")]
    [InlineData("denylist & blocklist", "denylist", "blocklist")]
    [InlineData("denylist、blocklist", "denylist", "blocklist")]
    [InlineData("denylist；blocklist", "denylist", "blocklist")]
    [InlineData("duck or drake", "duck", "drake")]
    [InlineData("duck and drake", "duck", "drake")]
    [InlineData("either duck or drake", "duck", "drake")]
    [InlineData("duck oder drake", "duck", "drake")]
    [InlineData("duck ou drake", "duck", "drake")]
    [InlineData("duck o drake", "duck", "drake")]
    [InlineData("duck oppure drake", "duck", "drake")]
    [InlineData("duck eller drake", "duck", "drake")]
    [InlineData("duck lub drake", "duck", "drake")]
    [InlineData("duck nebo drake", "duck", "drake")]
    [InlineData("duck vagy drake", "duck", "drake")]
    [InlineData("duck или drake", "duck", "drake")]
    [InlineData("duck または drake", "duck", "drake")]
    [InlineData("duck bzw. drake", "duck", "drake")]
    [InlineData("1. duck 2. drake")]
    [InlineData("see awl", "awl")]
    [InlineData("See: awl", "awl")]
    [InlineData("(see awl)", "awl")]
    [InlineData("siehe awl", "awl")]
    [InlineData("voir awl", "awl")]
    [InlineData("use awl", "awl")]
    [InlineData("use awl instead", "awl")]
    [InlineData("awl instead", "awl")]
    [InlineData("awl (preferred)", "awl")]
    [InlineData("replaced by awl", "awl")]
    [InlineData("→ awl", "awl")]
    [InlineData("'awl'", "awl")]
    [InlineData("**awl**", "awl")]
    [InlineData("awl?", "awl")]
    [InlineData("no replacement")]
    [InlineData("to be decided")]
    [InlineData("not yet decided")]
    [InlineData("depends on context")]
    [InlineData("ask legal")]
    [InlineData("do not use")]
    [InlineData("none - rephrase")]
    [InlineData("rephrase the sentence")]
    [InlineData("Q42")]
    [InlineData("17")]
    [InlineData("TERM-0042")]
    [InlineData("/terms/awl")]
    [InlineData("SHA-256", "SHA-256")]
    [InlineData("duck, drake or mallard", "duck", "drake", "mallard")]
    [InlineData("duck; see also awl", "duck", "awl")]
    [InlineData("(none)")]
    [InlineData("none")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    [InlineData("-")]
    [InlineData("TBD")]
    [InlineData("keine")]
    [InlineData("https://example.org/terms/awl")]
    [InlineData("www.example.org")]
    [InlineData("glossary.example.com/awl")]
    [InlineData("mailto:terms@example.org")]
    [InlineData("urn:example:awl")]
    [InlineData("ex:Awl")]
    [InlineData("doi:10.1000/182")]
    [InlineData("organisations/red/entries/nowhere")]
    public void Are_offered_where_they_are_a_list_or_a_remark(string replacedBy, params string[] offered)
    {
        var finding = Assert.Single(Check(Glossary("sprocket", replacedBy), "The sprocket is old."));

        Assert.DoesNotContain(finding.Fixes, fix => fix.IsSafe);
        if (offered.Length > 0 || !replacedBy.StartsWith('1'))
            Assert.Equal(offered, finding.Fixes.Select(fix => fix.Replacement));
        Assert.All(offered, word => Assert.Contains($"'{word}'", finding.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("e17")]
    [InlineData("red:e17")]
    [InlineData("organisations/red/entries/e17")]
    public void Are_offered_where_an_entry_is_named_by_its_id(string replacedBy)
    {
        var finding = Assert.Single(Check([.. Glossary("sprocket", replacedBy), Entry("red", "cogwheel", "") with { Id = "e17" }], "The sprocket is old."));

        Assert.Equal([new("cogwheel", false)], finding.Fixes.Select(fix => (fix.Replacement, fix.IsSafe)));
    }

    [Fact]
    public void Are_the_entry_s_own_where_the_value_names_none()
    {
        var entry = Entry("red", "sprocket", "(none)") with { Terms = [new("sprocket", SnapshotTermStatus.Deprecated), new("cogwheel")] };

        Assert.Equal([("cogwheel", false)], Assert.Single(Check([entry], "The sprocket is old.")).Fixes.Select(fix => (fix.Replacement, fix.IsSafe)));
    }

    [Theory]
    [InlineData("and", "research and development")]
    [InlineData("slash", "input/output")]
    [InlineData("brackets", "wheel (toothed)")]
    public void Are_written_where_they_are_a_term_of_the_glossary(string kind, string term)
    {
        Assert.NotEmpty(kind);
        Assert.Equal($"The {term} is old.", Fixed([.. Glossary("sprocket", term), Entry("red", term, "")], "The sprocket is old."));
    }

    [Theory]
    [InlineData("wagon", "rail wagon", "A wagon and wagons.", "A rail wagon and rail wagons.")]
    [InlineData("wagon", "wagon (rail)", "A wagon.", "A wagon.")]
    [InlineData("sprocket", "Sprocket", "A sprocket.", "A sprocket.")]
    [InlineData("access", "access to files", "An access.", "An access to files.")]
    public void Stand_there_once(string term, string replacedBy, string text, string expected)
    {
        Assert.Equal(expected, Fixed(term, replacedBy, text));
        Assert.Equal(expected, Fixed(term, replacedBy, expected));
    }

    [Fact]
    public void Are_the_last_of_a_chain()
    {
        var glossary = (SnapshotEntry[])[.. Glossary("sprocket", "cog"), Deprecated("red", "cog", "cogwheel")];

        Assert.Equal("The cogwheel is old.", Fixed(glossary, "The sprocket is old."));
    }

    [Fact]
    public void Are_offered_where_a_reader_no_longer_wants_them() =>
        Assert.Equal("The sprocket is old.", Fixed([.. Glossary("sprocket", "cog"), Deprecated("blue", "cog", "cogwheel")], "The sprocket is old."));

    [Fact]
    public void Are_spelt_as_the_glossary_spells_them() =>
        Assert.Equal("The cog-wheel is old.", Fixed([.. Glossary("sprocket", "cogwheel"), Entry("red", "cog-wheel", "")], "The sprocket is old."));

    [Theory]
    [InlineData("CLI", "command-line tool", "the CLI", "the command-line tool")]
    [InlineData("CLI", "command-line tool", "CLI is here", "Command-line tool is here")]
    [InlineData("CLI", "command-line tool", "the CLIs", "the command-line tools")]
    [InlineData("CLI", "command-line tool", "USE THE CLI", "USE THE COMMAND-LINE TOOL")]
    [InlineData("CLI", "command-line tool", "a CLI's end", "a command-line tool's end")]
    [InlineData("command-line tool", "CLI", "the command-line tool", "the CLI")]
    [InlineData("command-line tool", "CLI", "Command-line tools are", "CLIs are")]
    [InlineData("command-line tool", "CLI", "THE COMMAND-LINE TOOL", "THE CLI")]
    [InlineData("sprocket", "cogwheel", "The SPROCKET turns", "The COGWHEEL turns")]
    [InlineData("sprocket", "cogwheel", "The SPROCKETS turn", "The COGWHEELS turn")]
    [InlineData("sprocket", "cogwheel", "Sprocket turns", "Cogwheel turns")]
    [InlineData("sprocket", "cogwheel", "THE SPROCKETS", "THE COGWHEELS")]
    [InlineData("Sprocket", "Cogwheel", "the sprocket", "the cogwheel")]
    [InlineData("CLI", "command-line tool", "In the CLI, the CLI's end", "In the command-line tool, the command-line tool's end")]
    [InlineData("CLI", "command-line tool", "the CLI tool", "the CLI tool")]
    [InlineData("CLI", "command-line tool", "the CLI makers", "the command-line tool makers")]
    [InlineData("gateway", "rail gateway", "the rail gateway", "the rail gateway")]
    [InlineData("Sprocket", "Wi-Fi", "the sprocket", "the Wi-Fi")]
    [InlineData("cargo wagon", "rail wagon", "The Cargo Wagon Handbook", "The Rail Wagon Handbook")]
    [InlineData("sprocket", "rail wagon", "The Sprocket Handbook", "The Rail Wagon Handbook")]
    [InlineData("CLI", "command-line tool", "Handbook of the CLI Makers", "Handbook of the Command-Line Tool Makers")]
    [InlineData("sprocket", "point of sale", "the sprockets", "the points of sale")]
    [InlineData("sprocket", "criterion", "the sprockets", "the criteria")]
    public void Take_case_and_number(string term, string replacedBy, string text, string expected) => Assert.Equal(expected, Fixed(term, replacedBy, text));

    [Theory]
    [InlineData("sprocket", "axle", "See a sprocket.", "See an axle.")]
    [InlineData("sprocket", "axle", "A sprocket is here.", "An axle is here.")]
    [InlineData("axle", "sprocket", "See an axle.", "See a sprocket.")]
    [InlineData("axle", "sprocket", "AN AXLE IS HERE", "A SPROCKET IS HERE")]
    [InlineData("sprocket", "axle", "A SPROCKET IS HERE", "AN AXLE IS HERE")]
    [InlineData("sprocket", "axle", "See a **sprocket**.", "See an **axle**.")]
    [InlineData("sprocket", "axle", "See a [sprocket](x).", "See an [axle](x).")]
    [InlineData("sprocket", "axle", "See a \"sprocket\".", "See an \"axle\".")]
    [InlineData("sprocket", "axle", "Vitamin a: sprocket.", "Vitamin a: axle.")]
    [InlineData("sprocket", "user", "See a sprocket.", "See a user.")]
    [InlineData("axle", "user", "See an axle.", "See a user.")]
    [InlineData("sprocket", "hour wheel", "See a sprocket.", "See an hour wheel.")]
    [InlineData("sprocket", "SLA", "See a sprocket.", "See an SLA.")]
    [InlineData("sprocket", "LAN", "See a sprocket.", "See a LAN.")]
    [InlineData("SLA", "service agreement", "See an SLA.", "See a service agreement.")]
    [InlineData("sprocket", "unit", "See an old sprocket.", "See an old unit.")]
    public void Take_their_article(string term, string replacedBy, string text, string expected) => Assert.Equal(expected, Fixed(term, replacedBy, text));

    static SnapshotEntry Entry(string organisation, string word, string replacedBy) =>
        new(organisation, word.Replace(' ', '-'), 1, "en", "Meaning of the word.", [new(word)], replacedBy, "", new(2026, 3, 1));

    static SnapshotEntry Deprecated(string organisation, string word, string replacedBy) => Entry(organisation, word, replacedBy) with { Terms = [new(word, SnapshotTermStatus.Deprecated)] };

    static SnapshotEntry[] Glossary(string term, string replacedBy) => [Deprecated("red", term, replacedBy), Entry("blue", "zebra crossing", "")];

    static string Fixed(string term, string replacedBy, string text) => Fixed(Glossary(term, replacedBy), text);

    static string Fixed(SnapshotEntry[] entries, string text) => FixApplier.Apply(text, Check(entries, text), out _);

    static ImmutableArray<Finding> Check(SnapshotEntry[] entries, string text)
    {
        using var snapshot = Samples.Open(Samples.Content([.. entries, Entry("blue", "zebra", "")]));
        return [.. new DocumentChecker(snapshot, "s", new() { Author = "red", Readers = ["blue"], Today = new(2026, 3, 2) })
            .Check(DocumentReader.ReadText("a.md", text, DocumentFormat.Markdown)).Where(finding => finding.Rule == "CL002")];
    }
}
