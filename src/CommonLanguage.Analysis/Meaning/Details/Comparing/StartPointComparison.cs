using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Reading;

namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>Compares from which moment a time counts, and what comes before or after what.</summary>
static class StartPointComparison
{
    // How many words after its first an event is named by, at most.
    const int Phrase = 3;

    /// <summary>Compares what stands behind two times: "24 hours after receipt", "24 hours before the start".</summary>
    public static void Compare(DetailMatch match, in Quantity a, in Quantity b)
    {
        if (!a.IsTime || !b.IsTime || Anchor(match.A, a) is not { } anchorA || Anchor(match.B, b) is not { } anchorB)
            return;
        if (anchorA.Before != anchorB.Before)
        {
            match.Add(DetailKind.StartPoint, ConflictKind.Parameter, .85, anchorA.Span, anchorB.Span);
            return;
        }

        var (leftA, turned) = Unmet(match.A, anchorA.From, anchorA.To, anchorB.From, anchorB.To);
        var (leftB, _) = Unmet(match.B, anchorB.From, anchorB.To, anchorA.From, anchorA.To);
        var weight = turned ? .85 : leftA && leftB ? .65 : leftA || leftB ? .25 : 0;
        match.Add(DetailKind.StartPoint, ConflictKind.Parameter, weight, anchorA.Span, anchorB.Span);
    }

    /// <summary>Compares "before X" with "after X" where no time is named.</summary>
    public static void Compare(DetailMatch match)
    {
        const LexemeRoles orders = LexemeRoles.Before | LexemeRoles.After | LexemeRoles.During;
        if ((match.A.Reading.Roles & orders) == LexemeRoles.None || (match.B.Reading.Roles & orders) == LexemeRoles.None)
            return;
        var tokens = match.A.Reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!IsOrder(tokens[i]))
                continue;
            var x = Object(tokens, i);
            if (x >= 0 && !match.A.IsMatched(x))
                CompareEvents(match, i, x);
            if (x < 0 || Math.Max(match.A.Like(x), match.A.Opposite(x)) is not (>= 0 and var y))
                continue;
            var other = OrderOf(match.B.Reading.Tokens, y);
            if (other < 0 || OrdersAt(tokens, i) == OrdersAt(match.B.Reading.Tokens, other) || match.A.Like(x) < 0)
                continue;
            match.Add(DetailKind.StartPoint, ConflictKind.Contradiction, .8, match.A.Span(i, x + 1), match.B.Span(other, y + 1));
        }
    }

    // Whether the event itself, the first word, is another on the other side; and whether it is the opposite there.
    static (bool Left, bool Turned) Unmet(MatchedSide side, int from, int to, int otherFrom, int otherTo)
    {
        for (var i = from; i < to; i++)
        {
            if (!side.Reading.Tokens[i].IsContent)
                continue;
            var (like, opposite) = (side.Like(i), side.Opposite(i));
            return (like < otherFrom || like >= otherTo, like < 0 && opposite >= otherFrom && opposite < otherTo);
        }

        return (false, false);
    }

    // "before the start" and "before the offer": two events that do not match.
    static void CompareEvents(DetailMatch match, int i, int x)
    {
        var tokens = match.B.Reading.Tokens;
        for (var k = 0; k < tokens.Length; k++)
        {
            if (!IsOrder(tokens[k]) || OrderAt(tokens[k]) != OrderAt(match.A.Reading.Tokens[i])
                || Object(tokens, k) is not (>= 0 and var y) || match.B.IsMatched(y) || Meet(match, x, y))
                continue;
            match.Add(DetailKind.StartPoint, ConflictKind.Parameter, .55 * match.Closeness, match.A.Span(i, x + 1), match.B.Span(k, y + 1));
            return;
        }
    }

    // "after all IT security measures" and "after all information security measures": one event, named with another word.
    static bool Meet(DetailMatch match, int x, int y)
    {
        for (var i = x + 1; i <= x + Phrase; i++)
        {
            if (i < match.A.Reading.Tokens.Length && match.A.Like(i) is >= 0 and var partner && partner > y && partner <= y + Phrase)
                return true;
        }

        return false;
    }

    static bool IsOrder(in Token token) =>
        OrderAt(token) != LexemeRoles.None && !token.Has(TokenTraits.Example | TokenTraits.Taken);

    // Before, after or during; none for what may be read either way.
    static LexemeRoles OrderAt(in Token token)
    {
        var order = token.Roles & (LexemeRoles.Before | LexemeRoles.After | LexemeRoles.During);
        return order is LexemeRoles.Before or LexemeRoles.After or LexemeRoles.During ? order : LexemeRoles.None;
    }

    // "During and after" is neither of the two alone.
    static LexemeRoles OrdersAt(ReadOnlySpan<Token> tokens, int i)
    {
        var orders = OrderAt(tokens[i]);
        if (i + 2 < tokens.Length && tokens[i + 1].Is(LexemeRoles.And | LexemeRoles.Or))
            orders |= OrderAt(tokens[i + 2]);
        if (i > 1 && tokens[i - 1].Is(LexemeRoles.And | LexemeRoles.Or))
            orders |= OrderAt(tokens[i - 2]);
        return orders;
    }

    // What a "before" or "after" stands before.
    static int Object(ReadOnlySpan<Token> tokens, int i)
    {
        for (var k = i + 1; k < tokens.Length && k <= i + 4; k++)
        {
            if (tokens[k].Kind == TokenKind.Mark || tokens[k].Has(TokenTraits.Taken))
                return -1;
            if (tokens[k].IsContent)
                return k;
        }

        return -1;
    }

    static int OrderOf(ReadOnlySpan<Token> tokens, int x)
    {
        for (var k = x - 1; k >= 0 && k >= x - 4; k--)
        {
            if (tokens[k].Kind == TokenKind.Mark)
                return -1;
            if (IsOrder(tokens[k]))
                return k;
        }

        return -1;
    }

    static (int From, int To, bool Before, TextSpan Span)? Anchor(MatchedSide side, in Quantity quantity)
    {
        var tokens = side.Reading.Tokens;
        for (var i = quantity.Last + 1; i < tokens.Length && i <= quantity.Last + 2; i++)
        {
            if (tokens[i].Kind == TokenKind.Mark)
                return null;
            if (!tokens[i].Is(LexemeRoles.After | LexemeRoles.Before | LexemeRoles.From | LexemeRoles.Of | LexemeRoles.To))
                continue;
            var to = i + 1;
            var words = 0;
            for (; to < tokens.Length && words < 4 && tokens[to].Kind != TokenKind.Mark; to++)
            {
                if (words > 0 && tokens[to].Is(LexemeRoles.By | LexemeRoles.If | LexemeRoles.When | LexemeRoles.And | LexemeRoles.Or | LexemeRoles.Preposition | LexemeRoles.To))
                    break;
                words += tokens[to].IsContent ? 1 : 0;
            }

            return words == 0 ? null : (i + 1, to, tokens[i].Is(LexemeRoles.Before | LexemeRoles.To), side.Span(i, to));
        }

        return null;
    }
}
