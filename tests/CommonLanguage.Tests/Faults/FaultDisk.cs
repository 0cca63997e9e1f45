using System.Diagnostics;
using System.Globalization;
using System.IO.MemoryMappedFiles;

namespace CommonLanguage.Tests.Faults;

/// <summary>
/// A disk that loses power or fails, under a worker process (tests/faults/powerloss.c, which says how): keeps what was durable at the
/// last fsync, and makes chosen calls fail while the process runs.
/// </summary>
sealed class FaultDisk : IDisposable
{
    /// <summary>Which files fail; the numbers of powerloss.c.</summary>
    [Flags]
    public enum Files
    {
        Database = 1,
        Log = 2,
        Index = 4,
        Other = 8,
        SharedMemory = 16,
    }

    public const int NoSpace = 28;
    public const int ReadOnlyFileSystem = 30;
    const int ForEver = int.MaxValue;

    static readonly Lazy<string> Programs = new(Compile);

    readonly string root;
    readonly MemoryMappedFile control;
    readonly MemoryMappedViewAccessor numbers;

    public FaultDisk(string root)
    {
        this.root = root;
        _ = Directory.CreateDirectory(root);
        File.WriteAllBytes(Control, new byte[64]);
        control = MemoryMappedFile.CreateFromFile(Control, FileMode.Open);
        numbers = control.CreateViewAccessor();
    }

    /// <summary>Calls that were made to fail.</summary>
    public int Failed => numbers.ReadInt32(10 * 4);

    string Control => Path.Combine(root, "control");

    string Shadow => Path.Combine(root, "shadow");

    /// <summary>Whether fsyncs are kept track of, so that a power loss can follow.</summary>
    public bool CanLosePower { get; init; }

    public void PutInto(ProcessStartInfo start, string directory)
    {
        start.Environment["LD_PRELOAD"] = Path.Combine(Programs.Value, "powerloss.so");
        start.Environment["POWERLOSS_ROOT"] = directory;
        start.Environment["POWERLOSS_CONTROL"] = Control;
        if (!CanLosePower)
            return;
        if (Directory.Exists(Shadow))
            Directory.Delete(Shadow, recursive: true);
        _ = Directory.CreateDirectory(Shadow);
        start.Environment["POWERLOSS_SHADOW"] = Shadow;
    }

    /// <summary>The n-th fsync of such files from now fails with EIO.</summary>
    public void FailFsync(Files files, int n) => Set((0, (int)files), (2, numbers.ReadInt32(1 * 4) + n));

    /// <summary>The n-th write of such files from now and all after it fail, until <see cref="Heal"/>.</summary>
    public void FailWrites(Files files, int n, int error) =>
        Set((0, (int)files), (5, ForEver), (6, error), (4, numbers.ReadInt32(3 * 4) + n));

    /// <summary>The n-th read of such files from now fails with EIO, and so many after it.</summary>
    public void FailReads(Files files, int n, int count) => Set((0, (int)files), (9, count), (8, numbers.ReadInt32(7 * 4) + n));

    /// <summary>The process is killed before the n-th write of such files from now.</summary>
    public void DieAtWrite(Files files, int n) => Set((0, (int)files), (11, numbers.ReadInt32(3 * 4) + n));

    public void Heal() => Set((2, 0), (4, 0), (8, 0), (11, 0));

    /// <summary>What a power loss leaves of a directory whose process was killed.</summary>
    public void LosePower(string live, string left, int seed)
    {
        var random = new Random(seed);
        Run(Path.Combine(Programs.Value, "powerloss"), Shadow, live, left, random.Next(2) == 0 ? "names" : "nonames", random.Next(2) == 0 ? "drop" : "tear",
            seed.ToString(CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        numbers.Dispose();
        control.Dispose();
    }

    void Set(params ReadOnlySpan<(int At, int Number)> values)
    {
        foreach (var (at, number) in values)
            numbers.Write(at * 4, number);
    }

    static string Compile()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "powerloss.c");
        var programs = Directory.CreateTempSubdirectory("commonlanguage-powerloss-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(programs, recursive: true);
        Run("gcc", "-shared", "-fPIC", "-O2", "-o", Path.Combine(programs, "powerloss.so"), source, "-ldl");
        Run("gcc", "-DREBUILD", "-O2", "-o", Path.Combine(programs, "powerloss"), source);
        return programs;
    }

    static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} failed: {complaint}");
    }
}
