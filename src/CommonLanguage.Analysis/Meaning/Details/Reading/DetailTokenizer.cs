using System.Buffers;
using System.Runtime.CompilerServices;

namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>Cuts a definition into words, phrases of the lexicon, numbers and marks. Pure and thread-safe.</summary>
static class DetailTokenizer
{
    /// <summary>What lies behind so many words of a text is not looked at: no definition has them, and comparing takes their square.</summary>
    public const int Most = 1_500;

    static readonly SearchValues<char> Marks = SearchValues.Create(",;:()[]/<>≤≥=%‰€$£¥+~±°");

    public static Token[] Read(ReadOnlySpan<char> text, Lexicon lexicon)
    {
        var rented = ArrayPool<Token>.Shared.Rent(Math.Min(Most, text.Length + 1));
        var count = Cut(text, lexicon, rented);
        var tokens = JoinPhrases(rented.AsSpan(0, count), lexicon);
        rented.AsSpan(0, count).Clear();
        ArrayPool<Token>.Shared.Return(rented);
        return tokens;
    }

    static int Cut(ReadOnlySpan<char> text, Lexicon lexicon, Token[] tokens)
    {
        Span<char> buffer = stackalloc char[WordHash.Longest + WordHash.Room];
        var elides = lexicon.Language is "fr" or "it";
        var pointGroups = lexicon.Language != "en";
        var count = 0;
        var last = -1;
        for (var i = 0; i < text.Length && count < tokens.Length && count < Most;)
        {
            var c = text[i];
            ref var token = ref tokens[count];
            token = new() { Start = i, End = i + 1 };
            if (char.IsAsciiDigit(c) || (c > '\u007F' && char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherNumber))
            {
                if (NumberReader.TryRead(text, i, pointGroups, out var value, out var end))
                    (token.Kind, token.Number) = (TokenKind.Number, value);
                else
                    token.Key = token.Base = WordHash.Of(text[i..end]);
                token.End = i = Math.Max(end, i + 1);
            }
            else if (char.IsLetter(c))
            {
                token.End = WordEnd(text, i, elides);
                ReadWord(text, ref token, lexicon, buffer);
                i = token.End;
                if (i < text.Length && text[i] is '\'' or '\u2019')
                    i++;
            }
            else if (c == ' ')
            {
                i++;
                continue;
            }
            else
            {
                i++;
                var mark = MarkOf(text, i - 1);
                if (mark == '\0')
                    continue;
                (token.Kind, token.Mark) = (TokenKind.Mark, mark);
            }

            if (token.Start == last)
                token.Traits |= TokenTraits.Joined;
            last = token.End;
            count++;
        }

        return count;
    }

