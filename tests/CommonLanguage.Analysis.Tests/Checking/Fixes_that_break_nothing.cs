using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Snapshots;
using CsCheck;

namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>A fix changes words of the text, and nothing that something else goes by.</summary>
public sealed class Fixes_that_break_nothing
{
    [Theory]
    [InlineData("a.md", "See [sprocket].\n\n[sprocket]: x\n")]
    [InlineData("a.md", "See [sprocket][].\n\n[sprocket]: x\n")]
    [InlineData("a.md", "See [it][sprocket].\n\n[sprocket]: x \"The sprocket\"\n")]
    [InlineData("a.md", "See [sprocket].\n")]
    [InlineData("a.md", "See ![sprocket].\n\n[sprocket]: x.png\n")]
    [InlineData("a.md", "See [the big\nsprocket].\n\n[the big sprocket]: x\n")]
    [InlineData("a.md", "*[sprocket]: a wheel\n")]
    [InlineData("a.md", "Word[^sprocket].\n\n[^sprocket]: A note.\n")]
    [InlineData("a.md", "See [[sprocket]].\n")]
    [InlineData("a.md", "See ![[sprocket]].\n")]
    [InlineData("a.md", "See [[sprocket|it]].\n")]
    [InlineData("a.md", "See [[old sprocket#sprocket|it]].\n")]
    [InlineData("a.md", "## The sprocket\n\nSee [it](#the-sprocket).\n")]
    [InlineData("a.md", "The sprocket!\n-----\n\nSee [it](#the-sprocket).\n")]
    [InlineData("a.md", "## The sprocket\n\nSee <a href=\"#the-sprocket\">it</a>.\n")]
    [InlineData("a.md", "## The sprocket\n\nSee [it].\n\n[it]: #the-sprocket\n")]
    [InlineData("a.md", "## Über sprocket\n\nSee [it](#%C3%BCber-sprocket).\n")]
    [InlineData("a.md", "## Sprocket\n\n## Sprocket\n\nSee [it](#sprocket-1).\n")]
    [InlineData("a.md", "## The sprocket\n\nSee [[#The sprocket]].\n")]
    [InlineData("a.md", "Use `sprocket` or ``a sprocket``.\n")]
    [InlineData("a.md", "```\nsprocket\n```\n\n    sprocket\n")]
    [InlineData("a.md", "import Sprocket from './sprocket'\n\nexport const sprocket = 'sprocket'\n\n{/* sprocket */}\n")]
    [InlineData("a.md", "+++\ntitle = \"The sprocket\"\n+++\n\nText.\n")]
    [InlineData("a.md", "---\ntitle: The sprocket\n---\n\nText.\n")]
    [InlineData("a.md", "{% include sprocket %} {{ sprocket }} {% assign a = \"the sprocket\" %}\n")]
    [InlineData("a.md", "{{< figure title=\"The sprocket\" >}}\n")]
    [InlineData("a.md", "+-----------+-----+\n| sprocket  | b   |\n+===========+=====+\n| sprocket  | c   |\n+-----------+-----+\n")]
    [InlineData("a.mdx", "Here {sprocket} is {list.map(\n  sprocket => sprocket)}.\n")]
    [InlineData("a.html", "<h2>The sprocket</h2><p><a href=\"#the-sprocket\">it</a></p>\n")]
    [InlineData("a.html", "<p>{{ sprocket }} {% if sprocket %}x{% endif %} <%= sprocket %> <?php sprocket() ?></p>\n")]
    [InlineData("a.html", "---\ntitle: The sprocket\n---\n<p>x</p>\n")]
    [InlineData("a.html", "<code>sprocket</code> <a id='sprocket' class=\"sprocket\">x</a>\n")]
    [InlineData("a.rst", "See :ref:`sprocket` and :doc:`sprocket` and :term:`sprocket`.\n")]
    [InlineData("a.rst", "See sprocket_ and sprocket__ and `the sprocket`_ and `sprocket`.\n")]
    [InlineData("a.rst", "See |sprocket| and [sprocket]_.\n")]
    [InlineData("a.rst", "See _`sprocket`.\n\n.. _sprocket: x\n")]
    [InlineData("a.rst", "See `the big\nsprocket`_ and :ref:`big\nsprocket`.\n")]
    [InlineData("a.rst", ".. glossary::\n\n   sprocket\n      A wheel.\n\nSee :term:`sprocket`.\n")]
    [InlineData("a.rst", "A sprocket\n==========\n\nText.\n")]
    [InlineData("a.rst", "====  =====\nsprocket  x\n====  =====\n")]
    [InlineData("a.rst", "+----------+---+\n| sprocket | x |\n+----------+---+\n")]
    [InlineData("a.rst", ".. function:: sprocket\n\n   Text.\n")]
    [InlineData("a.adoc", "== The sprocket\n\nSee <<_the_sprocket,it>>.\n")]
    [InlineData("a.adoc", "== The sprocket\n\nSee <<The sprocket>>.\n")]
    [InlineData("a.adoc", "See <<sprocket>>, xref:sprocket[it] and {sprocket}.\n")]
    [InlineData("a.adoc", "The sprocket\n------------\n\nText.\n")]
    public void Leave_names_and_code_alone(string name, string text)
    {
        var document = Settled(name, text, out var made);

        Assert.Equal((text, 0), (document.Source, made));
    }

