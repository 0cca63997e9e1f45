using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace CommonLanguage.Lookup.Search;

/// <summary>Takes the points out of abbreviations of single letters: "U.S" is "US", "node.js" stays.</summary>
sealed class PointFilter : TokenFilter
{
    readonly ICharTermAttribute term;

    public PointFilter(TokenStream input)
        : base(input) => term = AddAttribute<ICharTermAttribute>();

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        if (!HasPoints(term.Buffer.AsSpan(0, term.Length)))
            return true;
        var length = 0;
        for (var i = 0; i < term.Length; i += 2)
            term.Buffer[length++] = term.Buffer[i];
        _ = term.SetLength(length);
        return true;
    }

    static bool HasPoints(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 1 ? word[i] != '.' : !char.IsLetter(word[i]))
                return false;
        }

        return true;
    }
}
