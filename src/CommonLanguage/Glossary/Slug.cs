using System.Text;

namespace CommonLanguage.Glossary;

/// <summary>Readable ids that are never given twice: the word's ASCII letters and digits, and the store's number in base 36.</summary>
static class Slug
{
    const int LongestWord = 40;

    public static string Of(string word, long key)
    {
        var slug = new StringBuilder(LongestWord + 8);
        foreach (var c in word)
        {
            if (slug.Length == LongestWord)
                break;
            if (char.IsAsciiLetterOrDigit(c))
                _ = slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-')
                _ = slug.Append('-');
        }

        while (slug.Length > 0 && slug[^1] == '-')
            slug.Length--;
        if (slug.Length == 0)
            _ = slug.Append('e');
        return slug.Append('-').Append(Base36(key)).ToString();
    }

    static string Base36(long number)
    {
        Span<char> digits = stackalloc char[13];
        var at = digits.Length;
        do
        {
            var digit = (int)(number % 36);
            digits[--at] = (char)(digit < 10 ? '0' + digit : 'a' + digit - 10);
            number /= 36;
        }
        while (number > 0);
        return digits[at..].ToString();
    }
}
