using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Tests.Meaning;

/// <summary>What the line-up reads from a definition; the texts are from the public-domain samples where nothing is made up.</summary>
public sealed class CharacteristicTests
{
    [Theory]
    [InlineData("A plastic card containing a computer chip that enables the holder to purchase goods and services.100", "holder")]
    [InlineData("Ready-made and available for purchase by the general public.", "")]
    [InlineData("A code that the customer may state when the supplier asks for it.", "customer; supplier")]
    [InlineData("A host-based program that the administrator runs.", "administrator")]
    [InlineData("The official management decision given by a senior agency official.", "")]
    [InlineData("A part of key management that a subscriber takes over.", "subscriber")]
    [InlineData("The management of risks by senior management.", "senior management")]
    [InlineData("A value that is computed by the function and stated in the account.", "")]
    [InlineData("Data that a user enters and that customers report to the auditor’s client.", "user; customers; auditor’s; client")]
    [InlineData("The name and address of users, owners and the certification authority.", "users; owners; authority")]
    [InlineData("A rule that the government sets for contractors.", "government; contractors")]
    public void Parties_are_those_that_act_own_or_receive(string definition, string parties) =>
        Assert.Equal(parties, string.Join("; ", Said(definition, CharacteristicKind.Party)));

    [Theory]
    [InlineData("Operations requiring data stored on the chip.100", "")]
    [InlineData("As specified in NIST SP 800-53 for 1) users and 2) keys.", "")]
    [InlineData("One or more systems with two distinct inputs.", "two distinct inputs")]
    [InlineData("A parameter of at least 128.", "at least 128")]
    [InlineData("A sequence of 8 bits.", "8 bits")]
    public void A_quantity_counts_something(string definition, string quantities) =>
        Assert.Equal(quantities, string.Join("; ", Said(definition, CharacteristicKind.Quantity)));

    [Theory]
    [InlineData("A credit card-sized card with embedded integrated circuits.", "credit card-sized card")]
    [InlineData("A plastic card containing a computer chip.", "plastic card")]
    [InlineData("A disturbance of a service remaining after repair.", "disturbance of a service")]
    public void The_kind_of_thing_is_the_whole_noun(string definition, string kind) =>
        Assert.Equal(kind, Assert.Single(Said(definition, CharacteristicKind.KindOfThing)));

    static IEnumerable<string> Said(string definition, CharacteristicKind kind) => CharacteristicReader.Of(DefinitionReading.Of("term", definition, "en"))
        .Where(found => found.Kind == kind).Select(found => definition[found.Span.Start..found.Span.End]);
}