    static char MarkOf(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (Marks.Contains(c))
            return c is '[' ? '(' : c is ']' ? ')' : c;
        if (c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212')
        {
            // A hyphen inside a word only joins it; between numbers, or with spaces around, it is a mark.
            var joins = at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetter(text[at + 1]);
            return joins ? '\0' : '-';
        }

        if (c is '!' or '?' or '\n' or '\r' or '\u2022')
            return '.';
        if (c != '.')
            return '\0';
        var next = at + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        return next == text.Length || (next > at + 1 && !char.IsLower(text[next]) && !char.IsAsciiDigit(text[next])) ? '.' : '\0';
    }

    static int WordEnd(ReadOnlySpan<char> text, int at, bool elides)
    {
        var end = at;
        while (end < text.Length)
        {
            var c = text[end];
            if (char.IsLetterOrDigit(c) || c is '²' or '³' or '\u00AD')
                end++;
            else if (c is '\'' or '\u2019' or '.' && end + 1 < text.Length && char.IsLetter(text[end + 1]) && !(elides && c != '.'))
                end++;
            else
                break;
        }

        return end;
    }

    // Whatever text a word stands in, it is read alike, but for an apostrophe behind it.
    static void ReadWord(ReadOnlySpan<char> text, ref Token token, Lexicon lexicon, Span<char> buffer)
    {
        var word = text[token.Start..token.End];
        var (start, end) = (token.Start, token.End);
        if (word.Length > WordHash.Longest)
            ReadAlone(word, ref token, lexicon, buffer);
        else if (lexicon.Recent.Find(word) is { } known)
            token = known.Token;
        else
        {
            ReadAlone(word, ref token, lexicon, buffer);
            _ = lexicon.Recent.Keep(word, new(token));
        }

        (token.Start, token.End) = (start, end);
        if (token.Kind == TokenKind.Word && end < text.Length && text[end] is '\'' or '\u2019' && word is [_, _, .., 's' or 'S'])
            token.Traits |= TokenTraits.Possessive;
    }

    [SkipLocalsInit]
    static void ReadAlone(ReadOnlySpan<char> word, ref Token token, Lexicon lexicon, Span<char> buffer)
    {
        if (IsoDuration.TryRead(word, out var seconds))
        {
            (token.Kind, token.Number, token.Mark) = (TokenKind.Number, seconds, 'P');
            return;
        }

        if (UnitSymbols.Find(word) is { } symbol)
        {
            token.Key = token.Base = WordHash.Of(word);
            token.Lexeme = symbol;
            return;
        }

        var length = Lower(word, buffer, out var capitals);
        if (length > 2 && buffer[length - 1] == 's' && buffer[length - 2] == '\'')
            (length, token.Traits) = (length - 2, TokenTraits.Possessive);
        if (char.IsUpper(word[0]))
            token.Traits |= TokenTraits.Capital;
        // "US" is no "us" and "IT" no "it".
        if (capitals && length <= 3 && buffer[..length] is not ("may" or "not" or "and" or "or" or "no" or "all" or "any" or "if" or "a") && !IsKnownAcronym(buffer[..length]))
        {
            token.Key = token.Base = WordHash.Of(word);
            return;
        }

        Span<char> whole = stackalloc char[WordHash.Longest + WordHash.Room];
        buffer[..length].CopyTo(whole);
        var wholeLength = length;
        token.Base = WordHash.Base(buffer, ref length, out var traits);
        token.Traits |= traits;
        token.Lexeme = lexicon.Find(token.Base);
        // The stem of "employee" and "employer" is that of "employ"; parties are told apart by the lexicon.
        token.Key = token.Lexeme is { Party: > 0 } party ? (ulong)party.Party : WordHash.Stem(buffer[..length]);
        if (token.Lexeme is null)
            ReadPrefix(whole, wholeLength, ref token, lexicon);
    }

    static bool IsKnownAcronym(ReadOnlySpan<char> word) => word is "eu" or "usa" or "uk" or "us" or "eur" or "usd" or "gbp" or "chf" or "hr" or "kg" or "km" or "gb" or "mb" or "kb" or "tb";

    // "unresolved" is "resolved", denied.
    static void ReadPrefix(Span<char> word, int length, ref Token token, Lexicon lexicon)
    {
        ReadOnlySpan<char> read = word[..length];
        var cut = read.StartsWith("non") && length >= 7 ? 3 : read.StartsWith("un") && length >= 6 ? 2 : 0;
        if (cut == 0)
            return;
        read[cut..].CopyTo(word);
        length -= cut;
        var rest = WordHash.Base(word, ref length, out var traits);
        var lexeme = lexicon.Find(rest);
        if (cut == 2 && lexeme is null && !token.Has(TokenTraits.Participle) && !read.EndsWith("able"))
            return;
        if (lexeme is not null && (lexeme.Roles & LexemeRoles.Grammar & ~LexemeRoles.Modal) != LexemeRoles.None)
            return;
        token.Lexeme = lexeme;
        token.Key = WordHash.Stem(word[..length]);
        token.Traits |= TokenTraits.Prefixed | traits;
    }

    static int Lower(ReadOnlySpan<char> word, Span<char> buffer, out bool capitals)
    {
        var length = 0;
        capitals = word.Length > 1;
        foreach (var c in word)
        {
            if (length == WordHash.Longest)
                break;
            if (c == '\u00AD')
                continue;
            capitals &= !char.IsLower(c);
            buffer[length++] = c == '\u2019' ? '\'' : char.ToLowerInvariant(c);
        }

        return length;
    }

    static Token[] JoinPhrases(Span<Token> tokens, Lexicon lexicon)
    {
        var kept = 0;
        for (var i = 0; i < tokens.Length; kept++)
        {
            var taken = 1;
            if (tokens[i].Kind == TokenKind.Word && lexicon.FindPhrase(tokens[i..], out var words) is { } meaning)
            {
                taken = words;
                tokens[i].Lexeme = meaning;
                for (var k = 1; k < words; k++)
                    tokens[i].Key = (tokens[i].Key * 31) + tokens[i + k].Key;
                tokens[i].Traits = (tokens[i].Traits & TokenTraits.Joined) | (tokens[i + words - 1].Traits & ~TokenTraits.Joined);
                tokens[i].End = tokens[i + words - 1].End;
            }

            tokens[kept] = tokens[i];
            i += taken;
        }

        return tokens[..kept].ToArray();
    }
}
