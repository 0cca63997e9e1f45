using CommonLanguage.Analysis.Text;
using CsCheck;

namespace CommonLanguage.Analysis.Tests.Text;

public sealed class TermFormsTests
{
    [Fact]
    public void An_abbreviation_in_brackets_is_a_form_of_its_own() => Assert.Equal(
        [
            new("certificate revocation list (CRL)", FoundFormKind.Whole, "certificaterevocationlist (crl)"),
            new("certificate revocation list", FoundFormKind.WithoutBrackets, "certificaterevocationlist"),
            new("CRL", FoundFormKind.Abbreviation, "crl"),
        ],
        TermForms.Of("certificate revocation list (CRL)").AsEnumerable());

    [Fact]
    public void Words_in_brackets_behind_their_abbreviation_are_a_form() => Assert.Equal(
        ["crl (certificaterevocationlist)", "crl", "certificaterevocationlist"], TermForms.Of("CRL (certificate revocation list)").Select(form => form.Key));

    [Fact]
    public void A_plural_abbreviation_is_found_in_the_singular() => Assert.Equal(
        ["certificaterevocationlist", "crl"], TermForms.Of("certificate revocation lists (CRLs)").Select(form => form.Key).Skip(1));

    [Theory]
    [InlineData("access control (physical)", "accesscontrol")]
    [InlineData("control (of documents)", "control")]
    [InlineData("key (1)", "key")]
    [InlineData("canister (COMSEC)", "canister")]
    public void A_qualifier_in_brackets_is_no_form_but_the_term_without_it_is(string term, string without) =>
        Assert.Equal([NormalForm.Of(term), without], TermForms.Of(term).Select(form => form.Key));

    [Theory]
    [InlineData("incident")]
    [InlineData("f(x)(y)")]
    [InlineData("(CRL)")]
    [InlineData("list (open")]
    [InlineData("list )")]
    [InlineData("list ()")]
    [InlineData("a (b) c")]
    [InlineData("x (CRL)")]
    public void A_term_without_clear_brackets_has_one_form(string term) =>
        Assert.Equal(new FoundForm(term, FoundFormKind.Whole, NormalForm.Of(term)), Assert.Single(TermForms.Of(term)));

    [Fact]
    public void The_whole_comes_first_and_each_key_once() => Gen.Select(Texts.Any, Texts.Any, (a, b) => $"x{a} ({b})").Sample(
        term =>
        {
            var forms = TermForms.Of(term);
            Assert.Equal(new(term, FoundFormKind.Whole, NormalForm.Of(term)), forms[0]);
            Assert.Equal(forms.Length, forms.DistinctBy(form => form.Key).Count());
            Assert.All(forms, form => Assert.Equal(NormalForm.Of(form.Text), form.Key));
            Assert.All(forms, form => Assert.NotEqual("", form.Key));
        },
        iter: 5_000);
}
