using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Forms;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Tests.Meaning.Forms;

public sealed class DefinitionFormTests
{
    [Theory]
    [InlineData("KDF", "Key Derivation Function.")]
    [InlineData("GCM", "Galois/Counter Mode")]
    [InlineData("sha-3", "Secure Hash Algorithm-3.")]
    [InlineData("IPSEC", "Internet Protocol Security.")]
    [InlineData("SSO", "Single Sign-on")]
    [InlineData("DoS", "denial of service")]
    [InlineData("SLAs", "Service level agreements")]
    [InlineData("SSL", "Secure Sockets Layer See also Transport Layer Security (TLS) .")]
    public void An_abbreviation_written_out_is_an_expansion(string term, string definition) =>
        Assert.Equal(FormKind.Expansion, Form(term, definition).Kind);

    [Theory]
    [InlineData("assessment", "See security control assessment or risk assessment.")]
    [InlineData("certificate", "See certificate.")]
    [InlineData("accrediting authority", "Synonymous with designated accrediting authority (DAA).")]
    [InlineData("Hoax", "véase: Bulo")]
    [InlineData("contamination", "(N) See spillage.")]
    public void A_text_that_only_points_elsewhere_is_a_reference(string term, string definition) =>
        Assert.Equal(FormKind.Reference, Form(term, definition).Kind);

    [Theory]
    [InlineData("media", "Plural of medium.")]
    [InlineData("identifier", "This term is used in two senses in SAML:")]
    [InlineData("sanitize", "This term is discouraged for use in CWE. See \"Sanitization.\"")]
    public void A_text_that_only_speaks_of_the_word_is_a_remark(string term, string definition) =>
        Assert.Equal(FormKind.Remark, Form(term, definition).Kind);

    [Theory]
    [InlineData("[NIST SP 800-53 Rev. 5]")]
    [InlineData("44 U.S.C., Sec. 3542")]
    [InlineData("ISO/IEC 27000:2018")]
    [InlineData("As defined in FIPS 199, section 3.")]
    [InlineData("https://csrc.nist.gov/glossary")]
    public void A_text_that_only_names_a_source_is_a_citation(string definition) =>
        Assert.Equal(FormKind.Citation, Form("risk", definition).Kind);

    [Theory]
    [InlineData("SLA", "An agreement on the level of a service.")]
    [InlineData("risk", "See that all controls hold. Risk is what remains.")]
    [InlineData("see-through", "Seeing that light passes through a material.")]
    [InlineData("key", "A value of 128 bits.")]
    [InlineData("NATO", "North Atlantic Treaty Organization: an alliance of states.")]
    [InlineData("IT", "Information that travels.  It is technical.")]
    public void A_text_that_says_something_of_its_own_is_a_definition(string term, string definition) =>
        Assert.Equal(FormKind.Definition, Form(term, definition).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("--- !?")]
    [InlineData("1234567890, 12")]
    [InlineData("\uD800\uDFFF\uDC00")]
    public void A_text_without_words_is_blank(string definition) => Assert.Equal(FormKind.Blank, Form("term", definition).Kind);

    [Fact]
    public void Numbered_senses_are_found_where_they_stand()
    {
        const string Text = "(N) 1. To place information into long-term storage. 2. A location or media used for long-term storage.";
        var senses = Form("archive", Text).Senses;
        Assert.Equal(
            ["To place information into long-term storage.", "A location or media used for long-term storage."],
            senses.Select(sense => Text[sense.Start..sense.End]));
    }

    [Theory]
    [InlineData("A key used to: 1. verify a signature that was made, 2. encrypt data that is sent.")]
    [InlineData("1. A single sense that only bears a number.")]
    [InlineData("3.5 litres of water in 2. gear")]
    [InlineData("(1) one; (2) two; (3) three")]
    public void Numbers_inside_a_definition_are_no_senses(string definition) => Assert.Empty(Form("key", definition).Senses);

    [Theory]
    [InlineData("de", "Ein Ereignis, das die Sicherheit der Informationen gefährdet und nicht geplant ist.")]
    [InlineData("it", "Un evento che mette in pericolo la sicurezza delle informazioni e non è pianificato.")]
    [InlineData("fr", "Un événement qui met en danger la sécurité des informations et qui est grave pour une entreprise.")]
    public void A_text_in_another_language_than_given_is_noticed(string spoken, string definition)
    {
        Assert.Equal(spoken, Form("incident", definition).Language);
        Assert.Null(DefinitionForm.Of("incident", definition, spoken).Language);
    }

    [Theory]
    [InlineData("A primitive algorithm used in a key-agreement scheme specified in SP 800-56A, 3 or in SP 800-56B.")]
    [InlineData("Key.")]
    [InlineData("Cloud Infrastructuur Beheer")]
    public void In_doubt_the_given_language_stands(string definition) => Assert.Null(Form("x", definition).Language);

    [Fact]
    public void Any_text_has_a_form()
    {
        foreach (var text in new[] { "1.", "1. 2. 3.", "(", "((((", "See", "see ", "\uD800 see", new string('a', 20_000), string.Concat(Enumerable.Repeat("1. a b c ", 2000)) })
            Assert.NotNull(DefinitionForm.Of(text, text, text));
    }

    [Theory]
    [InlineData("KDF", "Key Derivation Function.", "A function that derives keys from a secret value.", "only the abbreviation written out, there a definition")]
    [InlineData("assessment", "See risk assessment.", "The evaluation of a risk by an expert.", "only a reference to another entry, there a definition")]
    [InlineData("risk", "NIST SP 800-30 Rev. 1", "The effect of uncertainty on objectives.", "only the name of a source, there a definition")]
    [InlineData("risk", "The effect of uncertainty on objectives.", "...", "a definition, there no words")]
    public void What_is_no_definition_never_comes_near_the_top_of_the_queue(string term, string a, string b, string reason)
    {
        var comparison = MeaningComparer.Compare(DefinitionReading.Of(term, a, "en"), DefinitionReading.Of(term, b, "en"));
        Assert.True(comparison.Conflict < MeaningComparer.ConflictThreshold);
        Assert.Equal(reason, comparison.Evidence[0].Reason);
    }

    [Fact]
    public void Texts_in_two_languages_are_said_to_be_so_and_not_accused()
    {
        var english = DefinitionReading.Of("incident", "An event that harms the security of information and was not planned.", "en");
        var german = DefinitionReading.Of("incident", "Ein Ereignis, das die Sicherheit der Informationen gefährdet und nicht geplant ist.", "en");
        var comparison = MeaningComparer.Compare(english, german);
        Assert.True(comparison.Conflict < MeaningComparer.ConflictThreshold);
        Assert.Equal("written in English, there in German", comparison.Evidence[0].Reason);
    }

    [Fact]
    public void Two_expansions_of_one_abbreviation_are_compared() =>
        Assert.True(MeaningComparer.Compare(DefinitionReading.Of("CA", "Certification Authority", "en"), DefinitionReading.Of("CA", "Cryptographic Analysis", "en")).Evidence.Length > 0);

    [Fact]
    public void Numbered_meanings_against_one_are_named()
    {
        var comparison = MeaningComparer.Compare(
            DefinitionReading.Of("archive", "1. To place information into long-term storage. 2. A location or media used for long-term storage.", "en"),
            DefinitionReading.Of("archive", "To place information into long-term storage.", "en"));
        Assert.Contains(comparison.Evidence, evidence => evidence.Reason == "2 numbered meanings, there one meaning");
    }

    static DefinitionForm Form(string term, string definition) => DefinitionForm.Of(term, definition, "en");
}
