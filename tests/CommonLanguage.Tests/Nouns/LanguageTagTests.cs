using CommonLanguage.Glossary;

namespace CommonLanguage.Tests.Nouns;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("", "en")]
    [InlineData("EN", "en")]
    [InlineData("en-gb", "en-GB")]
    [InlineData("EN-LATN-us", "en-Latn-US")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("zh-cmn-hans-cn", "zh-cmn-Hans-CN")]
    [InlineData("sl-rozaj-biske", "sl-rozaj-biske")]
    [InlineData("de-CH-1901", "de-CH-1901")]
    [InlineData("es-419", "es-419")]
    [InlineData("de-de-u-co-PHONEBK", "de-DE-u-co-phonebk")]
    [InlineData("en-a-bbb-x-a-ccc", "en-a-bbb-x-a-ccc")]
    [InlineData("x-whatever", "x-whatever")]
    [InlineData("ast", "ast")]
    public void A_well_formed_tag_is_kept_in_the_recommended_case(string tag, string kept)
    {
        Assert.Equal(kept, LanguageTag.Parse(tag, "language").Value);
        Assert.Equal(kept, LanguageTag.Parse(kept, "language").Value);
    }

    [Theory]
    [InlineData("xx-!!")]
    [InlineData(" ")]
    [InlineData("e")]
    [InlineData("en-")]
    [InlineData("-en")]
    [InlineData("en--GB")]
    [InlineData("en-u")]
    [InlineData("en-a-b-cc")]
    [InlineData("en-GB-US")]
    [InlineData("en-GB-Latn")]
    [InlineData("de-1901-1901")]
    [InlineData("en-a-bb-a-cc")]
    [InlineData("en-ab12")]
    [InlineData("en-toolongsubtag")]
    [InlineData("x-")]
    [InlineData("caf\u00E9")]
    [InlineData("12")]
    public void What_is_no_tag_is_refused(string tag)
    {
        var refusal = Assert.Throws<RefusalException>(() => LanguageTag.Parse(tag, "language"));
        Assert.Equal((ErrorReason.LanguageTagInvalid, "language"), (refusal.Reason, refusal.Field));
    }

    [Theory]
    [InlineData("en_GB", "en-GB")]
    [InlineData("PT_br", "pt-BR")]
    [InlineData(" nl ", "nl")]
    public void A_tag_that_is_nearly_one_is_refused_with_a_hint(string tag, string hint)
    {
        var refusal = Assert.Throws<RefusalException>(() => LanguageTag.Parse(tag, "language"));
        Assert.Equal(hint, refusal.Metadata["hint"]);
        Assert.Contains(hint, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_of_300_characters_is_refused_in_a_short_message()
    {
        var refusal = Assert.Throws<RefusalException>(() => LanguageTag.Parse("en-" + new string('a', 297), "language"));
        Assert.InRange(refusal.Message.Length, 1, 200);
    }

    [Theory]
    [InlineData("en", "en", true)]
    [InlineData("en", "en-GB", true)]
    [InlineData("en-GB", "en-GB-oxendict", true)]
    [InlineData("en-GB", "en", false)]
    [InlineData("en", "enm", false)]
    [InlineData("en", "nl", false)]
    public void A_range_takes_the_tags_below_it(string range, string tag, bool takes) =>
        Assert.Equal(takes, LanguageTag.Parse(range, "l").Takes(LanguageTag.Parse(tag, "l").Value));
}
