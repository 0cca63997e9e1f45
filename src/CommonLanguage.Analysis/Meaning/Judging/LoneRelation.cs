namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>
/// The relation of two definitions that are compared by themselves, as two organisations' definitions of a term mostly are: there the
/// senses are linked far more often than two dictionaries' senses taken at random, so this is judged apart from groups. Immutable and
/// thread-safe.
/// </summary>
/// <param name="none">Chance that the meanings have nothing to do with each other.</param>
/// <param name="scope">Chance that one covers more, where they differ.</param>
/// <param name="direction">Weights of the differences between the sides' features; positive for "the first covers more".</param>
sealed class LoneRelation(Logistic none, Logistic scope, float[] direction)
{
    /// <summary>How many features a side has.</summary>
    public static int Sides => (RelationJudge.PairWidth - PairFeatures.Symmetric) / 2;

    /// <summary>Fills the probabilities of exact, broader, narrower, related and none.</summary>
    /// <param name="pair">Features of the pair.</param>
    /// <param name="difference">What the scores rest on.</param>
    /// <param name="apart">Chance that the two differ in meaning at all.</param>
    /// <param name="probabilities">Filled; they add up to 1.</param>
    public void Judge(ReadOnlySpan<float> pair, ReadOnlySpan<float> difference, float apart, Span<float> probabilities)
    {
        var unlinked = Math.Min(none.Evaluate(difference), apart);
        var linked = apart - unlinked;
        var one = scope.Evaluate(difference);
        var sum = 0f;
        for (var i = 0; i < direction.Length; i++)
            sum += direction[i] * Side(pair, i);
        var (first, second) = (1 / (1 + MathF.Exp(-sum)), 1 / (1 + MathF.Exp(sum)));
        probabilities[0] = 1 - apart;
        probabilities[1] = linked * one * first;
        probabilities[2] = linked * one * second;
        probabilities[3] = linked * (1 - one);
        probabilities[4] = unlinked;
    }

    /// <summary>How much more of a feature the first side has, within bounds.</summary>
    public static float Side(ReadOnlySpan<float> pair, int feature)
    {
        var at = PairFeatures.Symmetric + (2 * feature);
        return Math.Clamp((pair[at] - pair[at + 1]) / (1 + Math.Abs(pair[at]) + Math.Abs(pair[at + 1])), -1, 1);
    }

    public void Write(BinaryWriter writer)
    {
        none.Write(writer);
        scope.Write(writer);
        writer.Write(direction.Length);
        foreach (var weight in direction)
            writer.Write(weight);
    }

    public static LoneRelation Read(BinaryReader reader)
    {
        var (none, scope, direction) = (Logistic.Read(reader), Logistic.Read(reader), new float[reader.ReadInt32()]);
        for (var i = 0; i < direction.Length; i++)
            direction[i] = reader.ReadSingle();
        return new(none, scope, direction);
    }
}
