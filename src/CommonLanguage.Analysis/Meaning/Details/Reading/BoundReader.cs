namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>Reads what stands around a number: at least, more than, up to, within, or more. Pure.</summary>
static class BoundReader
{
    /// <summary>The quantity as the interval that the words around it make of it.</summary>
    public static Quantity Bound(Span<Token> tokens, Quantity quantity, int suffix)
    {
        var (roles, at) = Before(tokens, quantity);
        if (suffix >= 0)
            roles = tokens[suffix].Kind == TokenKind.Mark || tokens[suffix].Is(LexemeRoles.AtLeastAfter) ? LexemeRoles.AtLeast : LexemeRoles.AtMost;
        var start = tokens[at].Start;
        for (var i = at; i < quantity.First; i++)
            tokens[i].Traits |= TokenTraits.Taken;
        var end = Math.Max(tokens[quantity.Last].End, suffix >= 0 ? tokens[suffix].End : 0);
        if (quantity.Thing >= 0 && suffix < 0)
            end = Math.Max(end, tokens[quantity.Thing].End);
        var whole = IsWhole(quantity);
        quantity = quantity with { Span = new(Math.Min(start, tokens[quantity.First].Start), end) };
        return roles switch
        {
            LexemeRoles.AtLeast => quantity with { High = double.PositiveInfinity },
            LexemeRoles.AtMost => quantity with { Low = double.NegativeInfinity },
            LexemeRoles.More when whole => quantity with { Low = quantity.Low + 1, High = double.PositiveInfinity },
            LexemeRoles.More => quantity with { High = double.PositiveInfinity, LowOpen = true },
            LexemeRoles.Less when whole => quantity with { High = quantity.High - 1, Low = double.NegativeInfinity },
            LexemeRoles.Less => quantity with { Low = double.NegativeInfinity, HighOpen = true },
            LexemeRoles.In or LexemeRoles.For => quantity with { Soft = true },
            _ => quantity,
        };
    }

    // "More than 2 people" is "at least 3"; years and euros can lie in between.
    static bool IsWhole(Quantity quantity) =>
        quantity is { Dimension: Dimension.Count, Per: 0, Thing: >= 0 } && quantity.Low == Math.Floor(quantity.Low) && quantity.IsExact;

    static (LexemeRoles Roles, int At) Before(ReadOnlySpan<Token> tokens, Quantity quantity)
    {
        var first = quantity.First;
        for (var i = first - 1; i >= 0 && i >= first - 5; i--)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind == TokenKind.Mark)
            {
                var roles = token.Mark switch
                {
                    '>' => LexemeRoles.More, '<' => LexemeRoles.Less, '≥' => LexemeRoles.AtLeast, '≤' => LexemeRoles.AtMost, _ => LexemeRoles.None,
                };
                if (token.Mark is '€' or '$' or '£' or '¥')
                    continue;
                if (token.Mark == '=' && i > 0 && tokens[i - 1].Kind == TokenKind.Mark && tokens[i - 1].Mark is '<' or '>')
                    return (tokens[i - 1].Mark == '<' ? LexemeRoles.AtMost : LexemeRoles.AtLeast, i - 1);
                return (roles, roles == LexemeRoles.None ? first : i);
            }

            if (token.Has(TokenTraits.Taken) && i < first - 1)
                break;
            var bound = token.Roles & (LexemeRoles.AtLeast | LexemeRoles.AtMost | LexemeRoles.More | LexemeRoles.Less);
            if (bound != LexemeRoles.None)
            {
                bound = (bound & (LexemeRoles.AtLeast | LexemeRoles.AtMost)) != LexemeRoles.None ? bound & (LexemeRoles.AtLeast | LexemeRoles.AtMost) : bound;
                return i > 0 && tokens[i - 1].Is(LexemeRoles.Negator) && (tokens[i - 1].Roles & LexemeRoles.Must) == LexemeRoles.None ? (Turn(bound), i - 1)
                    : i > 1 && tokens[i - 2].Is(LexemeRoles.Negator) && tokens[i - 1].Is(LexemeRoles.Be | LexemeRoles.Have | LexemeRoles.Function) ? (Turn(bound), i - 2)
                    : (bound, i);
            }

            if (quantity.Dimension is Dimension.Date or Dimension.TimeOfDay or Dimension.Time or Dimension.WorkingTime or Dimension.Level or Dimension.Count && i >= first - 3)
            {
                var dated = quantity.Dimension is Dimension.Date or Dimension.TimeOfDay;
                if (dated && token.Is(LexemeRoles.By))
                    return (LexemeRoles.AtMost, i);
                if (dated && token.Is(LexemeRoles.Before))
                    return (LexemeRoles.Less, i);
                if (dated && token.Is(LexemeRoles.From))
                    return (LexemeRoles.AtLeast, i);
                if (token.Is(LexemeRoles.After) && quantity.Dimension != Dimension.Count && quantity.Dimension != Dimension.Level)
                    return (dated ? LexemeRoles.More : LexemeRoles.AtLeast, i);
                if (quantity.IsTime && token.Is(LexemeRoles.In | LexemeRoles.For))
                    return (token.Is(LexemeRoles.In) ? LexemeRoles.In : LexemeRoles.For, first);
            }

            if (token.Has(TokenTraits.Taken) || !(token.Is(LexemeRoles.Article | LexemeRoles.Of | LexemeRoles.About | LexemeRoles.Function | LexemeRoles.In) || i == first - 1 || token.IsContent && i >= first - 3 && tokens[i + 1].Is(LexemeRoles.Of)))
                break;
        }

        return (LexemeRoles.None, first);
    }

    static LexemeRoles Turn(LexemeRoles bound) => bound switch
    {
        LexemeRoles.More => LexemeRoles.AtMost,
        LexemeRoles.Less => LexemeRoles.AtLeast,
        LexemeRoles.AtLeast => LexemeRoles.Less,
        LexemeRoles.AtMost => LexemeRoles.More,
        _ => bound,
    };
}
