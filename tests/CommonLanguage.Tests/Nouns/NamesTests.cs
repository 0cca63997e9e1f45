using CommonLanguage.Glossary;

namespace CommonLanguage.Tests.Nouns;

public sealed class NamesTests
{
    [Fact]
    public void Names_are_read_as_they_are_written()
    {
        Assert.Equal("organisations/Acme", OrganisationId.ParseName("organisations/Acme", "name").ResourceName);
        Assert.Equal("partnerships/p.1", PartnershipId.ParseName("partnerships/p.1", "name").ResourceName);
        Assert.Equal("organisations/a/entries/e-1", EntryName.ParseName("organisations/a/entries/e-1", "name").ToString());
        Assert.Equal("organisations/a/entries/e-1/revisions/7", EntryName.ParseName("organisations/a/entries/e-1", "name").Revision(7));
        Assert.Equal("partnerships/p/conflicts/c_1", ConflictName.ParseName("partnerships/p/conflicts/c_1", "name").ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("acme")]
    [InlineData("organisations/")]
    [InlineData("organisations/a/")]
    [InlineData("Organisations/a")]
    [InlineData("partnerships/a")]
    [InlineData("organisations/a b")]
    [InlineData("organisations/../a")]
    [InlineData("organisations/a/entries/e")]
    [InlineData("organisations/.")]
    [InlineData("organisations/-a")]
    [InlineData("organisations/\u00E4")]
    [InlineData("organisations/a\n")]
    public void What_is_no_name_is_refused_with_the_form_it_should_have(string? name)
    {
        var refusal = Assert.Throws<RefusalException>(() => OrganisationId.ParseName(name, "name"));

        Assert.Equal((ErrorReason.NameInvalid, "name", "organisations/{id}"), (refusal.Reason, refusal.Field, refusal.Metadata["pattern"]));
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("a.b-c_d")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890123")]
    public void An_id_of_letters_digits_points_dashes_and_underscores_is_kept(string id) =>
        Assert.Equal(id, OrganisationId.Parse(id, "id").Value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a/b")]
    [InlineData("_a")]
    [InlineData("a\u200B")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234")]
    public void What_is_no_id_is_refused(string? id)
    {
        Assert.Equal(ErrorReason.IdInvalid, Assert.Throws<RefusalException>(() => OrganisationId.Parse(id, "id")).Reason);
        Assert.Equal(ErrorReason.IdInvalid, Assert.Throws<RefusalException>(() => PartnershipId.Parse(id, "id")).Reason);
        Assert.Equal(ErrorReason.IdInvalid, Assert.Throws<RefusalException>(() => EntryName.ParseId(id, "id")).Reason);
    }

    [Fact]
    public void Ids_of_organisations_and_partnerships_are_equal_without_regard_to_case()
    {
        Assert.Equal(OrganisationId.Parse("Acme", "id"), OrganisationId.Parse("ACME", "id"));
        Assert.Equal(OrganisationId.Parse("Acme", "id").GetHashCode(), OrganisationId.Parse("ACME", "id").GetHashCode());
        Assert.True(PartnershipId.Parse("p", "id") == PartnershipId.Parse("P", "id"));
        Assert.True(PartnershipId.Parse("p", "id") != PartnershipId.Parse("q", "id"));
        Assert.NotEqual(new EntryName(OrganisationId.Parse("a", "id"), "e"), new EntryName(OrganisationId.Parse("a", "id"), "E"));
    }

    [Theory]
    [InlineData("Incident Response", 1, "incident-response-1")]
    [InlineData("  (N) C++ / 2nd  ", 35, "n-c-2nd-z")]
    [InlineData("\u4E8B\u6545", 36, "e-10")]
    [InlineData("abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij", long.MaxValue, "abcdefghijabcdefghijabcdefghijabcdefghij-1y2p0ij32e8e7")]
    public void A_given_id_is_the_word_and_the_number(string word, long key, string id)
    {
        Assert.Equal(id, Slug.Of(word, key));
        Assert.Equal(id, EntryName.ParseId(id, "id"));
    }
}
