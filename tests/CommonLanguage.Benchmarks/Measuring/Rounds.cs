namespace CommonLanguage.Benchmarks.Measuring;

/// <summary>Several kinds of work measured in turn (A B A B), so that whatever else the machine does falls on all alike.</summary>
static class Rounds
{
    /// <summary>The median cost of each kind of work.</summary>
    public static async Task<Cost[]> MediansAsync(int rounds, params Func<Task<Cost>>[] kinds)
    {
        var costs = kinds.Select(_ => new List<Cost>(rounds)).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var kind = 0; kind < kinds.Length; kind++)
                costs[kind].Add(await kinds[kind]());
        }

        return [.. costs.Select(all => new Cost(Percentile(all.Select(cost => cost.Wall), 50), Percentile(all.Select(cost => cost.Cpu), 50)))];
    }

    /// <summary>The value that a share of all values does not exceed.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="percent">0..100.</param>
    public static TimeSpan Percentile(IEnumerable<TimeSpan> values, int percent)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
    }
}
