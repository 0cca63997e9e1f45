namespace CommonLanguage.Analysis.Tests.Checking;

/// <summary>The same 21 kinds of places in each format that is text, each as that format writes it, exact to byte, line and column.</summary>
public sealed class Places_in_all_formats
{
    // Written the same in all formats, as a paragraph.
    static readonly (string Kind, string Sentence, string Expected)[] Spoken =
    [
        ("paragraph", "Some gap pad here.", "gap pad"),
        ("plural", "Two gap pads here.", "gap pads"),
        ("possessive", "The gap pad's edge.", "gap pad's"),
        ("capitals", "THE GAP PAD HERE", "GAP PAD"),
        ("title", "The Gap Pad Story", "Gap Pad"),
        ("soft hyphen", "The gap p\u00ADad here.", "gap p\u00ADad"),
        ("full width", "The ｇａｐ　ｐａｄ here.", "ｇａｐ　ｐａｄ"),
        ("after NBSP", "The\u00A0gap pad here.", "gap pad"),
        ("broken over a line", "The gap\npad here.", "gap\npad"),
    ];

    static readonly (string Format, (string Kind, string Source, string Expected)[] Marked)[] Formats =
    [
        ("a.md",
        [
            ("heading", "# The gap pad\n", "gap pad"), ("link text", "See [the gap pad](x).\n", "gap pad"), ("reference link text", "See [the gap pad][x].\n\n[x]: y\n", "gap pad"),
            ("alt of an image", "![A gap pad](x.png)\n", "gap pad"), ("block of markup", "<div>\nThe gap pad\n</div>\n", "gap pad"), ("markup in a line", "The <i>gap pad</i>.\n", "gap pad"),
            ("quotation", "> The gap pad.\n", "gap pad"), ("cell", "| a | b |\n|---|---|\n| x | gap pad |\n", "gap pad"), ("footnote", "Word[^1].\n\n[^1]: A gap pad.\n", "gap pad"),
            ("bold", "A **gap pad**.\n", "gap pad"), ("emphasis", "A *gap pad*.\n", "gap pad"), ("half-bold word", "A **ga**p pad.\n", "ga**p pad"),
        ]),
        ("a.html",
        [
            ("heading", "<h2>The gap pad</h2>\n", "gap pad"), ("link text", "<p>See <a href='x'>the gap pad</a>.</p>\n", "gap pad"), ("reference link text", "<p>See <a href='#x'>the gap pad</a>.</p>\n", "gap pad"),
            ("alt of an image", "<img src='x.png' alt='A gap pad'>\n", "gap pad"), ("block of markup", "<div>\nThe gap pad\n</div>\n", "gap pad"), ("markup in a line", "<p>The <i>gap pad</i>.</p>\n", "gap pad"),
            ("quotation", "<blockquote>The gap pad.</blockquote>\n", "gap pad"), ("cell", "<table><tr><td>x</td><td>gap pad</td></tr></table>\n", "gap pad"), ("footnote", "<aside>A gap pad.</aside>\n", "gap pad"),
            ("bold", "<p>A <b>gap pad</b>.</p>\n", "gap pad"), ("emphasis", "<p>A <em>gap pad</em>.</p>\n", "gap pad"), ("half-bold word", "<p>A <b>ga</b>p pad.</p>\n", "ga</b>p pad"),
        ]),
        ("a.rst",
        [
            ("heading", "The gap pad\n===========\n", "gap pad"), ("link text", "See `the gap pad <x>`_.\n", "gap pad"), ("reference link text", "See `the gap pad`_.\n\n.. _`the other`: x\n", "gap pad"),
            ("alt of an image", ".. image:: x.png\n   :alt: A gap pad\n", "gap pad"), ("block of markup", ".. note::\n\n   The gap pad.\n", "gap pad"), ("markup in a line", "The :term:`gap pad`.\n", "gap pad"),
            ("quotation", "Text.\n\n   The gap pad.\n", "gap pad"), ("cell", "====  =======\nx     gap pad\n====  =======\n", "gap pad"), ("footnote", ".. [1] A gap pad.\n", "gap pad"),
            ("bold", "A **gap pad**.\n", "gap pad"), ("emphasis", "A *gap pad*.\n", "gap pad"), ("half-bold word", "A **ga**\\p pad.\n", "ga**\\p pad"),
        ]),
        ("a.adoc",
        [
            ("heading", "== The gap pad\n", "gap pad"), ("link text", "See link:x[the gap pad].\n", "gap pad"), ("reference link text", "See <<x,the gap pad>>.\n", "gap pad"),
            ("alt of an image", "image::x.png[A gap pad]\n", "gap pad"), ("block of markup", "====\nThe gap pad\n====\n", "gap pad"), ("markup in a line", "The [.x]#gap pad#.\n", "gap pad"),
            ("quotation", "[quote]\n____\nThe gap pad.\n____\n", "gap pad"), ("cell", "|===\n|x |gap pad\n|===\n", "gap pad"), ("footnote", "Word.footnote:[A gap pad.]\n", "gap pad"),
            ("bold", "A *gap pad*.\n", "gap pad"), ("emphasis", "A _gap pad_.\n", "gap pad"), ("half-bold word", "A **ga**p pad.\n", "ga**p pad"),
        ]),
    ];

    public static TheoryData<string, string, string, string> All()
    {
        var all = new TheoryData<string, string, string, string>();
        foreach (var (file, marked) in Formats)
        {
            foreach (var (kind, source, expected) in marked)
                all.Add(file, kind, source, expected);
        }

        foreach (var file in Formats.Select(format => format.Format).Append("a.txt"))
        {
            foreach (var (kind, sentence, expected) in Spoken)
                all.Add(file, kind, sentence + "\n", expected);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Are_found_with_nothing_else(string file, string kind, string source, string expected)
    {
        Assert.NotEmpty(kind);
        // A first line in another alphabet, so that bytes and UTF-16 units differ.
        Assert.Equal([expected], Found.Cut("Ünïcödé 😀.\n\n" + source, file, "gap pad"));
    }
}
