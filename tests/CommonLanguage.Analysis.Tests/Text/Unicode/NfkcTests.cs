using System.Security.Cryptography;
using System.Text;
using CommonLanguage.Analysis.Text.Unicode;
using CsCheck;

namespace CommonLanguage.Analysis.Tests.Text.Unicode;

public sealed class NfkcTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\uFF41", "a")]
    [InlineData("\uFB01", "fi")]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("a\u0323\u0302", "\u1EAD")]
    [InlineData("a\u0302\u0323", "\u1EAD")]
    [InlineData("\u00B2", "2")]
    [InlineData("\u2126", "\u03A9")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\u3000", " ")]
    [InlineData("\u337F", "\u682A\u5F0F\u4F1A\u793E")]
    [InlineData("\U0001D400", "A")]
    public void Characters_that_differ_in_form_only_become_one(string text, string normal) => Assert.Equal(normal, Nfkc.Of(text));

    // The sum of what Python's unicodedata.normalize("NFKC", ...) of version 14.0.0 gives.
    [Fact]
    public void Every_character_is_normalized_as_the_standard_says() => Assert.Equal(
        "b7076698778b0a8775dc1558cadc93805a5282625989d35b9edaa1dd1f91e2bc",
        Sum(Characters(0x110000).Select(c => c.ToString())));

    [Fact]
    public void Characters_with_marks_are_normalized_as_the_standard_says()
    {
        int[] marks = [0x300, 0x323, 0x345, 0x1100, 0x1161, 0x11A8, 0x9BE, 0x338, 0x3099, 0x1D165];
        string[] written = [.. marks.Select(char.ConvertFromUtf32)];

        Assert.Equal(
            "d71c1d44f08a98d27373340452ff8520c4dd8d3e3b15536f4ac934fef389e736",
            Sum(Characters(0x11200).SelectMany(c => written.Select(mark => $"{c}\u0316{mark}{c}{mark}"))));
    }

    [Fact]
    public void The_normal_form_of_a_normal_form_is_itself() => Texts.Any.Sample(
        text => Assert.Equal(Nfkc.Of(text), Nfkc.Of(Nfkc.Of(text))), iter: 10_000);

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() => Assert.Equal("a\uFFFDb", Nfkc.Of("a\uD800b"));

    static IEnumerable<Rune> Characters(int end) => Enumerable.Range(0, end).Where(Rune.IsValid).Select(code => new Rune(code));

    static string Sum(IEnumerable<string> texts)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
            sum.AppendData(Encoding.UTF8.GetBytes(Nfkc.Of(text)));
        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }
}
