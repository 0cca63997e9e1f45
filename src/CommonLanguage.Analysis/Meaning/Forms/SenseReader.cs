using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Forms;

/// <summary>Finds the numbered senses of one text: "1. ... 2. ...", "(1) ... (2) ...", "a) ... b) ...". Pure.</summary>
static class SenseReader
{
    /// <summary>A number followed by fewer words counts items of a list, not senses.</summary>
    const int FewestWords = 3;

    const int Most = 12;

    /// <summary>The senses, when the text begins with the first number and goes on to a second; else none.</summary>
    public static ImmutableArray<TextSpan> Read(string definition)
    {
        var first = SkipMark(definition);
        if (!TryNumber(definition, first, 1, out var start))
            return [];
        var senses = ImmutableArray.CreateBuilder<TextSpan>();
        var number = 2;
        for (var i = start; i < definition.Length && number <= Most; i++)
        {
            if (!char.IsWhiteSpace(definition[i - 1]) || !EndsSense(definition, i - 1) || !TryNumber(definition, i, number, out var next))
                continue;
            if (Words(definition.AsSpan(start, i - start)) < FewestWords)
                return [];
            senses.Add(Trimmed(definition, start, i));
            number++;
            (start, i) = (next, next - 1);
        }

        if (senses.Count == 0 || Words(definition.AsSpan(start)) < FewestWords)
            return [];
        senses.Add(Trimmed(definition, start, definition.Length));
        return senses.ToImmutable();
    }

    // "(N)" and "(C.F.D.)" before the first sense.
    static int SkipMark(string text)
    {
        var at = 0;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at + 2 < text.Length && text[at] == '(' && char.IsUpper(text[at + 1]) && text.IndexOf(')', at) is > 0 and var close && close - at <= 8)
        {
            at = close + 1;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
        }

        return at;
    }

    // A sense begins after a sentence, a semicolon or a line break.
    static bool EndsSense(string text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at]))
        {
            if (text[at] is '\n' or '\r')
                return true;
            at--;
        }

        return text[at] is '.' or ';' or ']' or ')' or ',' or ':' || (at > 3 && (text.AsSpan(0, at + 1).EndsWith(" and") || text.AsSpan(0, at + 1).EndsWith(" or")));
    }

    static bool TryNumber(string text, int at, int number, out int next)
    {
        next = at;
        var bracketed = at < text.Length && text[at] == '(';
        if (bracketed)
            at++;
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && end - at < 2)
            end++;
        var read = end > at ? int.Parse(text.AsSpan(at, end - at), System.Globalization.CultureInfo.InvariantCulture)
            : at < text.Length && text[at] is >= 'a' and <= 'l' ? text[at] - 'a' + 1 : 0;
        if (end == at)
            end = at + 1;
        if (read != number || end >= text.Length || !(text[end] == ')' || (!bracketed && text[end] is '.' or ':')))
            return false;
        next = end + 1;
        return next < text.Length && char.IsWhiteSpace(text[next]);
    }

    static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        var inside = false;
        foreach (var c in text)
        {
            words += !inside && char.IsLetter(c) ? 1 : 0;
            inside = char.IsLetterOrDigit(c) || (inside && c is '-' or '\'');
        }

        return words;
    }

    static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ';' or ','))
            end--;
        return new(start, end);
    }
}
