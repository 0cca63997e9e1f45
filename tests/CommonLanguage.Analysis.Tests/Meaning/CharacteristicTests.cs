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
    [InlineData("A brief, usually human-readable, technical notification regarding current vulnerabilities.", "brief, usually human-readable, technical notification")]
    [InlineData("Person, group, organization, or government that conducts activities.", "Person, group, organization, or government")]
    [InlineData("A card, usually plastic, that stores a key.", "card")]
    [InlineData("A host is any hardware device that has the capability of permitting access.", "hardware device")]
    [InlineData("A Compact Disc(CD)is a class of media from which data are readby optical means.", "class of media")]
    [InlineData("Defined by [FIPS 201] as a physical artifact (e.g., identity card) issued to employees.", "physical artifact")]
    [InlineData("In cryptography, a key that is used once.", "key")]
    [InlineData("A predefined substring consisting of a fixed pattern.", "predefined substring")]
    [InlineData("A group of 32 bits that is treated as a single entity.", "group of 32 bits")]
    [InlineData("An individual explicitly aligned with one country.", "individual")]
    [InlineData("Testing that verifies that a function operates correctly.", "Testing")]
    [InlineData("An operating system that manages data.", "operating system")]
    [InlineData("Deliberate, aggressive action that causes harm to systems.", "Deliberate, aggressive action")]
    [InlineData("Software, hardware or firmware that includes cryptographic functions.", "Software, hardware or firmware")]
    [InlineData("The data (e.g., keys) necessary to establish a relationship.", "data")]
    [InlineData("A completed or planned action of evaluation.", "completed or planned action")]
    [InlineData("A form of controlled interface that transfers information.", "form of controlled interface")]
    [InlineData("A list of users and the rights that each has.", "list of users")]
    [InlineData("(1) The state of a system.", "state of a system")]
    public void The_kind_of_thing_is_the_whole_noun(string definition, string kind) =>
        Assert.Equal(kind, Assert.Single(Said(definition, CharacteristicKind.KindOfThing)));

    [Theory]
    [InlineData("To remove or eliminate the key from a fill device.")]
    [InlineData("Overwrite a memory location with data consisting of zeros.")]
    [InlineData("Enables customers to access primary services nodes.")]
    [InlineData("For the purposes of this standard, interoperability allows any government facility to verify an identity.")]
    [InlineData("A term used to describe the loss of a key.")]
    [InlineData("Obsolete.")]
    [InlineData("Able to be measured.")]
    [InlineData("Related to, but not part of, a system.")]
    [InlineData("The term domain refers to a part of the network.")]
    [InlineData("Restricts resource access to authorized entities.")]
    [InlineData("The act of manually transferring information.")]
    [InlineData("Storing files containing malware in isolation.")]
    [InlineData("See also authorization boundary and interface.")]
    [InlineData("")]
    public void No_kind_of_thing_is_named_that_the_definition_does_not_name(string definition) =>
        Assert.Empty(Said(definition, CharacteristicKind.KindOfThing));

    static IEnumerable<string> Said(string definition, CharacteristicKind kind) => CharacteristicReader.Of(DefinitionReading.Of("term", definition, "en"))
        .Where(found => found.Kind == kind).Select(found => definition[found.Span.Start..found.Span.End]);
}
