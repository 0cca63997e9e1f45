using System.Globalization;

namespace CommonLanguage.Tests.Faults;

/// <summary>
/// How often a fault is tried: a few times with every test run, and as often as docs/reliability.md says when tests/faults/run.sh
/// sets COMMONLANGUAGE_FAULTS=full. That script prints what <see cref="Report"/> was told.
/// </summary>
static class Rounds
{
    static readonly Lock Gate = new();

    public static int Of(int few, int full) =>
        Environment.GetEnvironmentVariable("COMMONLANGUAGE_FAULTS") == "full" ? full : few;

    public static void Report(string fault, string what, FormattableString result)
    {
        if (Environment.GetEnvironmentVariable("COMMONLANGUAGE_FAULTS_TABLE") is not { Length: > 0 } table)
            return;
        lock (Gate)
            File.AppendAllText(table, $"| {fault} | {what} | {result.ToString(CultureInfo.InvariantCulture)} |\n");
    }
}
