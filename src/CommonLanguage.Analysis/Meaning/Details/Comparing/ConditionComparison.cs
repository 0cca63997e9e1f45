using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Reading;

namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>Compares conditions, restrictions ("only") and branches of lists that one side has and the other has not.</summary>
static class ConditionComparison
{
    public static void Compare(DetailMatch match)
    {
        CompareOnly(match);
        var clausesA = Unmatched(match.A, match.B);
        var clausesB = Unmatched(match.B, match.A);
        while (clausesA.Count > 0 && clausesB.Count > 0)
        {
            // Two conditions in words that do not match: other conditions, or other words.
            var (x, y) = (clausesA[^1], clausesB[^1]);
            match.Add(x.Kind, ConflictKind.Scope, .5 * match.Closeness * Math.Min(x.Weight, y.Weight), match.A.Span(x.From, x.To), match.B.Span(y.From, y.To));
            clausesA.RemoveAt(clausesA.Count - 1);
            clausesB.RemoveAt(clausesB.Count - 1);
        }

        foreach (var clause in clausesA)
            match.Add(clause.Kind, ConflictKind.Scope, clause.Weight * match.Closeness * Surplus(clause, match.A, match.B), match.A.Span(clause.From, clause.To), default);
        foreach (var clause in clausesB)
            match.Add(clause.Kind, ConflictKind.Scope, clause.Weight * match.Closeness * Surplus(clause, match.B, match.A), default, match.B.Span(clause.From, clause.To));
    }

    // What is left over on the other side may say the same in other words.
    static double Surplus(Clause clause, MatchedSide side, MatchedSide other) =>
        Math.Clamp((clause.Words - (.65 * Math.Max(0, other.Left - (side.Left - clause.Words)))) / clause.Words, 0, 1);

    static List<Clause> Unmatched(MatchedSide side, MatchedSide other)
    {
        List<Clause> clauses = [];
        var tokens = side.Reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Has(TokenTraits.Example | TokenTraits.Taken))
                continue;
            var (kind, weight) = token switch
            {
                _ when token.Is(LexemeRoles.Unless) => (DetailKind.Condition, 0),
                _ when token.Is(LexemeRoles.If) => (DetailKind.Condition, .75),
                _ when token.Is(LexemeRoles.When) => (DetailKind.Condition, .55),
                _ when token.Is(LexemeRoles.And) => (DetailKind.Conjunction, .5),
                _ when token.Is(LexemeRoles.Or) => (DetailKind.Conjunction, .5),
                _ when token.Is(LexemeRoles.Includer) => (DetailKind.Inclusion, .55),
                _ when token.Is(LexemeRoles.Relative) && i > 2 => (DetailKind.Condition, .45),
                _ => (DetailKind.Condition, 0.0),
            };
            if (weight == 0)
                continue;
            var to = End(tokens, i + 1);
            var (left, all) = side.Between(i + 1, to);
            // "builds and sells the product": the first word of a branch tells.
            var branch = kind == DetailKind.Conjunction && left * 2 >= all && FirstLeft(side, i + 1, to) && !IsJoinedThere(side, other, i, to);
            if (left > 0 && (branch || left * 3 >= all * 2))
                clauses.Add(new(kind, weight, i, to, left));
        }

        return clauses;
    }

    static bool FirstLeft(MatchedSide side, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (side.Reading.Tokens[i].IsContent)
                return !side.IsMatched(i);
        }

        return false;
    }

    // "a network or information system" against "a network or system": the branch is there, told with one word less.
    static bool IsJoinedThere(MatchedSide side, MatchedSide other, int joint, int to)
    {
        var roles = side.Reading.Tokens[joint].Roles & (LexemeRoles.And | LexemeRoles.Or);
        for (var i = joint + 1; i < to; i++)
        {
            for (var k = side.Like(i) - 1; k >= 0 && k >= side.Like(i) - 3; k--)
            {
                if (other.Reading.Tokens[k].Is(roles))
                    return true;
            }
        }

        return false;
    }

    static int End(ReadOnlySpan<Token> tokens, int from)
    {
        var to = from;
        while (to < tokens.Length && !(tokens[to].Kind == TokenKind.Mark && tokens[to].Mark is ',' or '.' or ';' or ')' or ':')
            && !(to > from && tokens[to].Is(LexemeRoles.And | LexemeRoles.Or | LexemeRoles.If | LexemeRoles.When | LexemeRoles.Unless | LexemeRoles.Excluder | LexemeRoles.Includer | LexemeRoles.Example)))
            to++;
        return to;
    }

    static void CompareOnly(DetailMatch match)
    {
        var onlyA = match.A.Find(LexemeRoles.Only);
        var onlyB = match.B.Find(LexemeRoles.Only);
        if (onlyA >= 0 == onlyB >= 0)
            return;
        var (side, other, at) = onlyA >= 0 ? (match.A, match.B, onlyA) : (match.B, match.A, onlyB);
        var also = other.Find(LexemeRoles.Also | LexemeRoles.Regardless | LexemeRoles.All | LexemeRoles.Any);
        var span = side.Span(at, Math.Min(at + 4, side.Reading.Tokens.Length));
        var theirs = also < 0 ? default : other.Span(also, Math.Min(also + 4, other.Reading.Tokens.Length));
        match.Add(DetailKind.Quantifier, ConflictKind.Scope, (also >= 0 ? .7 : match.A.Left + match.B.Left <= 2 ? .55 : .4) * match.Closeness, onlyA >= 0 ? span : theirs, onlyA >= 0 ? theirs : span);
    }

    readonly record struct Clause(DetailKind Kind, double Weight, int From, int To, int Words);
}
