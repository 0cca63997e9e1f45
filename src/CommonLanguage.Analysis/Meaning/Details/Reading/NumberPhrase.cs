namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>Reads a number among tokens: digits, fractions, number words, "one and a half". Pure.</summary>
static class NumberPhrase
{
    /// <summary>Reads digits, fractions and number words; the token after them, or 0.</summary>
    public static int Read(ReadOnlySpan<Token> tokens, int i, out double value)
    {
        value = 0;
        if (i >= tokens.Length || tokens[i].Mark == 'P')
            return 0;
        var at = i;
        if (tokens[i].Kind == TokenKind.Number)
        {
            value = tokens[i].Number;
            at = i + 1;
            if (at + 1 < tokens.Length && tokens[at].Kind == TokenKind.Mark && tokens[at].Mark == '/' && tokens[at + 1].Kind == TokenKind.Number
                && tokens[at + 1].Number > 0 && tokens[at].Has(TokenTraits.Joined) && tokens[at + 1].Has(TokenTraits.Joined))
            {
                value /= tokens[at + 1].Number;
                at += 2;
            }
            else if (at < tokens.Length && tokens[at].Kind == TokenKind.Number && tokens[at].Number is > 0 and < 1)
            {
                value += tokens[at++].Number;
            }

            while (Is(tokens, at, LexemeRoles.Multiplier) && value < 1e15)
                value *= tokens[at++].Lexeme!.Number;
        }
        else if (!Is(tokens, i, LexemeRoles.Number | LexemeRoles.Multiplier))
        {
            return 0;
        }
        else
        {
            at = ReadWords(tokens, i, ref value);
        }

        // "one and a half"
        if (Is(tokens, at, LexemeRoles.And))
        {
            var half = Is(tokens, at + 1, LexemeRoles.Article) ? at + 2 : at + 1;
            if (Is(tokens, half, LexemeRoles.Number) && tokens[half].Lexeme!.Number is > 0 and < 1)
            {
                value += tokens[half].Lexeme!.Number;
                at = half + 1;
            }
        }

        return double.IsFinite(value) && value < 1e18 ? at : 0;
    }

    static int ReadWords(ReadOnlySpan<Token> tokens, int i, ref double value)
    {
        double total = 0, current = 0;
        var at = i;
        var last = double.MaxValue;
        while (at < tokens.Length && at - i < 12)
        {
            if (Is(tokens, at, LexemeRoles.Multiplier))
            {
                var factor = tokens[at++].Lexeme!.Number;
                current = current == 0 ? factor : current * factor;
                if (factor >= 1000)
                    (total, current) = (total + current, 0);
                last = factor;
            }
            else if (Is(tokens, at, LexemeRoles.Number) && (current == 0 || tokens[at].Lexeme!.Number < (last >= 100 ? 100 : last is >= 20 and < 100 ? 10 : 0)))
            {
                last = tokens[at++].Lexeme!.Number;
                current += last;
            }
            else if (Is(tokens, at, LexemeRoles.And) && last >= 100 && last < double.MaxValue && Is(tokens, at + 1, LexemeRoles.Number))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        value = total + current;
        return at;
    }

    static bool Is(ReadOnlySpan<Token> tokens, int i, LexemeRoles roles) => i >= 0 && i < tokens.Length && tokens[i].Is(roles);
}
