namespace CommonLanguage.Evaluation;

/// <summary>How well a score puts the cases that count above the others.</summary>
static class Ranking
{
    /// <summary>Chance that a case that counts has a higher score than one that does not; ties count half.</summary>
    public static double Auc(IReadOnlyList<(double Score, bool Counts)> cases)
    {
        double rankSum = 0, positives = 0;
        var ordered = cases.OrderBy(c => c.Score).ToArray();
        for (var i = 0; i < ordered.Length;)
        {
            var end = i;
            while (end < ordered.Length && ordered[end].Score.Equals(ordered[i].Score))
                end++;
            for (var k = i; k < end; k++)
            {
                if (!ordered[k].Counts)
                    continue;
                rankSum += (i + 1 + end) / 2.0;
                positives++;
            }

            i = end;
        }

        var negatives = ordered.Length - positives;
        return positives == 0 || negatives == 0 ? double.NaN : (rankSum - (positives * (positives + 1) / 2)) / (positives * negatives);
    }

    /// <summary>Precision averaged over the places of the cases that count.</summary>
    public static double AveragePrecision(IReadOnlyList<(double Score, bool Counts)> cases)
    {
        double found = 0, sum = 0;
        var place = 0;
        foreach (var (_, counts) in cases.OrderByDescending(c => c.Score))
        {
            place++;
            if (counts)
                sum += ++found / place;
        }

        return found == 0 ? double.NaN : sum / found;
    }

    /// <summary>Share of the highest scores that count.</summary>
    public static double PrecisionAt(IReadOnlyList<(double Score, bool Counts)> cases, int count) =>
        cases.OrderByDescending(c => c.Score).Take(count).Average(c => c.Counts ? 1.0 : 0);
}
