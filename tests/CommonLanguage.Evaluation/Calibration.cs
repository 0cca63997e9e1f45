namespace CommonLanguage.Evaluation;

/// <summary>Whether a chance of 70 % comes true in 70 of 100 cases.</summary>
static class Calibration
{
    /// <summary>Mean squared distance of the chance from what came true (Brier 1950).</summary>
    public static double Brier(IReadOnlyList<(double Score, bool Counts)> cases) => cases.Average(c => Math.Pow(c.Score - (c.Counts ? 1 : 0), 2));

    /// <summary>Expected calibration error over ten bins of equal width.</summary>
    public static double Error(IReadOnlyList<(double Score, bool Counts)> cases) =>
        cases.GroupBy(c => Math.Min(9, (int)(c.Score * 10))).Sum(bin => Math.Abs(bin.Sum(c => c.Score - (c.Counts ? 1 : 0)))) / cases.Count;
}
