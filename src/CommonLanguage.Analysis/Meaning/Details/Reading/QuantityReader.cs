namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>Finds the quantities of a definition among its tokens. Pure.</summary>
ref struct QuantityReader(Span<Token> tokens, Lexicon lexicon)
{
    static readonly Unit Years = new(Dimension.Time, 31_557_600);
    static readonly Unit Part = new(Dimension.Share, 1);
    static readonly ulong Minus = WordHash.Of("minus");
    static readonly ulong Quarter = WordHash.Of("quarter");
    static readonly ulong Age = WordHash.Of("age");
    static readonly ulong Younger = WordHash.Of("younger");
    static readonly ulong Older = WordHash.Of("older");

    readonly Span<Token> tokens = tokens;
    List<Quantity>? found;

    public Quantity[] Read()
    {
        for (var i = 0; i < tokens.Length;)
        {
            var next = tokens[i].Has(TokenTraits.Example) ? 0 : ReadAt(i);
            i = next > i ? next : i + 1;
        }

        return found is null ? [] : [.. found];
    }

    // Each way returns the token after the quantity, or 0.
    int ReadAt(int i)
    {
        ref var token = ref tokens[i];
        if (token.Kind == TokenKind.Mark)
            return 0;
        if (token.Kind == TokenKind.Word && !token.Is(LexemeRoles.Number | LexemeRoles.Multiplier | LexemeRoles.Month | LexemeRoles.Times
            | LexemeRoles.Frequency | LexemeRoles.Per | LexemeRoles.Ordinal | LexemeRoles.Unit | LexemeRoles.Level))
            return 0;
        var next = DateReader.Read(tokens, i, out var date, out var dimension);
        if (next > 0)
            return Add(i, next, new() { Dimension = dimension, Low = date, High = date });
        if (token.Kind == TokenKind.Number && token.Mark == 'P')
            return Add(i, i + 1, new() { Dimension = Dimension.Time, Low = token.Number, High = token.Number });
        next = ReadFrequency(i);
        if (next > 0)
            return next;
        if (token.Is(LexemeRoles.Ordinal) && Is(i + 1, LexemeRoles.Article) is false && i + 1 < tokens.Length && tokens[i + 1].IsContent && !IsNumber(i - 1))
        {
            var place = Add(i, i + 1, new() { Dimension = Dimension.Level, Low = token.Lexeme!.Number, High = token.Lexeme.Number, Thing = i + 1 });
            token.Traits &= ~TokenTraits.Taken;
            return place;
        }

        if (token.Is(LexemeRoles.Level) && i + 1 < tokens.Length && ReadLevel(i) is > 0 and var level)
            return level;
        // "within an hour"
        if (token.Is(LexemeRoles.Per) && Is(i + 1, LexemeRoles.Unit) && tokens[i + 1].Lexeme!.Unit is { Dimension: Dimension.Time or Dimension.WorkingTime } unit
            && token.Is(LexemeRoles.Article) && i > 0 && tokens[i - 1].Is(LexemeRoles.Bound | LexemeRoles.In | LexemeRoles.For | LexemeRoles.After | LexemeRoles.Of))
        {
            // "over a quarter" is a share, "within a quarter" a time.
            return tokens[i + 1].Base == Quarter && tokens[i - 1].Is(LexemeRoles.More | LexemeRoles.Less | LexemeRoles.AtLeast | LexemeRoles.About) && !tokens[i - 1].Is(LexemeRoles.In)
                ? Add(i, i + 2, new() { Dimension = Dimension.Share, Low = .25, High = .25 })
                : Add(i, i + 2, new() { Dimension = unit.Dimension, Low = unit.Factor, High = unit.Factor });
        }

        next = ReadNumber(i, out var value);
        return next == 0 ? 0 : ReadAmount(i, next, value);
    }

    int ReadLevel(int i)
    {
        var next = ReadNumber(i + 1, out var value);
        if (next == 0 || Is(next, LexemeRoles.Unit) || value != Math.Floor(value) || (next < tokens.Length && tokens[next].Kind == TokenKind.Mark && tokens[next].Mark is '%' or '/'))
            return 0;
        return Add(i, next, new() { Dimension = Dimension.Level, Low = value, High = value, Thing = i });
    }

    int ReadAmount(int first, int next, double value)
    {
        // "1." and "(2)" count the senses of an entry; "section 3" names something.
        if (next < tokens.Length && tokens[next].Kind == TokenKind.Mark && tokens[next].Mark is '.' or ')' && tokens[first].Kind == TokenKind.Number
            && (first == 0 || (tokens[first - 1].Kind == TokenKind.Mark && tokens[first - 1].Mark is '(' or '.' or ';' or ':' or ',') || tokens[first - 1].Is(LexemeRoles.And | LexemeRoles.Or)))
            return next;
        // "44 U.S.C."
        if (tokens[first].Kind == TokenKind.Number && Is(next, LexemeRoles.Label) && tokens[next].Has(TokenTraits.Capital) && !Is(next, LexemeRoles.Unit))
            return next + 1;
        if (first > 0 && tokens[first].Kind == TokenKind.Number && !Is(next, LexemeRoles.Unit) && (tokens[first - 1].Is(LexemeRoles.Label) || IsName(first - 1)))
            return next;
        if (next < tokens.Length && tokens[next].Kind == TokenKind.Word && tokens[next].Has(TokenTraits.Joined) && tokens[next].End - tokens[next].Start == 2
            && !Is(next, LexemeRoles.Unit) && tokens[first].Kind == TokenKind.Number && value < 100 && tokens[next].Lexeme is null)
            return ReadOrdinal(first, next, value);
        if (IsNegative(first))
            value = -value;
        var low = value;
        var suffix = next;
        if (IsSuffix(next))
            next++;
        else
            suffix = -1;
        var unit = ReadUnit(first, ref next, isPart: value < 1);
        if (unit is null && suffix < 0 && ReadShare(first, ref next, value) is > 0 and var share)
            return Add(first, next, new() { Dimension = Dimension.Share, Low = share, High = share });
        var ranged = false;
        var afterRange = next;
        if (ReadRangeEnd(first, ref afterRange, out var high))
        {
            next = afterRange;
            var second = ReadUnit(-1, ref next);
            if (second is not null || unit is not null)
            {
                unit ??= second;
                ranged = high > value;
            }
            else
            {
                ranged = high > value;
            }
        }

        if (unit is null && !ranged && IsAge(first))
            unit = Years;
        if (unit is null && value is > 0 and < 1 && !ranged)
            unit = Part;
        // "twelve euros fifty"
        if (unit is { Dimension: Dimension.Money } && !ranged && Is(next, LexemeRoles.Number) && tokens[first].Kind == TokenKind.Word
            && ReadNumber(next, out var cents) is > 0 and var afterCents && cents is >= 1 and < 100)
            (low, next) = (low + (cents / 100), afterCents);
        var factor = unit?.Factor ?? 1;
        low *= factor;
        high = ranged ? high * factor : low;
        if (unit is null && tokens[first].Kind == TokenKind.Word && value == 1 && suffix < 0 && !IsBound(first - 1) && !Is(first - 1, LexemeRoles.Only))
            return 0;
        var per = unit is { Per: > 0 } rate ? rate.Per : ReadPer(ref next);
        // "three attempts or more"
        var thing = unit is null ? ThingAt(next) : -1;
        if (suffix < 0 && IsSuffix(next))
            suffix = next++;
        else if (suffix < 0 && thing >= 0 && IsSuffix(thing + 1))
            suffix = thing + 1;
        return Add(first, next, new()
        {
            Dimension = unit?.Dimension ?? Dimension.Count, Said = value, Low = low, High = high, Base = unit?.Currency ?? 0, Per = per, Thing = thing,
        }, suffix);
    }

    // "CNSS Instruction 1253": a word in capitals inside a sentence begins or goes on with a name, and the number ends it.
    readonly bool IsName(int i) =>
        i > 0 && tokens[i].Kind == TokenKind.Word && tokens[i].Has(TokenTraits.Capital) && tokens[i].IsContent && !tokens[i].Is(LexemeRoles.Level | LexemeRoles.Unit | LexemeRoles.Month)
        && tokens[i - 1].Kind == TokenKind.Word;

    // "-18 °C", "minus 18 degrees"; a dash between two numbers joins them.
    readonly bool IsNegative(int first)
    {
        if (first == 0)
            return false;
        ref var before = ref tokens[first - 1];
        var minus = before.Base == Minus
            || (before.Kind == TokenKind.Mark && before.Mark == '-' && tokens[first].Has(TokenTraits.Joined) && !before.Has(TokenTraits.Joined));
        if (minus)
            before.Traits |= TokenTraits.Taken;
        return minus;
    }

    // "under the age of 14", "older than 65"
    readonly bool IsAge(int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - 3; i--)
        {
            if (tokens[i].Base == Age || tokens[i].Base == Younger || tokens[i].Base == Older)
                return true;
        }

        return false;
    }

    int ReadOrdinal(int first, int next, double value) =>
        next + 1 < tokens.Length && tokens[next + 1].IsContent
            ? Add(first, next + 1, new() { Dimension = Dimension.Level, Low = value, High = value, Thing = next + 1 })
            : next + 1;

    // "two out of three", "one in ten"
    readonly double ReadShare(int first, ref int next, double value)
    {
        if (!Is(next, LexemeRoles.From | LexemeRoles.In | LexemeRoles.Of))
            return 0;
        var after = ReadNumber(next + 1, out var whole);
        if (after == 0 || value >= whole || Is(after, LexemeRoles.Unit) || first < 0)
            return 0;
        next = after;
        return value / whole;
    }

    // "every two weeks", "twice a year", "once every month", "annually"
    int ReadFrequency(int i)
    {
        double times = 1;
        var at = i;
        if (tokens[i].Is(LexemeRoles.Times) && tokens[i].Lexeme!.Number > 0)
        {
            times = tokens[i].Lexeme!.Number;
            at = i + 1;
        }
        else if (ReadNumber(i, out var value) is > 0 and var next && Is(next, LexemeRoles.Times) && tokens[next].Lexeme!.Number == 0)
        {
            times = value;
            at = next + 1;
        }

        if (at >= tokens.Length)
            return 0;
        var working = 0;
        double period;
        if (tokens[at].Is(LexemeRoles.Frequency))
        {
            period = tokens[at++].Lexeme!.Number;
        }
        else if (tokens[at].Is(LexemeRoles.Per) && (at > i || !tokens[at].Is(LexemeRoles.Article)))
        {
            var after = ReadNumber(at + 1, out var count);
            if (after == 0)
                (after, count) = (at + 1, 1);
            else if (at == i && tokens[at].Is(LexemeRoles.Article))
                return 0;
            if (!Is(after, LexemeRoles.Unit) || tokens[after].Lexeme!.Unit is not { Dimension: Dimension.Time or Dimension.WorkingTime } unit)
                return 0;
            if (at == i && !tokens[at].Is(LexemeRoles.Any))
                return 0;
            working = unit.Dimension == Dimension.WorkingTime ? 1 : 0;
            period = count * unit.Factor;
            at = after + 1;
        }
        else if (at > i)
        {
            return Is(i, LexemeRoles.Times) && times == 1 ? 0 : Add(i, at, new() { Dimension = Dimension.Factor, Low = times, High = times });
        }
        else
        {
            return 0;
        }

        return period <= 0 ? 0 : Add(i, at, new() { Dimension = Dimension.Frequency, Low = times / period, High = times / period, Base = working });
    }

    // "per minute", "a month", "/s"
    readonly double ReadPer(ref int next)
    {
        if (next + 1 >= tokens.Length)
            return 0;
        var per = tokens[next].Is(LexemeRoles.Per) || (tokens[next].Kind == TokenKind.Mark && tokens[next].Mark == '/');
        // "183 days in a year"
        if (!per && tokens[next].Is(LexemeRoles.In) && tokens[next + 1].Is(LexemeRoles.Article) && next + 2 < tokens.Length && tokens[next + 2].Lexeme?.Unit is { Dimension: Dimension.Time } within)
        {
            next += 3;
            return within.Factor;
        }

        // "half an hour of noise per day"
        var of = tokens[next].Is(LexemeRoles.Of) ? next + 1 : next;
        if (!per && of > next && of + 2 < tokens.Length && tokens[of].IsContent && tokens[of + 1].Is(LexemeRoles.Per) && tokens[of + 2].Lexeme?.Unit is { Dimension: Dimension.Time } later)
            return later.Factor;
        if (!per && next + 2 < tokens.Length && tokens[next].IsContent && tokens[next + 1].Is(LexemeRoles.Per)
            && tokens[next + 2].Lexeme?.Unit is { Dimension: Dimension.Time } after)
            return after.Factor;
        if (!per || tokens[next + 1].Lexeme?.Unit is not { Dimension: Dimension.Time or Dimension.WorkingTime } unit)
            return 0;
        next += 2;
        return unit.Factor;
    }

    bool ReadRangeEnd(int first, ref int next, out double high)
    {
        high = 0;
        if (next >= tokens.Length)
            return false;
        ref var token = ref tokens[next];
        var between = first > 0 && tokens[first - 1].Is(LexemeRoles.Between);
        var joins = (token.Kind == TokenKind.Mark && token.Mark == '-') || token.Is(LexemeRoles.To) || (between && token.Is(LexemeRoles.And));
        if (!joins)
            return false;
        var after = ReadNumber(next + 1, out high);
        if (after == 0)
            return false;
        next = after;
        return true;
    }

    readonly Unit? ReadUnit(int first, ref int next, bool isPart = false)
    {
        if (first > 0 && CurrencyBefore(first - 1) is { } before)
        {
            if (next < tokens.Length && Is(next, LexemeRoles.Multiplier))
                next++;
            return before;
        }

        if (next >= tokens.Length)
            return null;
        ref var token = ref tokens[next];
        if (token.Kind == TokenKind.Mark)
        {
            if (token.Mark == '°' && next + 1 < tokens.Length && tokens[next + 1].End - tokens[next + 1].Start == 1)
            {
                next += 2;
                return new(Dimension.Temperature, 1);
            }

            return token.Mark is '%' or '‰' or '€' or '$' or '£' or '¥' ? MarkUnit(token.Mark, ref next) : null;
        }

        // "half of an hour"
        var at = next;
        if (isPart && token.Is(LexemeRoles.Article) && next + 1 < tokens.Length && tokens[next + 1].Lexeme?.Unit is { Dimension: Dimension.Time })
            at = next + 1;
        if (!tokens[at].Is(LexemeRoles.Unit))
            return null;
        next = at + 1;
        return tokens[at].Lexeme!.Unit;
    }

    readonly Unit? CurrencyBefore(int at)
    {
        ref var token = ref tokens[at];
        var ignored = 0;
        return token.Kind == TokenKind.Mark
            ? token.Mark is '€' or '$' or '£' or '¥' ? MarkUnit(token.Mark, ref ignored) : null
            : token.Has(TokenTraits.Capital) && token.Lexeme?.Unit is { Dimension: Dimension.Money } unit ? unit : null;
    }

    readonly Unit? MarkUnit(char mark, ref int next)
    {
        next++;
        return lexicon.Find(WordHash.Of([mark]))?.Unit;
    }

    readonly int ReadNumber(int i, out double value) => NumberPhrase.Read(tokens, i, out value);

    // The noun that is counted: the last of the words that follow directly.
    readonly int ThingAt(int next)
    {
        var thing = -1;
        for (var i = next; i < tokens.Length && i < next + 4; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || tokens[i].Is(LexemeRoles.Grammar & ~LexemeRoles.Article))
                break;
            if (tokens[i].IsContent)
                thing = i;
        }

        return thing;
    }

    int Add(int first, int next, Quantity quantity, int suffix = -1)
    {
        for (var i = first; i < next; i++)
            tokens[i].Traits |= TokenTraits.Taken;
        quantity = BoundReader.Bound(tokens, quantity with { First = first, Last = next - 1, Named = quantity.High }, suffix >= 0 ? suffix : IsSuffix(next) ? next : -1);
        var end = Math.Max(next, suffix + 1);
        (found ??= []).Add(quantity);
        return Math.Max(next, end > next && IsSuffix(end - 1) && end - next == 1 ? end : next);
    }

    readonly bool IsSuffix(int i) => Is(i, LexemeRoles.AtLeastAfter | LexemeRoles.AtMostAfter) || (i < tokens.Length && tokens[i].Kind == TokenKind.Mark && tokens[i].Mark == '+');

    readonly bool IsBound(int i) => Is(i, LexemeRoles.Bound) || (i >= 0 && i < tokens.Length && tokens[i].Kind == TokenKind.Mark && tokens[i].Mark is '<' or '>' or '≤' or '≥');

    readonly bool IsNumber(int i) => i >= 0 && (tokens[i].Kind == TokenKind.Number || Is(i, LexemeRoles.Number));

    readonly bool Is(int i, LexemeRoles roles) => i >= 0 && i < tokens.Length && tokens[i].Is(roles);
}
