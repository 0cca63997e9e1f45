namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>What matching needs of a word.</summary>
readonly struct ContentWord(in Token token)
{
    readonly ulong key = token.Key;
    readonly int[] concepts = token.Lexeme is null ? [] : token.Lexeme.Concepts;
    readonly sbyte sign = (sbyte)token.Sign;
    readonly bool either = token.Has(TokenTraits.Either);

    /// <summary>1 for words of like sense, -1 of opposite sense, 0 for words that have nothing to do with each other.</summary>
    public int Sense(in ContentWord other)
    {
        if (key == other.key)
            return either || other.either ? 1 : sign * other.sign;
        if (concepts.Length == 0 || other.concepts.Length == 0)
            return 0;
        var found = 0;
        foreach (var x in concepts)
        {
            foreach (var y in other.concepts)
            {
                if (x == y)
                    return sign * other.sign;
                if (x == -y)
                    found = -sign * other.sign;
            }
        }

        return found;
    }
}
