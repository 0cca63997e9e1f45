namespace CommonLanguage.Glossary;

/// <summary>A word for an entry (ISO 1087: term).</summary>
public sealed record Term
{
    /// <summary>A term as its owner writes it.</summary>
    /// <exception cref="RefusalException">Blank, over 200 characters, or with characters a term cannot hold; field "term".</exception>
    public Term(string text, TermForm form = TermForm.FullForm, TermStatus status = TermStatus.Preferred, LanguageTag? language = null, string field = "term")
    {
        Text = Wording.OfTerm(text, field);
        Form = form;
        Status = status;
        Language = language;
    }

    /// <summary>The word, 1 to 200 characters, without blanks at its ends.</summary>
    public string Text { get; }

    /// <summary>What sort of word it is.</summary>
    public TermForm Form { get; }

    /// <summary>Whether it should be used.</summary>
    public TermStatus Status { get; }

    /// <summary>Its language where it differs from that of the definition.</summary>
    public LanguageTag? Language { get; }
}
