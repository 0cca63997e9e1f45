namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>Reads who acts, receives, owns. Voice does not count: "the buyer pays" and "is paid by the buyer" have one agent. Pure.</summary>
static class PartyReader
{
    public static PartyMention[] Read(ReadOnlySpan<Token> tokens)
    {
        List<PartyMention>? found = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Has(TokenTraits.Example | TokenTraits.Taken))
                continue;
            if (token.Is(LexemeRoles.Party | LexemeRoles.AnyParty))
                (found ??= []).Add(new(token.Lexeme!.Party, RoleOf(tokens, i), i, !token.Is(LexemeRoles.Party)));
            else if (IsOtherAgent(tokens, i))
                (found ??= []).Add(new(unchecked((int)token.Key) | int.MinValue, PartyRole.Agent, i, IsAnybody: false));
        }

        return found is null ? [] : [.. found];
    }

    // "by the author", "which the publisher has ...": who acts, though the lexicon does not know the name.
    static bool IsOtherAgent(ReadOnlySpan<Token> tokens, int i)
    {
        if (i < 2 || !tokens[i].IsContent || tokens[i].Has(TokenTraits.Gerund | TokenTraits.Participle) || !tokens[i - 1].Is(LexemeRoles.Article))
            return false;
        // "by the author", but not "by the end" of something, which is a time, nor "by the customer service desk".
        var last = i + 1 == tokens.Length || tokens[i + 1].Kind == TokenKind.Mark || !tokens[i + 1].IsContent;
        if (tokens[i - 2].Is(LexemeRoles.By))
            return last && !(i + 1 < tokens.Length && tokens[i + 1].Is(LexemeRoles.Of));
        return tokens[i - 2].Is(LexemeRoles.Relative) && i + 1 < tokens.Length && tokens[i + 1].Is(LexemeRoles.Have | LexemeRoles.Modal);
    }

    static PartyRole RoleOf(ReadOnlySpan<Token> tokens, int i)
    {
        if (tokens[i].Has(TokenTraits.Possessive))
            return PartyRole.Owner;
        // "customer data": the party only describes another noun.
        var before = i - 1;
        while (before >= 0 && (tokens[before].Is(LexemeRoles.Article | LexemeRoles.All | LexemeRoles.Any | LexemeRoles.Some | LexemeRoles.Function | LexemeRoles.Only)
            || (tokens[before].IsContent && !tokens[before].Is(LexemeRoles.Party) && i - before <= 2 && before > 0 && tokens[before - 1].Is(LexemeRoles.Article))))
            before--;
        if (before >= 0 && tokens[before].Kind == TokenKind.Word)
        {
            ref readonly var word = ref tokens[before];
            if (word.Is(LexemeRoles.By))
                return PartyRole.Agent;
            if (word.Is(LexemeRoles.From))
                return IsReceiving(tokens, before) ? PartyRole.Agent : PartyRole.Source;
            if (word.Is(LexemeRoles.To))
                return PartyRole.Recipient;
            if (word.Is(LexemeRoles.For))
                return PartyRole.Beneficiary;
            if (word.Is(LexemeRoles.Of))
                return PartyRole.Owner;
        }

        return Subject(tokens, i);
    }

    static PartyRole Subject(ReadOnlySpan<Token> tokens, int i)
    {
        var passive = false;
        for (var k = i + 1; k < tokens.Length && k <= i + 6; k++)
        {
            ref readonly var token = ref tokens[k];
            if (token.Kind == TokenKind.Mark)
                break;
            if (token.Is(LexemeRoles.Be))
            {
                passive = true;
                continue;
            }

            if (token.Is(LexemeRoles.Modal | LexemeRoles.Have | LexemeRoles.Relative | LexemeRoles.Negator | LexemeRoles.Function | LexemeRoles.Only | LexemeRoles.Also))
                continue;
            if (!token.IsContent && !token.Is(LexemeRoles.Receiving | LexemeRoles.Failing))
                break;
            if (passive)
                return token.Has(TokenTraits.Participle) ? PartyRole.Patient : PartyRole.Other;
            if (token.Is(LexemeRoles.Receiving))
                return PartyRole.Recipient;
            // A verb follows its subject; a noun that follows is only described ("customer data").
            return k > i + 1 || token.Has(TokenTraits.Participle | TokenTraits.Gerund) || EndsAsVerb(tokens, k) ? PartyRole.Agent : PartyRole.Other;
        }

        return i > 0 && tokens[i - 1].Is(LexemeRoles.Article) && i > 1 && tokens[i - 2].IsContent && !tokens[i - 2].Is(LexemeRoles.Party) ? PartyRole.Patient : PartyRole.Other;
    }

    // "the buyer pays the seller": a word before an article or a preposition is a verb.
    static bool EndsAsVerb(ReadOnlySpan<Token> tokens, int k) =>
        k + 1 < tokens.Length && tokens[k + 1].Is(LexemeRoles.Article | LexemeRoles.To | LexemeRoles.For | LexemeRoles.From | LexemeRoles.All | LexemeRoles.Any | LexemeRoles.Function);

    static bool IsReceiving(ReadOnlySpan<Token> tokens, int from)
    {
        for (var k = from - 1; k >= 0 && k >= from - 8; k--)
        {
            if (tokens[k].Is(LexemeRoles.Receiving))
                return true;
            if (tokens[k].Kind == TokenKind.Mark)
                break;
        }

        return false;
    }
}

/// <summary>A party and what it does.</summary>
/// <param name="Party">Which; the names of one party have one number, below zero for one that the lexicon does not know.</param>
/// <param name="Role">Its part.</param>
/// <param name="At">Its token.</param>
/// <param name="IsAnybody">A word such as "person" that may stand for any party.</param>
readonly record struct PartyMention(int Party, PartyRole Role, int At, bool IsAnybody);

enum PartyRole : byte
{
    Other,
    Agent,
    Patient,
    Recipient,
    Source,
    Owner,
    Beneficiary,
}
