using CsCheck;

namespace CommonLanguage.Analysis.Tests.Text;

/// <summary>Texts for property tests: plain ones, and ones made of all that has ever broken a text function.</summary>
static class Texts
{
    static readonly string[] Awkward =
    [
        "", " ", "  ", "\t", "\n", "\r\n", "\u00A0", "\u2003", "\u3000", "-", "_", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212", "'", "'s", "s'", "\u2019", "\u2019s", "`", "\u00B4",
        "\"", "\u201C", "\u201D", "\u00AB", ".", "..", ",", ";", ":", "...", "\u2026", "(", ")", "(CRL)", "/", "&", "&s", "\u00AD", "\u200B", "\u200D", "\u200E", "\u202E", "\u2060", "\uFEFF", "\uFE0F",
        "s", "es", "ies", "sses", "xes", "uses", "S", "ss", "\u0301", "\u0307", "\u030C", "\u0300\u0301", "\u0345", "\u0130", "\u0131", "I", "\u017F", "\u1E9E", "\u00DF", "\u03A3", "\u03C2", "\u03C3", "J\u030C",
        "\uFF21", "\uFF41", "\uFB01", "\u2126", "\u212B", "\u00BD", "\u337F", "\u0628", "\u05D0", "\u4E2D", "\uAC00", "\u1100\u1161", "\U0001F600", "\U0001F468\u200D\U0001F469", "\U0001D400", "\U00010400",
        "\U0001D165", "\uD83D", "\uDE00", "\0", "\u0001", "policy", "policies", "class", "u.s.", "e.g.", "1.5", "e-mail",
    ];

    /// <summary>Any text, lone surrogates included, of a few pieces.</summary>
    public static Gen<string> Any { get; } = Gen.OneOf(Gen.OneOfConst(Awkward), Gen.Char.Select(c => c.ToString()), Gen.Char.AlphaNumeric.Array[1, 6].Select(c => new string(c)))
        .Array[0, 8].Select(string.Concat);

    /// <summary>Short texts over few letters, where distances are small.</summary>
    public static Gen<string> OfFewLetters { get; } = Gen.Char["abc"].Array[0, 8].Select(c => new string(c));
}
