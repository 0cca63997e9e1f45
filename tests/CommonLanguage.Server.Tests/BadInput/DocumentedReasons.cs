using System.Text.RegularExpressions;
using Grpc.Core;

namespace CommonLanguage.Server.Tests.BadInput;

/// <summary>What error_reason.proto tells callers of each reason: its status, and the metadata that comes with it.</summary>
static partial class DocumentedReasons
{
    static readonly Dictionary<string, (StatusCode Code, string[] Metadata)> All = Reason()
        .Matches(File.ReadAllText(Path.Combine(Source.Protos, "error_reason.proto")))
        .ToDictionary(
            match => match.Groups["name"].Value,
            match => (CodeOf(match.Groups["comment"].Value), KeysOf(match.Groups["comment"].Value)),
            StringComparer.Ordinal);

    public static (StatusCode Code, string[] Metadata) Of(string reason) => All[reason];

    static StatusCode CodeOf(string comment)
    {
        var written = Words().Match(comment).Value.Replace("_", "", StringComparison.Ordinal);
        return Enum.Parse<StatusCode>(written, ignoreCase: true);
    }

    // "[field, value, hint]": a hint comes only where there is one.
    static string[] KeysOf(string comment) =>
        [.. Keys().Match(comment).Groups["keys"].Value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Where(key => key != "hint")];

    // Reasons whose comment begins with a status; the others stand in import reports only.
    [GeneratedRegex(@"// (?<comment>[A-Z_]{7,}\. [^\n]*\n(?:  // [^\n]*\n)*)  (?<name>[A-Z_]+) = ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Reason();

    [GeneratedRegex(@"^[A-Z_]+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\[(?<keys>[a-z_, ]+)\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Keys();
}
