using System.Text;

namespace CommonLanguage.Analysis.Text;

/// <summary>Takes the points out of abbreviations: "u.s." and "u. s." are "us"; "node.js" and "1.5" keep theirs.</summary>
static class AbbreviationPoints
{
    // "ph.d." and "m.sc." have parts of two letters.
    const int LongestPart = 2;

    /// <summary>The text without the points of abbreviations.</summary>
    /// <param name="text">A folded text.</param>
    /// <param name="isPointed">Whether the text is one abbreviation with points.</param>
    public static string Without(string text, out bool isPointed)
    {
        isPointed = false;
        if (!text.Contains('.', StringComparison.Ordinal))
            return text;
        var words = text.Split(' ');
        var plain = new StringBuilder(text.Length);
        var (abbreviations, letters) = (0, 0);
        for (var i = 0; i < words.Length; i++)
        {
            var isLetter = IsLetter(words[i]);
            var isPart = isLetter && ((i > 0 && IsLetter(words[i - 1])) || (i + 1 < words.Length && IsLetter(words[i + 1])));
            var isAbbreviation = IsAbbreviation(words[i]);
            if (i > 0)
                _ = plain.Append(' ');
            _ = plain.Append(isPart || isAbbreviation ? words[i].Replace(".", "", StringComparison.Ordinal) : words[i]);
            abbreviations += isAbbreviation ? 1 : 0;
            letters += isPart ? 1 : 0;
        }

        isPointed = (words.Length == 1 && abbreviations == 1) || letters == words.Length;
        return plain.ToString();
    }

    // One letter, with or without its point.
    static bool IsLetter(string word) => word.Length is 1 or 2 && char.IsLetter(word[0]) && (word.Length == 1 || word[1] == '.');

    static bool IsAbbreviation(string word)
    {
        var parts = word.TrimEnd('.').Split('.');
        var hasSingle = false;
        foreach (var part in parts)
        {
            if (part.Length is 0 or > LongestPart || !part.All(char.IsLetter))
                return false;
            hasSingle |= part.Length == 1;
        }

        return parts.Length > 1 && hasSingle;
    }
}
