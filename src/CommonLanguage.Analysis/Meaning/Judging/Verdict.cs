using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// The rule that binds the relation, its probabilities and the conflict, so that no answer contradicts itself: the relation is the likeliest
/// one; two definitions are exact at most as likely as they are no conflict; and where exact is the likeliest, there is none. Texts that
/// plainly state other values ("4 hours", "8 hours") are not exact where they are a conflict.
/// </summary>
static class Verdict
{
    /// <summary>The last score below the threshold, as it is rounded.</summary>
    const float NoConflict = (float)MeaningComparer.ConflictThreshold - .0001f;

    /// <summary>Enough to be seen after rounding.</summary>
    const float Nudge = .0001f;

    /// <summary>The relation; brings the probabilities and the conflict into line.</summary>
    /// <param name="p">Exact, broader, narrower, related, none; they add up to 1.</param>
    /// <param name="conflict">The score, 0..1.</param>
    /// <param name="otherValues">Whether the texts plainly state other values of one thing.</param>
    public static Relation Of(Span<float> p, ref float conflict, bool otherValues)
    {
        var most = 1 - conflict;
        // A little below the likeliest of the others, whose sum is 1 less exact.
        if (otherValues && conflict > NoConflict && Highest(p[1..]) is > 0 and var highest)
            most = Math.Min(most, (highest / (1 - p[0] + highest)) - Nudge);
        if (p[0] > most)
            Cap(p, most);
        var likeliest = Likeliest(p);
        if (likeliest == 0)
            conflict = Math.Min(conflict, NoConflict);
        return likeliest switch { 0 => Relation.Exact, 1 => Relation.Broader, 2 => Relation.Narrower, 3 => Relation.Related, _ => Relation.None };
    }

    static float Highest(ReadOnlySpan<float> shares)
    {
        var highest = 0f;
        foreach (var share in shares)
            highest = Math.Max(highest, share);
        return highest;
    }

    // What exact loses goes to the others by their shares; to related where they have none.
    static void Cap(Span<float> p, float most)
    {
        var (others, rest) = (1 - p[0], 1 - most);
        p[0] = most;
        if (others <= 1e-6f)
        {
            p[3] += rest - others;
            return;
        }

        foreach (ref var share in p[1..])
            share *= rest / others;
    }

    // Broader and narrower alike are neither: the two and related are brought together, related a little ahead.
    static int Likeliest(Span<float> p)
    {
        var best = 0;
        for (var k = 1; k < p.Length; k++)
        {
            if (p[k] > p[best])
                best = k;
        }

        if (best is not (1 or 2) || p[1] != p[2])
            return best;
        var mean = (p[1] + p[2] + p[3]) / 3;
        (p[1], p[2], p[3]) = (mean - Nudge, mean - Nudge, mean + (2 * Nudge));
        return p[3] >= p[0] && p[3] >= p[4] ? 3 : p[0] >= p[4] ? 0 : 4;
    }
}
