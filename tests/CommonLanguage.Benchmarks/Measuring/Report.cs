namespace CommonLanguage.Benchmarks.Measuring;

/// <summary>How figures are printed.</summary>
static class Report
{
    /// <summary>The machine, and how busy it is with other things.</summary>
    public static void Machine() => Print(
        $"  {Environment.ProcessorCount} processors, .NET {Environment.Version}, load {(File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown")}");

    /// <summary>A ratio of two times with the times behind it.</summary>
    public static void Ratio(string what, TimeSpan measured, TimeSpan baseline, string bar) =>
        Print($"  {what}: {measured / baseline:0.00} (bar {bar}); {Text(measured)} / {Text(baseline)}");

    /// <summary>One measurement of a row that takes minutes, so that a run that is broken off has said something.</summary>
    public static Cost Step(string what, Cost cost)
    {
        Print($"  {what}: CPU {Text(cost.Cpu)}, wall {Text(cost.Wall)}");
        return cost;
    }

    /// <summary>Any line.</summary>
    public static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    /// <summary>A time in the unit it is read best in.</summary>
    public static string Text(TimeSpan time) => time.TotalSeconds switch
    {
        >= 1 => FormattableString.Invariant($"{time.TotalSeconds:0.00} s"),
        >= 0.001 => FormattableString.Invariant($"{time.TotalMilliseconds:0.00} ms"),
        _ => FormattableString.Invariant($"{time.TotalMicroseconds:0.00} µs"),
    };
}