    [Theory]
    [InlineData("a.md", "See [the sprocket](x) and [the sprocket][x].\n\n[x]: y\n", "See [the cogwheel](x) and [the cogwheel][x].\n\n[x]: y\n")]
    [InlineData("a.md", "See [[page|the sprocket]].\n", "See [[page|the cogwheel]].\n")]
    [InlineData("a.md", "## The sprocket\n\nSee [it](#other).\n", "## The cogwheel\n\nSee [it](#other).\n")]
    [InlineData("a.md", "{% if sprocket %}The sprocket{% endif %} is {{ here }}.\n", "{% if sprocket %}The cogwheel{% endif %} is {{ here }}.\n")]
    [InlineData("a.md", "| a | sprocket |\n|---|---|\n| sprocket | x |\n", "| a | cogwheel |\n|---|---|\n| cogwheel | x |\n")]
    [InlineData("a.md", "Braces } and { of a sprocket.\n", "Braces } and { of a cogwheel.\n")]
    [InlineData("a.md", "We import goods from 'China'.\n\nExport the sprocket.\n", "We import goods from 'China'.\n\nExport the cogwheel.\n")]
    [InlineData("a.html", "<h2>The sprocket</h2>\n", "<h2>The cogwheel</h2>\n")]
    [InlineData("a.rst", "See :ref:`the sprocket <x>` and `the sprocket <x>`__.\n", "See :ref:`the cogwheel <x>` and `the cogwheel <x>`__.\n")]
    [InlineData("a.adoc", "== The sprocket\n\nSee <<x,the sprocket>>.\n", "== The cogwheel\n\nSee <<x,the cogwheel>>.\n")]
    [InlineData("a.txt", "A [sprocket] here.\n", "A [cogwheel] here.\n")]
    public void Change_the_text(string name, string text, string expected) => Assert.Equal(expected, Settled(name, text, out _).Source);

    // Pieces of all formats, with the word in each place where it is a name and in many where it is none.
    static readonly Gen<string> Pieces = Gen.OneOfConst(
        "sprocket", "Sprockets", "SPROCKET", "the CLI", "a CLI", "A sprocket", "cogwheel", "axle", "an axle", "gap sprocket", " ", " ", "\n", "\n\n", "\r\n", "*", "**", "_", "`", "```\n", "[sprocket]", "[sprocket]: x\n",
        "[[sprocket]]", "[[page|sprocket]]", "[a sprocket](x)", "(#sprocket)", "## The sprocket\n", "`sprocket`_", "sprocket_", ":ref:`sprocket`", "|sprocket|", "{{ sprocket }}", "{% sprocket %}", "{/* sprocket */}", "{",
        "import sprocket from 'x'\n", "+++\n", "---\n", "===\n", "<b>", "</b>", "<!-- sprocket -->", "&amp;", "<<sprocket>>", "== The sprocket\n", "| a | sprocket |\n|---|---|\n", "> ", "- ", "    ", "\t", "\"", "’s", "é", "\U0001F600",
        "!!! note\n    ", "```{note}\n", ":::{tip}\n", "wagon", "rail wagon", "+---+\n");

    [Fact]
    public void Keep_every_byte_around_them_and_leave_nothing_to_a_second_run() =>
        Gen.Select(Gen.OneOfConst("a.md", "a.mdx", "a.html", "a.txt", "a.rst", "a.adoc"), Pieces.Array[0, 40].Select(string.Concat)).Sample(
            (name, text) =>
            {
                var (before, checker) = (Read(name, text), Checker(out var snapshot));
                using (snapshot)
                {
                    var edits = checker.Check(before).SelectMany(finding => finding.Fixes.Where(fix => fix.IsSafe).Take(1)).OrderBy(fix => fix.Place.Start).ToList();
                    var once = FixApplier.Apply(text, checker.Check(before), out _);
                    var (at, to) = (0, 0);
                    foreach (var edit in edits.Where(edit => edit.Place.Start >= at))
                    {
                        Assert.Equal(text[at..edit.Place.Start], once[to..(to + edit.Place.Start - at)]);
                        to += edit.Place.Start - at + edit.Replacement.Length;
                        at = edit.Place.End;
                    }

                    Assert.Equal(text[at..], once[to..]);
                    var settled = FixApplier.Settle(checker, before, [], out _);
                    _ = FixApplier.Settle(checker, Read(name, settled.Source), [], out var again);
                    Assert.Equal(0, again);
                }
            },
            iter: 3_000);

    static Document Read(string name, string text) => DocumentReader.ReadText(name, text, DocumentReader.FormatOf(name)!.Value);

    static Document Settled(string name, string text, out int made)
    {
        var checker = Checker(out var snapshot);
        using (snapshot)
            return FixApplier.Settle(checker, Read(name, text), [], out made);
    }

    static DocumentChecker Checker(out GlossarySnapshot snapshot)
    {
        snapshot = Samples.Open(Samples.Content(
        [
            Deprecated("sprocket", "cogwheel"), Deprecated("CLI", "command-line tool"), Deprecated("axle", "shaft"), Deprecated("wagon", "rail wagon"), Samples.Entry("red", "gap cogwheel", "A wheel with a gap."),
            Samples.Entry("blue", "zebra crossing", "A way over a street."),
        ]));
        return new(snapshot, "s", new() { Author = "red", Readers = ["blue"], Today = new(2026, 3, 2), FindingsPerTerm = 1000, FindingsPerSpelling = 1000 });

        static SnapshotEntry Deprecated(string word, string instead) =>
            new("red", word, 1, "en", "Meaning of the word.", [new(word, SnapshotTermStatus.Deprecated)], instead, "", new(2026, 3, 1));
    }
}
