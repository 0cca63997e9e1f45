using System.Diagnostics;

namespace CommonLanguage.Benchmarks.Measuring;

/// <summary>What some work took: by the clock, and of the processors' time in one process.</summary>
readonly record struct Cost(TimeSpan Wall, TimeSpan Cpu)
{
    /// <summary>Runs some work once and says what it took this process.</summary>
    public static Task<Cost> OfAsync(Func<Task> work) => OfAsync(work, Environment.ProcessId);

    /// <summary>Runs some work once and says what it took another process.</summary>
    public static async Task<Cost> OfAsync(Func<Task> work, int process)
    {
        GC.Collect();
        var cpu = CpuOf(process);
        var began = Stopwatch.GetTimestamp();
        await work();
        return new(Stopwatch.GetElapsedTime(began), CpuOf(process) - cpu);
    }

    /// <summary>The cost of one of many.</summary>
    public Cost Per(long count) => new(Wall / count, Cpu / count);

    static TimeSpan CpuOf(int process)
    {
        using var running = Process.GetProcessById(process);
        return running.TotalProcessorTime;
    }
}
