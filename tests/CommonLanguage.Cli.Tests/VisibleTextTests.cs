using System.Text.Json;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Tests;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain, é ß 語 🙂", "plain, é ß 語 🙂")]
    [InlineData("\u001b[2J\u001b]0;title\u0007", @"\u001b[2J\u001b]0;title\u0007")]
    [InlineData("csi \u009b31m", @"csi \u009b31m")]
    [InlineData("abc\u202edcb\u202c", @"abc\u202edcb\u202c")]
    [InlineData("\u2066iso\u2069 \u200f\u061c", @"\u2066iso\u2069 \u200f\u061c")]
    [InlineData("zero\u200bwidth\ufeff", @"zero\u200bwidth\ufeff")]
    [InlineData("nul\0 del\u007f", @"nul\u0000 del\u007f")]
    [InlineData("tags \U000e0041", @"tags \u{e0041}")]
    [InlineData("over\rwritten\ttab", "over written tab")]
    [InlineData("می‌خواهم", "می‌خواهم")]
    public void Text_from_elsewhere_is_shown_with_visible_escapes(string text, string shown) => Assert.Equal(shown, VisibleText.OneLine(text));

    [Fact]
    public void Half_of_a_surrogate_pair_is_shown_as_an_escape() => Assert.Equal(@"half \ud83d", VisibleText.OneLine("half \ud83d"));

    [Fact]
    public void Line_breaks_of_a_definition_stay() => Assert.Equal("one\ntwo\nthree", VisibleText.Lines("one\r\ntwo\u2028three"));

    [Fact]
    public void A_json_document_says_the_same_with_escapes()
    {
        const string text = "a\u202eb\u009bc\u007f🙂 語 \U000e0041";
        var document = VisibleText.Json($$"""{"text": "{{text}}"}""");
        Assert.DoesNotContain(document, unit => unit is '\u202e' or '\u009b' or '\u007f');
        Assert.Equal(text, JsonDocument.Parse(document).RootElement.GetProperty("text").GetString());
    }
}
