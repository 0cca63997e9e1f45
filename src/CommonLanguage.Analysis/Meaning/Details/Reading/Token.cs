using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>What stands at a place of a definition: a word or phrase, a number, or a mark.</summary>
struct Token
{
    public int Start;
    public int End;
    public TokenKind Kind;

    /// <summary>The character of a mark.</summary>
    public char Mark;

    /// <summary>The value of a number.</summary>
    public double Number;

    /// <summary>Hash of the word without inflection; the key of the lexicon.</summary>
    public ulong Base;

    /// <summary>Hash of the word's stem: "notify" and "notification" have one.</summary>
    public ulong Key;

    /// <summary>What the lexicon says of the word; null for a word it does not hold.</summary>
    public Lexeme? Lexeme;

    public TokenTraits Traits;

    public readonly LexemeRoles Roles => Lexeme is null ? LexemeRoles.None : Lexeme.Roles;

    public readonly TextSpan Span => new(Start, End);

    /// <summary>-1 when a prefix ("un") or a negation in whose scope the word stands turns it round, else 1.</summary>
    public readonly int Sign => Has(TokenTraits.Prefixed) ^ Has(TokenTraits.Negated) ? -1 : 1;

    public readonly bool Is(LexemeRoles roles) => (Roles & roles) != LexemeRoles.None;

    public readonly bool Has(TokenTraits traits) => (Traits & traits) != TokenTraits.None;

    /// <summary>A word that carries meaning of its own and is no example.</summary>
    public readonly bool IsContent => Kind == TokenKind.Word && !Has(TokenTraits.Example | TokenTraits.Taken) && (!Is(LexemeRoles.Grammar) || (Is(LexemeRoles.AtLeast | LexemeRoles.AtMost | LexemeRoles.Some) && Lexeme!.Concepts.Length > 0));
}

enum TokenKind : byte
{
    Word,
    Number,
    Mark,
}

[Flags]
enum TokenTraits : ushort
{
    None = 0,
    Possessive = 1,
    Participle = 2,
    Gerund = 4,
    Capital = 8,
    /// <summary>Stands in an example ("such as ...").</summary>
    Example = 16,
    /// <summary>In the scope of a negation.</summary>
    Negated = 32,
    /// <summary>Begins with a prefix that denies: "unresolved".</summary>
    Prefixed = 64,
    /// <summary>Part of a quantity.</summary>
    Taken = 128,
    /// <summary>Follows the token before it without a space.</summary>
    Joined = 256,
    /// <summary>Inside "including ...".</summary>
    Included = 512,
    /// <summary>Inside "excluding ...", "without ...".</summary>
    Excluded = 1024,
    /// <summary>Inside "with or without ...": stated both ways.</summary>
    Either = 2048,
}
