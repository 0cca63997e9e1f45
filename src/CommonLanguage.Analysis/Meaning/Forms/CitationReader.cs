using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Forms;

/// <summary>Tells texts that only say where a definition stands: "[NIST SP 800-53 Rev. 5]", "44 U.S.C., Sec. 3542", a bare link. Pure.</summary>
static class CitationReader
{
    const int Longest = 16;

    // The words that citations are made of besides names and numbers.
    static readonly HashSet<string> Small = new(StringComparer.OrdinalIgnoreCase)
    {
        "rev", "revision", "sec", "section", "sections", "vol", "volume", "part", "parts", "chapter", "ch", "appendix", "annex", "page", "pages", "pp", "p", "title",
        "version", "v", "no", "nr", "art", "article", "clause", "paragraph", "para", "table", "figure", "update", "draft", "edition", "ed", "supplement", "act",
        "directive", "regulation", "standard", "special", "publication", "circular", "order", "memorandum", "instruction", "guideline", "handbook", "report",
        "from", "source", "sources", "adapted", "adopted", "based", "on", "derived", "as", "defined", "definition", "in", "by", "per", "of", "the", "and", "or", "to",
        "for", "under", "see", "http", "https", "www", "cited", "quoted", "note", "also", "approved", "amended", "u.s.c", "usc", "cfr", "et", "seq", "al",
    };

    public static bool IsCitation(string definition, ReadOnlySpan<TextSpan> words)
    {
        if (words.Length > Longest)
            return false;
        if (IsLink(definition))
            return true;
        var small = Small.GetAlternateLookup<ReadOnlySpan<char>>();
        var named = false;
        foreach (var span in words)
        {
            var word = definition.AsSpan(span.Start, span.End - span.Start);
            if (word.ContainsAnyInRange('0', '9'))
                named = true;
            else if (!small.Contains(word) && !IsName(word))
                return false;
        }

        // A name alone is no citation: "NATO" or "FIPS PUB" may be the very thing defined. A number is what makes it one.
        return named && words.Length > 1;
    }

    static bool IsLink(string definition)
    {
        var text = definition.AsSpan().Trim(" .<>()[]");
        return (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) && !text.ContainsAny(" \n\t");
    }

    // Written in capitals, as the names of documents and their publishers are.
    static bool IsName(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (char.IsLower(c))
                return false;
        }

        return true;
    }
}
