namespace CommonLanguage.Analysis.Meaning.Parts;

/// <summary>
/// Follows the outline of a definition word by word: sentences, parts between semicolons, examples, and what is no part of the
/// meaning ("(N) 1.", "[NIST 800-53]", "See also ...", links, markup). Allocates nothing.
/// </summary>
ref struct ZoneWalk(ReadOnlySpan<char> text)
{
    readonly ReadOnlySpan<char> text = text;
    int skipTo;
    bool inReference;
    bool inExample;
    bool inBrackets;
    int words;
    bool sentenceEnded;
    bool stopped;

    /// <summary>Number of the current sentence, from 0.</summary>
    public int Sentence { get; private set; }

    /// <summary>Number of the current part between semicolons or sentences, from 0.</summary>
    public int Part { get; private set; }

    /// <summary>Commas, semicolons and colons so far.</summary>
    public int Stops { get; private set; }

    /// <summary>Whether a punctuation mark stands before the current word.</summary>
    public bool AfterStop { get; private set; }

    /// <summary>Whether the text is a reference from its first word on ("See X").</summary>
    public bool IsReference { get; private set; }

    /// <summary>Takes the next word, given with its place and the end of the word before, and tells where it stands.</summary>
    public Zone Next(int previousEnd, int start, int end)
    {
        sentenceEnded |= ReadGap(previousEnd, start);
        stopped |= AfterStop;
        if (start < skipTo)
            return Zone.Skipped;
        // What stood before words that are not read counts before the next that is.
        var newSentence = sentenceEnded;
        AfterStop = stopped;
        (sentenceEnded, stopped) = (false, false);
        var word = text[start..end];
        var first = words++ == 0;
        if (first && IsMark(word, start, end))
        {
            words = 0;
            return Zone.Skipped;
        }

        if (newSentence || first)
        {
            (inReference, inExample) = (false, false);
            if (newSentence && !first)
            {
                Sentence++;
                Part++;
            }

            if (char.IsAsciiDigit(word[0]) && end < text.Length && text[end] is '.' or ')' && word.Length <= 2)
                return Zone.Skipped;
        }

        if ((newSentence || first || AfterStop) && OpensReference(word, end))
        {
            inReference = true;
            IsReference |= first;
        }

        if (OpensExample(word, end))
            inExample = true;
        if (word.StartsWith("http", StringComparison.Ordinal) && end < text.Length && text[end] == ':')
        {
            var blank = text[end..].IndexOfAny(' ', '\n', ')');
            skipTo = blank < 0 ? text.Length : end + blank;
            return Zone.Skipped;
        }

        return inReference ? Zone.Skipped : inExample ? Zone.Example : Sentence > 0 ? Zone.Later : Zone.Core;
    }

    /// <summary>Reads the characters between two words; true when a sentence ends there.</summary>
    bool ReadGap(int from, int to)
    {
        AfterStop = false;
        var ended = false;
        for (var i = Math.Max(from, skipTo); i < to; i++)
        {
            switch (text[i])
            {
                case '.' or '!' or '?' or '\n':
                    AfterStop = true;
                    ended |= to < text.Length && (char.IsUpper(text[to]) || char.IsAsciiDigit(text[to]));
                    break;
                case ';':
                    Stops++;
                    Part++;
                    AfterStop = true;
                    (inReference, inExample) = (inReference && inBrackets, inExample && inBrackets);
                    break;
                case ',' or ':':
                    Stops++;
                    AfterStop = true;
                    break;
                case '(':
                    inBrackets = true;
                    AfterStop = true;
                    break;
                case ')':
                    if (inBrackets)
                        (inReference, inExample, inBrackets) = (false, false, false);
                    AfterStop = true;
                    break;
                case '[':
                    SkipCitation(i);
                    break;
                case '<' when i + 1 < text.Length && (char.IsAsciiLetter(text[i + 1]) || text[i + 1] == '/'):
                    if (text.Slice(i, Math.Min(200, text.Length - i)).IndexOf('>') is > 0 and var close)
                        skipTo = i + close;
                    break;
            }
        }

        return ended;
    }

    void SkipCitation(int open)
    {
        var close = text.Slice(open, Math.Min(80, text.Length - open)).IndexOf(']');
        if (close < 0)
            return;
        var lower = 0;
        foreach (var c in text.Slice(open, close))
            lower += char.IsLower(c) ? 1 : 0;
        if (lower * 3 <= close)
            skipTo = open + close;
    }

    // "(N)", "(CPANSec-2024)", "1."
    readonly bool IsMark(ReadOnlySpan<char> word, int start, int end)
    {
        if (end >= text.Length)
            return false;
        var bracketed = start > 0 && text[start - 1] == '(' && text[end] == ')';
        return (bracketed && char.IsUpper(word[0]) && (word.Length <= 3 || word.ContainsAnyInRange('0', '9'))) || (word.Length <= 2 && char.IsAsciiDigit(word[0]) && text[end] is '.' or ')');
    }

    readonly bool OpensReference(ReadOnlySpan<char> word, int end)
    {
        if (word.Equals("see", StringComparison.OrdinalIgnoreCase) || word.Equals("source", StringComparison.OrdinalIgnoreCase)
            || (word.Equals("Rationale", StringComparison.Ordinal) && end < text.Length && text[end] == ':'))
            return true;
        var rest = text[end..].TrimStart();
        return (word.Equals("also", StringComparison.OrdinalIgnoreCase) && (rest.StartsWith("see", StringComparison.Ordinal) || rest.StartsWith("known as", StringComparison.Ordinal)
                || rest.StartsWith("called", StringComparison.Ordinal) || rest.StartsWith(",", StringComparison.Ordinal)))
            || (word.Equals("synonymous", StringComparison.OrdinalIgnoreCase) && rest.StartsWith("with", StringComparison.Ordinal))
            || (word.Equals("contrast", StringComparison.OrdinalIgnoreCase) && rest.StartsWith("with", StringComparison.Ordinal))
            || (word.Equals("related", StringComparison.OrdinalIgnoreCase) && rest.StartsWith("term", StringComparison.OrdinalIgnoreCase))
            || (word.Equals("same", StringComparison.OrdinalIgnoreCase) && rest.StartsWith("as ", StringComparison.Ordinal) && rest.Length < 60);
    }

    readonly bool OpensExample(ReadOnlySpan<char> word, int end)
    {
        if (word.Equals("e.g", StringComparison.OrdinalIgnoreCase) || word.Equals("eg", StringComparison.OrdinalIgnoreCase)
            || word.Equals("Note", StringComparison.Ordinal) || word.Equals("Examples", StringComparison.Ordinal) || word.Equals("Example", StringComparison.Ordinal))
            return true;
        var rest = text[end..];
        return (word.Equals("for", StringComparison.OrdinalIgnoreCase) && (rest.StartsWith(" example", StringComparison.Ordinal) || rest.StartsWith(" instance", StringComparison.Ordinal)))
            || (word.Equals("such", StringComparison.OrdinalIgnoreCase) && rest.StartsWith(" as", StringComparison.Ordinal));
    }
}
