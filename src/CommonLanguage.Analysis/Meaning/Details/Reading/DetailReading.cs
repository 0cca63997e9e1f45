namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>
/// The details of one definition: quantities with units (UCUM) as intervals, obligations (RFC 2119), what is denied, included and
/// excluded, who acts, conditions and quantifiers, each with its place in the text. Built once, compared often. Immutable and
/// thread-safe. English is read in full; of German, French, Spanish, Italian and Dutch the numbers, units, negations and obligations.
/// </summary>
public sealed class DetailReading
{
    DetailReading(string definition, Lexicon lexicon)
    {
        Definition = definition;
        Tokens = DetailTokenizer.Read(definition, lexicon);
        var scopes = new ScopeReader(Tokens);
        scopes.MarkExamples();
        Quantities = new QuantityReader(Tokens, lexicon).Read();
        Denials = scopes.Read();
        Duties = DutyReader.Read(Tokens);
        Parties = PartyReader.Read(Tokens);
        Content = ContentOf(Tokens);
        foreach (ref readonly var token in Tokens.AsSpan())
            Roles |= token.Roles;
        Words = Array.ConvertAll(Content, i => new ContentWord(Tokens[i]));
    }

    /// <summary>The text as given; offsets count its UTF-16 units.</summary>
    public string Definition { get; }

    internal Token[] Tokens { get; }

    internal Quantity[] Quantities { get; }

    internal Denial[] Denials { get; }

    internal Duty[] Duties { get; }

    internal PartyMention[] Parties { get; }

    /// <summary>The roles that any of the words plays: what is not among them need not be looked for.</summary>
    internal LexemeRoles Roles { get; }

    /// <summary>The tokens that carry meaning of their own.</summary>
    internal int[] Content { get; }

    /// <summary>What matching needs of <see cref="Content"/>, close together.</summary>
    internal ContentWord[] Words { get; }

    /// <summary>Reads a definition in a language (BCP 47; one without a table is read as English). Takes any text; never throws.</summary>
    public static DetailReading Of(string definition, string language) => new(definition, Lexicon.Of(language));

    static int[] ContentOf(Token[] tokens)
    {
        var count = 0;
        foreach (ref readonly var token in tokens.AsSpan())
            count += token.IsContent ? 1 : 0;
        var content = new int[count];
        count = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].IsContent)
                content[count++] = i;
        }

        return content;
    }
}
