namespace CommonLanguage.Evaluation;

/// <summary>Predicted against given classes (exact, broader, narrower, related, none).</summary>
sealed class Agreement
{
    public const int None = 4;

    static readonly string[] Names = ["exact", "broader", "narrower", "related", "none"];

    readonly double[,] counts = new double[5, 5];

    public Agreement(IEnumerable<(int Given, int Predicted)> cases)
    {
        foreach (var (given, predicted) in cases)
            counts[given, predicted]++;
    }

    public double Accuracy
    {
        get
        {
            double right = 0, all = 0;
            for (var i = 0; i < 5; i++)
            {
                right += counts[i, i];
                for (var j = 0; j < 5; j++)
                    all += counts[i, j];
            }

            return right / all;
        }
    }

    /// <summary>F1 of predicting any relation but none (as the shared task of 2020 counted it).</summary>
    public double LinkF1
    {
        get
        {
            double both = 0, given = 0, predicted = 0;
            for (var i = 0; i < 5; i++)
            {
                for (var j = 0; j < 5; j++)
                {
                    both += i != None && j != None ? counts[i, j] : 0;
                    given += i != None ? counts[i, j] : 0;
                    predicted += j != None ? counts[i, j] : 0;
                }
            }

            return given + predicted > 0 ? 2 * both / (given + predicted) : 0;
        }
    }

    /// <summary>F1 averaged over the relations that occur.</summary>
    public double MacroF1 => Enumerable.Range(0, 5).Select(F1).Where(f1 => !double.IsNaN(f1)).Average();

    public string PerRelation() => string.Join(", ", Enumerable.Range(0, 5).Select(k => FormattableString.Invariant($"{Names[k]} {F1(k):F3}")));

    double F1(int k)
    {
        double given = 0, predicted = 0;
        for (var j = 0; j < 5; j++)
        {
            given += counts[k, j];
            predicted += counts[j, k];
        }

        return given == 0 ? double.NaN : 2 * counts[k, k] / (given + predicted);
    }
}
