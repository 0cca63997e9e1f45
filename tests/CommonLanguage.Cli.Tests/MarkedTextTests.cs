using System.Text;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Tests;

public sealed class MarkedTextTests
{
    [Fact]
    public void Marked_words_stand_between_asterisks_where_there_are_no_colours() =>
        Assert.Equal("resolved within *4 hours* of *report*", Shown("resolved within 4 hours of report", (27, 33), (16, 23)));

    [Fact]
    public void Marks_that_overlap_or_touch_are_one() => Assert.Equal("*abcde*f", Shown("abcdef", (0, 3), (2, 4), (4, 5)));

    [Fact]
    public void Marks_outside_of_the_text_are_cut() => Assert.Equal("ab*c*", Shown("abc", (2, 99), (-5, 0), (50, 60), (1, 1)));

    [Fact]
    public void A_mark_never_cuts_a_character_in_two() => Assert.Equal("*🙂*a", Shown("🙂a", (0, 2), (1, 1)));

    [Fact]
    public void A_mark_shows_escapes_as_text() => Assert.Equal(@"*a\u001b[1mb*", Shown("a\u001b[1mb", (0, 6)));

    [Fact]
    public void Brackets_are_no_markup() => Assert.Equal("[red]*x*[/] [[", Shown("[red]x[/] [[", (5, 6)));

    static string Shown(string text, params (int, int)[] spans)
    {
        using var bytes = new MemoryStream();
        using var terminal = new Terminal { In = Stream.Null, OutBytes = bytes, Out = new StreamWriter(bytes), Error = TextWriter.Null };
        terminal.Show(MarkedText.Of(text, spans, colours: false));
        terminal.Out.Flush();
        return Encoding.UTF8.GetString(bytes.ToArray()).TrimEnd();
    }
}
