namespace CommonLanguage.Tests.Faults;

/// <summary>
/// A test that puts a failing disk under a process. It needs Linux and gcc; without them it is skipped and says so, except where
/// CI=true: there it runs, and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class FaultDiskFactAttribute : FactAttribute
{
    public FaultDiskFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true")
            return;
        if (!OperatingSystem.IsLinux())
            Skip = "The failing disk is a preloaded library for Linux (tests/faults/powerloss.c).";
        else if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "gcc"))))
            Skip = "The failing disk is compiled with gcc (tests/faults/powerloss.c), which is not on the PATH.";
    }
}
