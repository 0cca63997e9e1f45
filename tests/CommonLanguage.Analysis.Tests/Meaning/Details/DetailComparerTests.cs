using CommonLanguage.Analysis.Meaning.Details.Comparing;
using CommonLanguage.Analysis.Meaning.Details.Reading;
using CsCheck;

namespace CommonLanguage.Analysis.Tests.Meaning.Details;

public sealed class DetailComparerTests
{
    public static IEnumerable<object[]> Differing => DetailPairs.Of("Differ");

    public static IEnumerable<object[]> Alike => DetailPairs.Of("Same");

    [Theory]
    [MemberData(nameof(Differing))]
    public void A_changed_detail_is_found(string kinds, string a, string b)
    {
        var differences = Compare(a, b);
        Assert.Contains(differences, difference => difference.Weight >= .5 && kinds.Split('/').Contains(difference.Kind.ToString()));
    }

    [Theory]
    [MemberData(nameof(Alike))]
    public void Other_words_for_the_same_give_no_weighty_difference(string kind, string a, string b)
    {
        Assert.NotEmpty(kind);
        Assert.DoesNotContain(Compare(a, b), difference => difference.Weight >= .5);
    }

    [Theory]
    [MemberData(nameof(Differing))]
    public void Swapping_the_sides_mirrors_the_differences(string kinds, string a, string b)
    {
        Assert.NotEmpty(kinds);
        var there = Compare(a, b);
        var back = Compare(b, a);
        Assert.Equal(
            there.Select(difference => (difference.Kind, difference.ConflictKind, difference.Weight, difference.A, difference.B)),
            back.Select(difference => (difference.Kind, difference.ConflictKind, difference.Weight, A: difference.B, B: difference.A)));
    }

    [Fact]
    public void The_reason_names_both_amounts()
    {
        var difference = Assert.Single(Compare("Solved within 24 hours.", "Solved within 2 business days."));
        Assert.Equal(DetailKind.TimeBase, difference.Kind);
        Assert.Equal("within 24 hours, there within 2 business days", difference.Reason);
    }

    [Fact]
    public void Each_side_is_shown_where_it_stands_in_its_text()
    {
        const string A = "A fee of at least 100 euros.";
        const string B = "A fee of at least 200 euros.";
        var difference = Assert.Single(Compare(A, B));
        Assert.Equal("at least 100 euros", A[difference.A.Start..difference.A.End]);
        Assert.Equal("at least 200 euros", B[difference.B.Start..difference.B.End]);
    }

    [Fact]
    public void Numbers_about_different_things_are_not_compared() =>
        Assert.DoesNotContain(
            Compare("A team of 5 engineers with 3 servers.", "Three servers and a team of five engineers."),
            difference => difference.Weight >= .3);

    [Fact]
    public void Texts_that_share_no_word_have_no_details_in_common() =>
        Assert.Empty(Compare("A wooden pier for ships of 20 metres.", "Left-hand part of an aircraft wing; not movable."));

    [Theory]
    [InlineData("")]
    [InlineData("1/0")]
    [InlineData("0/0 of 1/0 % per 0 hours")]
    [InlineData("999999999999999999999 hours")]
    [InlineData("P999999999999Y and PT and P and PXD")]
    [InlineData("NaN hours, Infinity days, -1 %")]
    [InlineData("1 2 3 4 5 6 7 8 9 0 1,2,3 1.2.3.4 1,,2 ..3 3.. 4-5-6 7/8/9")]
    [InlineData("\uD800 12 \uDC00 hours not \uD83D")]
    [InlineData("hundred thousand million billion trillion trillion trillion")]
    [InlineData("at least at most not not no without except unless if")]
    [InlineData("every every 0 days twice a a a")]
    [InlineData("25:99 31 February 0000 99:00 p.m. 2020-99-99")]
    [InlineData("<<<>>>===≤≥ %%% ½½½ €€€ $ £ 5$€")]
    public void Nonsense_is_read_without_complaint(string text)
    {
        foreach (var other in new[] { "Not more than 24 hours.", "", text + " 2 hours", "must not 50 % of 3 users" })
        {
            foreach (var difference in Compare(text, other))
            {
                Assert.InRange(difference.Weight, 0, 1);
                Assert.InRange(difference.A.Start, 0, difference.A.End);
                Assert.InRange(difference.A.End, 0, text.Length);
                Assert.InRange(difference.B.End, 0, other.Length);
            }
        }
    }

    [Fact]
    public void A_long_text_is_read_without_complaint()
    {
        var text = string.Concat(Enumerable.Repeat("not more than 10 hours, except 5 users; ", 500));
        Assert.Empty(Compare(text, text));
        Assert.All(Compare(text, text[4..]), difference => Assert.InRange(difference.Weight, 0, 1));
    }

    [Fact]
    public void Any_two_texts_are_compared_and_mirror() => Gen.Select(Text, Text).Sample(pair =>
    {
        var there = Compare(pair.Item1, pair.Item2);
        var back = Compare(pair.Item2, pair.Item1);
        Assert.Equal(there.Select(difference => (difference.Kind, difference.Weight, difference.A)), back.Select(difference => (difference.Kind, difference.Weight, difference.B)));
    }, iter: 3000);

    static Gen<string> Text => Gen.OneOf(
        Gen.Const("not "), Gen.Const("24 hours "), Gen.Const("two "), Gen.Const("customer "), Gen.Const("by the supplier "), Gen.Const(", "), Gen.Const("must "),
        Gen.Const("without "), Gen.Const("including "), Gen.Const("more than "), Gen.Const("5 % "), Gen.Const("internal "), Gen.Const("external "), Gen.Const("if "),
        Gen.Const("paid "), Gen.Const("and "), Gen.Const("or "), Gen.Const("every "), Gen.Const("May "), Gen.Const("1/2 "), Gen.Char.Select(c => c.ToString()))
        .Array[0, 14].Select(string.Concat);

    static System.Collections.Immutable.ImmutableArray<DetailDifference> Compare(string a, string b) =>
        DetailComparer.Compare(DetailReading.Of(a, "en"), DetailReading.Of(b, "en"));
}
