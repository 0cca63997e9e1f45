namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>
/// Whether a mention of a party is one that a reader would name among the parties of a definition: a noun of its own, not a verb ("to
/// purchase", "stated"), not a word that only describes another ("client certificate", "executive order"), not an activity ("key
/// management"). What is left out here still counts in the comparison. Pure.
/// </summary>
static class PartyNoun
{
    public static bool Is(string definition, ReadOnlySpan<Token> tokens, in PartyMention party)
    {
        // A name that the lexicon does not know is a thing as often as somebody: "by the key".
        if (party.IsAnybody || party.Party < 0)
            return false;
        var at = party.At;
        ref readonly var token = ref tokens[at];
        if (token.Has(TokenTraits.Gerund | TokenTraits.Participle))
            return false;
        return !IsVerb(definition, tokens, at) && !IsActivity(definition, tokens, at) && !Describes(definition, tokens, at);
    }

    // "to purchase goods", "may state it": behind "to" or a modal, with something behind it.
    static bool IsVerb(string definition, ReadOnlySpan<Token> tokens, int at) =>
        at > 0 && !IsPlural(definition, tokens[at]) && (tokens[at - 1].Is(LexemeRoles.Modal) || (tokens[at - 1].Is(LexemeRoles.To) && GoesOn(tokens, at)));

    static bool GoesOn(ReadOnlySpan<Token> tokens, int at) => at + 1 < tokens.Length && (tokens[at + 1].IsContent || tokens[at + 1].Is(LexemeRoles.Article));

    // "key management", "management of risks", "for purchase", "an account": what is done or had, by a name that somebody has too.
    static bool IsActivity(string definition, ReadOnlySpan<Token> tokens, int at)
    {
        var word = definition.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start);
        if (word.Equals("purchase", StringComparison.OrdinalIgnoreCase))
            return true;
        if (word.StartsWith("account", StringComparison.OrdinalIgnoreCase))
            return !word.StartsWith("accountant", StringComparison.OrdinalIgnoreCase);
        if (!word.EndsWith("ment", StringComparison.OrdinalIgnoreCase) || word.Contains(' ') || word.EndsWith("government", StringComparison.OrdinalIgnoreCase))
            return false;
        return (at > 0 && tokens[at - 1].IsContent) || (at + 1 < tokens.Length && tokens[at + 1].Is(LexemeRoles.Of));
    }

    // "client certificate", "host-based": but "the user enters data" and "customers report it".
    static bool Describes(string definition, ReadOnlySpan<Token> tokens, int at)
    {
        if (at + 1 >= tokens.Length)
            return false;
        ref readonly var next = ref tokens[at + 1];
        if (tokens[at].Has(TokenTraits.Possessive) || next.Kind != TokenKind.Word || !next.IsContent)
            return false;
        if (definition[next.Start - 1] == '-')
            return true;
        if (next.Has(TokenTraits.Participle | TokenTraits.Gerund))
            return false;
        var goesOn = at + 2 < tokens.Length && tokens[at + 2].Is(LexemeRoles.Article | LexemeRoles.To | LexemeRoles.All | LexemeRoles.Any | LexemeRoles.Relative);
        return !goesOn && !(IsPlural(definition, next) && at > 0 && tokens[at - 1].Is(LexemeRoles.Article));
    }

    static bool IsPlural(string definition, in Token token) => definition[token.End - 1] is 's' or 'S';
}
