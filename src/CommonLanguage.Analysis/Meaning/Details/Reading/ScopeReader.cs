namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>Marks what stands in the scope of examples, negations, inclusions and exclusions. Pure.</summary>
ref struct ScopeReader(Span<Token> tokens)
{
    /// <summary>How many content words a negation reaches at most.</summary>
    const int Reach = 4;

    static readonly ulong Non = WordHash.Of("non");

    readonly Span<Token> tokens = tokens;
    List<Denial>? denials;

    /// <summary>Marks the examples; before anything else is read, so that nothing of an example counts.</summary>
    public readonly void MarkExamples()
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            var opens = i == 0 || (tokens[i - 1].Kind == TokenKind.Mark && tokens[i - 1].Mark is '.' or ';' or '(');
            if (opens && tokens[i].Is(LexemeRoles.Aside))
            {
                // "See also ..." and "Note: ..." speak about the entry, not about its meaning.
                var note = i + 1 < tokens.Length && tokens[i + 1].Kind == TokenKind.Mark && tokens[i + 1].Mark == ':';
                for (; i < tokens.Length && (note || tokens[i].Kind != TokenKind.Mark || tokens[i].Mark is not ('.' or ')')); i++)
                    tokens[i].Traits |= TokenTraits.Example;
                continue;
            }

            if (!tokens[i].Is(LexemeRoles.Example))
                continue;
            var depth = 0;
            for (; i < tokens.Length; i++)
            {
                ref var token = ref tokens[i];
                if (token.Kind == TokenKind.Mark)
                {
                    depth += token.Mark == '(' ? 1 : token.Mark == ')' ? -1 : 0;
                    if (depth < 0 || token.Mark is '.' or ';')
                        break;
                }
                else if (token.Is(LexemeRoles.Relative | LexemeRoles.If | LexemeRoles.Unless | LexemeRoles.Excluder))
                {
                    break;
                }

                token.Traits |= TokenTraits.Example;
            }
        }
    }

    /// <summary>Marks what is denied, included and excluded, and gives the denials.</summary>
    public Denial[] Read()
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var token = ref tokens[i];
            if (token.Has(TokenTraits.Example | TokenTraits.Taken))
                continue;
            if (token.Is(LexemeRoles.Regardless))
                Disregard(i);
            else if (token.Is(LexemeRoles.Excluder))
                Exclude(i);
            else if (token.Is(LexemeRoles.Includer))
                Include(i);
            else if (token.Is(LexemeRoles.Unless))
                Deny(i, i + 1, DenialKind.Unless, 1);
            else if (token.Is(LexemeRoles.Negator) && FailsNext(i) is > 0 and var failing)
                i = failing;
            else if (token.Is(LexemeRoles.Negator))
                Deny(i, i + 1, DenialKind.Explicit, token.Base == Non ? 1 : 3);
            else if (token.Is(LexemeRoles.Ceasing) && i + 1 < tokens.Length && (tokens[i + 1].Is(LexemeRoles.To) || tokens[i + 1].Has(TokenTraits.Gerund)))
                Deny(i, i + 1, DenialKind.Explicit, 1);
            else if (token.Is(LexemeRoles.Failing))
                (denials ??= []).Add(new(i, i, i, DenialKind.Implied));
            else if (token.Has(TokenTraits.Prefixed))
                (denials ??= []).Add(new(i, i, i + 1, DenialKind.Prefix));
        }

        return denials is null ? [] : [.. denials];
    }

    // "does not stop", "never fails": two denials that cancel; where the second stands.
    readonly int FailsNext(int i)
    {
        for (var k = i + 1; k < tokens.Length && k <= i + 3; k++)
        {
            if (tokens[k].Is(LexemeRoles.Failing) && !tokens[k].Is(LexemeRoles.Modal))
                return k;
            if (tokens[k].Kind == TokenKind.Mark || tokens[k].IsContent)
                break;
        }

        return 0;
    }

    // "whether or not reported" opens its phrase, "reported or not" closes one.
    readonly void Disregard(int i)
    {
        if (Opens(i))
        {
            _ = Mark(i + 1, TokenTraits.Either, Reach, list: true);
            return;
        }

        var from = i - 1;
        while (from > 0 && !tokens[from].IsContent && tokens[from].Kind != TokenKind.Mark)
            from--;
        if (from >= 0 && tokens[from].IsContent)
            tokens[from].Traits |= TokenTraits.Either;
    }

    // "weekends excluded" closes its phrase; "excluding weekends" opens one.
    void Exclude(int i)
    {
        if (!Opens(i) && i > 0)
        {
            var from = Back(i);
            (denials ??= []).Add(new(i, from, i, DenialKind.Exclusion));
            for (var k = from; k < i; k++)
                tokens[k].Traits |= TokenTraits.Excluded | TokenTraits.Negated;
            return;
        }

        var end = Mark(i + 1, TokenTraits.Excluded | TokenTraits.Negated, 8, list: true);
        (denials ??= []).Add(new(i, i + 1, end, DenialKind.Exclusion));
    }

    void Include(int i)
    {
        if (Opens(i))
        {
            var denied = i > 0 && tokens[i - 1].Is(LexemeRoles.Negator);
            _ = Mark(i + 1, denied ? TokenTraits.Excluded | TokenTraits.Negated : TokenTraits.Included, 8, list: true);
            return;
        }

        var from = Back(i);
        for (var k = from; k < i; k++)
        {
            if (tokens[k].Is(LexemeRoles.Negator))
            {
                (denials ??= []).Add(new(k, from, i, DenialKind.Exclusion));
                for (var n = from; n < i; n++)
                    tokens[n].Traits |= TokenTraits.Excluded | TokenTraits.Negated;
                return;
            }
        }

        for (var k = from; k < i; k++)
            tokens[k].Traits |= TokenTraits.Included;
    }

    void Deny(int at, int from, DenialKind kind, int reach)
    {
        var end = Mark(from, TokenTraits.Negated, reach, list: false);
        (denials ??= []).Add(new(at, from, end, kind));
    }

    // Whether a word of content follows before the phrase ends.
    readonly bool Opens(int i)
    {
        for (var k = i + 1; k < tokens.Length; k++)
        {
            if (tokens[k].Kind == TokenKind.Mark)
                return tokens[k].Mark is ':' or '(';
            if (tokens[k].IsContent || tokens[k].Kind == TokenKind.Number || tokens[k].Has(TokenTraits.Taken))
                return true;
            if (tokens[k].Is(LexemeRoles.By | LexemeRoles.If | LexemeRoles.When | LexemeRoles.Relative | LexemeRoles.And | LexemeRoles.Or | LexemeRoles.But))
                return false;
        }

        return false;
    }

    // Where the phrase that ends before a token begins.
    readonly int Back(int i)
    {
        var from = i;
        while (from > 0 && tokens[from - 1].Kind != TokenKind.Mark && !tokens[from - 1].Is(LexemeRoles.Relative | LexemeRoles.But | LexemeRoles.Preposition | LexemeRoles.With) && i - from < 6)
            from--;
        return from;
    }

    /// <summary>Marks words of content from a place on until the phrase ends; gives the token after it.</summary>
    readonly int Mark(int from, TokenTraits traits, int reach, bool list)
    {
        var words = 0;
        var k = from;
        for (; k < tokens.Length; k++)
        {
            ref var token = ref tokens[k];
            if (token.Kind == TokenKind.Mark)
            {
                if (list && token.Mark == ',' && words > 0 && IsListed(k + 1))
                    continue;
                if (token.Mark is '(' or ')' or ',' or ';' or '.' or ':')
                    break;
                continue;
            }

            if (words > 0 && token.Is(LexemeRoles.Border | LexemeRoles.Modal | LexemeRoles.Be))
                break;
            if (words == 0 && token.Is(LexemeRoles.Relative | LexemeRoles.If | LexemeRoles.Unless | LexemeRoles.But | LexemeRoles.Excluder))
                break;
            if (!list && words > 0 && token.Is(LexemeRoles.And | LexemeRoles.Or))
                break;
            if (token.Kind == TokenKind.Word && !token.Is(LexemeRoles.Grammar))
            {
                token.Traits |= traits;
                if (++words == reach)
                {
                    k++;
                    break;
                }
            }
        }

        return k;
    }

    // "excluding a, b and c" goes on after its commas; "excluding a, which ..." does not.
    readonly bool IsListed(int k)
    {
        for (var n = k; n < tokens.Length && n < k + 5; n++)
        {
            if (tokens[n].Is(LexemeRoles.And | LexemeRoles.Or))
                return true;
            if (tokens[n].Kind == TokenKind.Mark)
                return tokens[n].Mark == ',' && n > k;
            if (tokens[n].Is(LexemeRoles.Border | LexemeRoles.Modal | LexemeRoles.Be | LexemeRoles.Have))
                return false;
        }

        return false;
    }
}

/// <summary>A denial: the token that denies, and the tokens it reaches, the end not among them.</summary>
readonly record struct Denial(int At, int From, int To, DenialKind Kind);

enum DenialKind : byte
{
    /// <summary>Not, no, never.</summary>
    Explicit,
    /// <summary>Without, except.</summary>
    Exclusion,
    /// <summary>Unless.</summary>
    Unless,
    /// <summary>Unresolved.</summary>
    Prefix,
    /// <summary>Fail, lack: denies something without saying so.</summary>
    Implied,
}
