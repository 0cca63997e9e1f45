using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Reading;

namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>Compares all with some, and with or, and the places whose law or market is meant.</summary>
static class QuantifierComparison
{
    public static void Compare(DetailMatch match)
    {
        CompareAmounts(match);
        CompareJoints(match);
        CompareWeekdays(match);
        ComparePlaces(match);
        CompareEither(match);
    }

    static void CompareAmounts(DetailMatch match)
    {
        var (allA, someA) = (match.A.Find(LexemeRoles.All), match.A.Find(LexemeRoles.Some));
        var (allB, someB) = (match.B.Find(LexemeRoles.All), match.B.Find(LexemeRoles.Some));
        if (allA >= 0 && someA < 0 && someB >= 0 && allB < 0)
            match.Add(DetailKind.Quantifier, ConflictKind.Scope, .7 * match.Closeness, Cut(match.A, allA), Cut(match.B, someB));
        else if (someA >= 0 && allA < 0 && allB >= 0 && someB < 0)
            match.Add(DetailKind.Quantifier, ConflictKind.Scope, .7 * match.Closeness, Cut(match.A, someA), Cut(match.B, allB));
    }

    // Two words joined by "and" here and by "or" there.
    static void CompareJoints(DetailMatch match)
    {
        const LexemeRoles joints = LexemeRoles.And | LexemeRoles.Or;
        if ((match.A.Reading.Roles & joints) == LexemeRoles.None || (match.B.Reading.Roles & joints) == LexemeRoles.None)
            return;
        var tokens = match.A.Reading.Tokens;
        for (var i = 1; i + 1 < tokens.Length; i++)
        {
            var and = tokens[i].Is(LexemeRoles.And);
            if (IsAndOr(tokens, i) || (!and && !tokens[i].Is(LexemeRoles.Or)) || tokens[i].Has(TokenTraits.Example | TokenTraits.Taken))
                continue;
            var (left, right) = (Near(tokens, i, -1), Near(tokens, i, 1));
            if (left < 0 || right < 0 || match.A.Like(left) < 0 || match.A.Like(right) < 0)
                continue;
            var (x, y) = (Math.Min(match.A.Like(left), match.A.Like(right)), Math.Max(match.A.Like(left), match.A.Like(right)));
            var others = match.B.Reading.Tokens;
            for (var k = x + 1; k < y && y - x <= 6; k++)
            {
                if (!others[k].Is(and ? LexemeRoles.Or : LexemeRoles.And) || IsAndOr(others, k))
                    continue;
                match.Add(DetailKind.Conjunction, ConflictKind.Scope, .6 * match.Closeness, match.A.Span(left, right + 1), match.B.Span(x, y + 1));
                return;
            }
        }
    }

    // "and/or" is either.
    static bool IsAndOr(ReadOnlySpan<Token> tokens, int i) =>
        (i + 1 < tokens.Length && tokens[i + 1].Kind == TokenKind.Mark && tokens[i + 1].Mark == '/') || (i > 0 && tokens[i - 1].Kind == TokenKind.Mark && tokens[i - 1].Mark == '/');

    static int Near(ReadOnlySpan<Token> tokens, int i, int step)
    {
        for (var k = i + step; k >= 0 && k < tokens.Length && Math.Abs(k - i) <= 4; k += step)
        {
            if (tokens[k].IsContent)
                return k;
            if (tokens[k].Kind == TokenKind.Mark)
                return -1;
        }

        return -1;
    }

    static void CompareWeekdays(DetailMatch match)
    {
        if ((match.A.Reading.Roles & match.B.Reading.Roles & LexemeRoles.Weekday) == LexemeRoles.None)
            return;
        var (a, firstA, lastA) = Weekdays(match.A);
        var (b, firstB, lastB) = Weekdays(match.B);
        if (a != b && a > 0 && b > 0)
            match.Add(DetailKind.TimeBase, ConflictKind.Parameter, .7, match.A.Span(firstA, lastA + 1), match.B.Span(firstB, lastB + 1));
    }

    // The days of the week that are named, one bit each; "Monday to Friday" names those between too.
    static (int Days, int First, int Last) Weekdays(MatchedSide side)
    {
        var tokens = side.Reading.Tokens;
        var (days, first, last) = (0, -1, -1);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!tokens[i].Is(LexemeRoles.Weekday) || tokens[i].Has(TokenTraits.Example))
                continue;
            var day = (int)tokens[i].Lexeme!.Number;
            // The hyphen of "Mon-Fri" is no mark of its own.
            var joined = last >= 0 && i == last + 1 && tokens[i].Start == tokens[last].End + 1 && side.Reading.Definition[tokens[last].End] is '-' or '\u2013';
            if (joined || (last >= 0 && i == last + 2 && (tokens[i - 1].Is(LexemeRoles.To) || tokens[i - 1].Kind == TokenKind.Mark && tokens[i - 1].Mark == '-')))
            {
                for (var between = (int)tokens[last].Lexeme!.Number; between < day; between <<= 1)
                    days |= between;
            }

            days |= day;
            (first, last) = (first < 0 ? i : first, i);
        }

        return (days, first, last);
    }

    static void ComparePlaces(DetailMatch match)
    {
        if (((match.A.Reading.Roles | match.B.Reading.Roles) & LexemeRoles.Place) == LexemeRoles.None)
            return;
        var (a, b) = (OnlyPlace(match.A), OnlyPlace(match.B));
        if (a < 0 && b < 0)
            return;
        var both = a >= 0 && b >= 0;
        match.Add(DetailKind.Jurisdiction, both ? ConflictKind.Parameter : ConflictKind.Scope, both ? .85 : .45 * match.Closeness,
            a < 0 ? default : match.A.Span(a, a + 1), b < 0 ? default : match.B.Span(b, b + 1));
    }

    static int OnlyPlace(MatchedSide side)
    {
        foreach (var i in side.Reading.Content)
        {
            if (side.Reading.Tokens[i].Is(LexemeRoles.Place) && (side.Reading.Tokens[i].Has(TokenTraits.Capital) || side.Reading.Tokens[i].End - side.Reading.Tokens[i].Start > 2) && !side.IsMatched(i))
                return i;
        }

        return -1;
    }

    // "With or without x" against x alone.
    static void CompareEither(DetailMatch match)
    {
        Report(match, match.A, match.B, ofA: true);
        Report(match, match.B, match.A, ofA: false);
    }

    static void Report(DetailMatch match, MatchedSide side, MatchedSide other, bool ofA)
    {
        var denied = side.Find(LexemeRoles.Regardless);
        if (denied < 0 || other.Find(LexemeRoles.Regardless) >= 0)
            return;
        for (var i = denied + 1; i < side.Reading.Tokens.Length; i++)
        {
            if (!side.Reading.Tokens[i].Has(TokenTraits.Either) || !side.IsMatched(i))
                continue;
            var partner = Math.Max(side.Like(i), side.Opposite(i));
            if (other.Reading.Tokens[partner].Has(TokenTraits.Either))
                continue;
            var (mine, theirs) = (side.Span(denied, i + 1), other.Span(partner, partner + 1));
            match.Add(DetailKind.Inclusion, ConflictKind.Scope, .55, ofA ? mine : theirs, ofA ? theirs : mine);
            return;
        }
    }

    static TextSpan Cut(MatchedSide side, int at)
    {
        var tokens = side.Reading.Tokens;
        var to = at + 1;
        while (to < tokens.Length && to < at + 4 && tokens[to].Kind == TokenKind.Word && !tokens[to - 1].IsContent)
            to++;
        return side.Span(at, to);
    }
}
