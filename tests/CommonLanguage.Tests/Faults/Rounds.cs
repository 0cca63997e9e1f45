using System.Globalization;

namespace CommonLanguage.Tests.Faults;

/// <summary>
/// How often a fault is tried: a few times with every test run; with COMMONLANGUAGE_FAULTS=full (tests/faults/run.sh) as often as
/// the design asks for, and with a number there at most so often. That script prints what <see cref="Report"/> was told.
/// </summary>
static class Rounds
{
    static readonly Lock Gate = new();

    public static int Of(int few, int full) => Environment.GetEnvironmentVariable("COMMONLANGUAGE_FAULTS") switch
    {
        "full" => full,
        { Length: > 0 } most => Math.Min(full, int.Parse(most, CultureInfo.InvariantCulture)),
        _ => few,
    };

    public static void Report(string fault, string what, FormattableString result)
    {
        if (Environment.GetEnvironmentVariable("COMMONLANGUAGE_FAULTS_TABLE") is not { Length: > 0 } table)
            return;
        lock (Gate)
            File.AppendAllText(table, $"| {fault} | {what} | {result.ToString(CultureInfo.InvariantCulture)} |\n");
    }
}
