using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange;

/// <summary>The words for what sort of word a term is: ours, and those of TBX.</summary>
static class FormWords
{
    /// <summary>Reads a form; letter case, blanks, hyphens and underscores do not matter.</summary>
    /// <returns>The form; null for a word that is not known.</returns>
    public static TermForm? Read(string written) => StatusWords.Key(written) switch
    {
        "fullform" or "full" or "phrase" => TermForm.FullForm,
        "abbreviation" or "shortform" => TermForm.Abbreviation,
        "acronym" or "initialism" => TermForm.Acronym,
        "variant" or "synonym" => TermForm.Variant,
        _ => null,
    };

    /// <summary>The word that is written for a form.</summary>
    public static string Of(TermForm form) => form switch
    {
        TermForm.FullForm => "full_form",
        TermForm.Abbreviation => "abbreviation",
        TermForm.Acronym => "acronym",
        _ => "variant",
    };
}
