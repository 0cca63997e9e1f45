namespace CommonLanguage.Analysis.Meaning.Answers;

/// <summary>Probability of each relation; they add up to 1.</summary>
public readonly record struct RelationProbabilities(double Exact, double Broader, double Narrower, double Related, double None)
{
    /// <summary>Least probability with which a relation is said as a fact.</summary>
    public const double Clear = .5;

    /// <summary>The probability of a relation; 0 for Close, which people alone give.</summary>
    public double this[Relation relation] => relation switch
    {
        Relation.Exact => Exact,
        Relation.Broader => Broader,
        Relation.Narrower => Narrower,
        Relation.Related => Related,
        Relation.None => None,
        _ => 0,
    };

    /// <summary>Five shares that add up to about 1, rounded to four places; the likeliest takes what rounding leaves over.</summary>
    internal static RelationProbabilities Of(ReadOnlySpan<float> shares)
    {
        Span<double> rounded = stackalloc double[5];
        var (best, rest) = (0, 1.0);
        for (var k = 0; k < rounded.Length; k++)
        {
            rest -= rounded[k] = Math.Round(shares[k], 4);
            if (shares[k] > shares[best])
                best = k;
        }

        // Broader and narrower alike: neither may take it, or the mirrored answer would not be the mirror.
        rounded[best is 1 or 2 && shares[1] == shares[2] ? 3 : best] += rest;
        foreach (ref var share in rounded)
            share = Math.Round(share, 4);
        return new(rounded[0], rounded[1], rounded[2], rounded[3], rounded[4]);
    }
}
