namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>Reads duties and permissions; strengths after RFC 2119. Pure.</summary>
static class DutyReader
{
    public static Duty[] Read(ReadOnlySpan<Token> tokens)
    {
        List<Duty>? found = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (!token.Is(LexemeRoles.Modal) || token.Has(TokenTraits.Example | TokenTraits.Taken))
                continue;
            (found ??= []).Add(new(StrengthOf(tokens, i, out var denial), i, denial, IsFaint(token)));
        }

        return found is null ? [] : [.. found];
    }

    static Strength StrengthOf(ReadOnlySpan<Token> tokens, int i, out int denial)
    {
        ref readonly var token = ref tokens[i];
        denial = -1;
        if (token.Is(LexemeRoles.Negator) || (token.Is(LexemeRoles.Failing) && token.Is(LexemeRoles.Must)))
        {
            denial = i;
            return token.Is(LexemeRoles.Should) ? Strength.ShouldNot : Strength.MustNot;
        }

        denial = DeniedBy(tokens, i);
        if (token.Is(LexemeRoles.Must))
            return denial < 0 ? Strength.Must : token.Is(LexemeRoles.Modal) && denial > i ? Strength.MustNot : Strength.May;
        if (token.Is(LexemeRoles.Should))
            return denial < 0 ? Strength.Should : Strength.ShouldNot;
        return denial < 0 ? Strength.May : Strength.MustNot;
    }

    // "must under no circumstances", "no changes are allowed", "nobody may"
    static int DeniedBy(ReadOnlySpan<Token> tokens, int i)
    {
        for (var k = i + 1; k < tokens.Length && k <= i + 2; k++)
        {
            if (tokens[k].Is(LexemeRoles.Negator) && !tokens[k].Is(LexemeRoles.Modal))
                return k;
            if (tokens[k].Kind == TokenKind.Mark || tokens[k].IsContent)
                break;
        }

        for (var k = i - 1; k >= 0 && k >= i - 8; k--)
        {
            if (tokens[k].Is(LexemeRoles.Negator) && !tokens[k].Is(LexemeRoles.Modal))
                return k;
            if (tokens[k].Kind == TokenKind.Mark || tokens[k].Is(LexemeRoles.Relative | LexemeRoles.If | LexemeRoles.When | LexemeRoles.Modal | LexemeRoles.But))
                break;
        }

        return -1;
    }

    // "may" and "can" say what happens as often as what is allowed; "required" and "necessary" often only describe a noun.
    static bool IsFaint(in Token token) => token.End - token.Start <= 5 ? token.Is(LexemeRoles.May) : token.Is(LexemeRoles.Must) && !token.Is(LexemeRoles.Negator);
}

/// <summary>A duty, an advice or a permission.</summary>
/// <param name="Strength">How binding.</param>
/// <param name="At">Its token.</param>
/// <param name="Denial">The token that denies it, or -1.</param>
/// <param name="Faint">A word that often says no more than what happens.</param>
readonly record struct Duty(Strength Strength, int At, int Denial, bool Faint);

enum Strength : byte
{
    May,
    Should,
    Must,
    ShouldNot,
    MustNot,
}
