namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>Reads dates ("1 January 2020", "2020-01-31") and times of day ("17:00", "5 p.m.", "noon"). Pure.</summary>
static class DateReader
{
    static readonly ulong Am = WordHash.Of("am");
    static readonly ulong AmPoints = WordHash.Of("a.m");
    static readonly ulong Pm = WordHash.Of("pm");
    static readonly ulong PmPoints = WordHash.Of("p.m");
    static readonly ulong Noon = WordHash.Of("noon");
    static readonly ulong Midday = WordHash.Of("middai");
    static readonly ulong Midnight = WordHash.Of("midnight");
    static readonly ulong May = WordHash.Of("mai");
    static readonly ulong Clock = WordHash.Of("o'clock");

    /// <summary>The token after the date or time that begins at <paramref name="i"/>, or 0. Dates count days of months of 31; times minutes.</summary>
    public static int Read(ReadOnlySpan<Token> tokens, int i, out double value, out Dimension dimension)
    {
        (value, dimension) = (0, Dimension.Date);
        ref readonly var token = ref tokens[i];
        if (token.Kind == TokenKind.Word)
        {
            if (token.Base == Noon || token.Base == Midday || token.Base == Midnight)
            {
                (value, dimension) = (token.Base == Midnight ? 1440 : 720, Dimension.TimeOfDay);
                return i + 1;
            }

            // "January 1, 2020"
            return MonthOf(tokens, i) is > 0 and var month && i + 1 < tokens.Length && IsDay(tokens[i + 1]) ? WithYear(tokens, i + 2, month, tokens[i + 1].Number, out value) : 0;
        }

        if (token.Mark == 'P')
            return 0;
        var next = i + 1;
        if (next < tokens.Length && tokens[next].Kind == TokenKind.Mark && tokens[next].Mark == ':' && next + 1 < tokens.Length
            && tokens[next + 1].Kind == TokenKind.Number && tokens[next + 1].Has(TokenTraits.Joined) && token.Number <= 24 && tokens[next + 1].Number < 60)
        {
            (value, dimension) = ((token.Number * 60) + tokens[next + 1].Number, Dimension.TimeOfDay);
            return HalfDay(tokens, next + 2, ref value);
        }

        if (token.Number is >= 1 and <= 12 && HalfDay(tokens, next, ref value) is var after && after > next)
        {
            (value, dimension) = (value + (token.Number == 12 ? 0 : token.Number * 60), Dimension.TimeOfDay);
            return after;
        }

        if (IsDay(token) && next < tokens.Length)
        {
            // "1st of January"
            var at = tokens[next].Has(TokenTraits.Joined) && tokens[next].Kind == TokenKind.Word ? next + 1 : next;
            if (at < tokens.Length && tokens[at].Is(LexemeRoles.Of))
                at++;
            if (at < tokens.Length && MonthOf(tokens, at) is > 0 and var month)
                return WithYear(tokens, at + 1, month, token.Number, out value);
        }

        return ReadNumbers(tokens, i, out value);
    }

    // "2020-01-31", "31/12/2020", a year alone after "in", "since"
    static int ReadNumbers(ReadOnlySpan<Token> tokens, int i, out double value)
    {
        value = 0;
        var year = tokens[i].Number;
        if (i + 4 < tokens.Length && tokens[i + 1].Kind == TokenKind.Mark && tokens[i + 1].Mark is '-' or '/' && tokens[i + 3].Kind == TokenKind.Mark
            && tokens[i + 3].Mark == tokens[i + 1].Mark && tokens[i + 2].Kind == TokenKind.Number && tokens[i + 4].Kind == TokenKind.Number)
        {
            var (month, day) = (tokens[i + 2].Number, tokens[i + 4].Number);
            if (IsYear(day) && tokens[i].Number <= 31)
                (year, day) = (day, tokens[i].Number);
            if (IsYear(year) && month is >= 1 and <= 12 && day is >= 1 and <= 31)
            {
                value = (year * 372) + ((month - 1) * 31) + day;
                return i + 5;
            }
        }

        if (!IsYear(year) || tokens[i].End - tokens[i].Start != 4 || i == 0 || (i + 1 < tokens.Length && (tokens[i + 1].IsContent || tokens[i + 1].Is(LexemeRoles.Unit))))
            return 0;
        if (!tokens[i - 1].Is(LexemeRoles.In | LexemeRoles.Before | LexemeRoles.After | LexemeRoles.From | LexemeRoles.By | LexemeRoles.Of | LexemeRoles.Preposition | LexemeRoles.AtMost))
            return 0;
        value = year * 372;
        return i + 1;
    }

    static int WithYear(ReadOnlySpan<Token> tokens, int next, double month, double day, out double value)
    {
        value = ((month - 1) * 31) + day;
        var at = next < tokens.Length && tokens[next].Kind == TokenKind.Mark && tokens[next].Mark == ',' ? next + 1 : next;
        if (at < tokens.Length && tokens[at].Kind == TokenKind.Number && IsYear(tokens[at].Number))
        {
            value += tokens[at].Number * 372;
            return at + 1;
        }

        return next;
    }

    static int HalfDay(ReadOnlySpan<Token> tokens, int at, ref double minutes)
    {
        if (at >= tokens.Length || tokens[at].Kind != TokenKind.Word)
            return at;
        var word = tokens[at].Base;
        if (word == Pm || word == PmPoints)
            minutes += minutes >= 720 ? 0 : 720;
        else if (word != Am && word != AmPoints && word != Clock)
            return at;
        return at + 1;
    }

    static double MonthOf(ReadOnlySpan<Token> tokens, int i) =>
        tokens[i].Is(LexemeRoles.Month) ? tokens[i].Lexeme!.Number : tokens[i].Base == May && tokens[i].Has(TokenTraits.Capital) ? 5 : 0;

    static bool IsDay(Token token) => token.Kind == TokenKind.Number && token.Mark != 'P' && token.Number is >= 1 and <= 31 && token.Number == Math.Floor(token.Number);

    static bool IsYear(double number) => number is >= 1900 and <= 2100 && number == Math.Floor(number);
}
