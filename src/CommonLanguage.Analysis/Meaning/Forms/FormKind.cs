namespace CommonLanguage.Analysis.Meaning.Forms;

/// <summary>What kind of text stands where a definition should.</summary>
public enum FormKind
{
    /// <summary>A definition.</summary>
    Definition,

    /// <summary>No word at all, or numbers alone.</summary>
    Blank,

    /// <summary>The abbreviation that is the term, written out, and nothing more: "Denial of Service" for DoS.</summary>
    Expansion,

    /// <summary>Only points at another entry: "See risk assessment."</summary>
    Reference,

    /// <summary>Only says something of the word or of its entry: "Plural of medium.", "This term is used in two senses:".</summary>
    Remark,

    /// <summary>Only names where a definition stands: "NIST SP 800-53 Rev. 5".</summary>
    Citation,
}
