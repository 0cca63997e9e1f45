using System.Globalization;

namespace CommonLanguage.Cli.Output;

/// <summary>Numbers of things, in words.</summary>
static class Count
{
    /// <summary>"1 meaning", "2 meanings".</summary>
    public static string Of(long number, string one) => Of(number, one, one + "s");

    /// <summary>"1 entry", "2 entries".</summary>
    public static string Of(long number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many)}");
}
