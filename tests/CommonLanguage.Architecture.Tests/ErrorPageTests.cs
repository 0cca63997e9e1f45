using System.Text.RegularExpressions;

namespace CommonLanguage.Architecture.Tests;

/// <summary>docs/errors.md names every reason of the contract, with its code and its metadata.</summary>
public sealed partial class ErrorPageTests
{
    static readonly string Contract = Repository.Read("protos/commonlanguage/v1/error_reason.proto");

    static readonly Dictionary<string, string> Rows = Repository.Lines("docs/errors.md").Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .ToDictionary(line => line.Split('`')[1], line => line, StringComparer.Ordinal);

    static readonly string[] Names = [.. Reason().Matches(Contract).Select(match => match.Groups["name"].Value).Where(name => name != "ERROR_REASON_UNSPECIFIED")];

    public static TheoryData<string> Reasons => [.. Names];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_reason_is_explained(string reason)
    {
        var cells = Assert.Contains(reason, Rows).Split('|');
        var comment = Reason().Matches(Contract).Single(match => match.Groups["name"].Value == reason).Groups["comment"].Value;

        Assert.All(cells[4..6], cell => Assert.EndsWith(".", cell.Trim(), StringComparison.Ordinal));
        if (Code().Match(comment) is { Success: true } code)
            Assert.Equal(code.Groups["code"].Value, cells[2].Trim());
        if (Metadata().Match(comment) is { Success: true } metadata)
            Assert.Equal(string.Join(", ", metadata.Groups["keys"].Value.Split(", ").Select(key => $"`{key}`")), cells[3].Trim());
    }

    [Fact]
    public void The_page_has_no_reason_that_the_contract_lacks() => Assert.Empty(Rows.Keys.Except(Names));

    [GeneratedRegex(@"(?<comment>(?:^ *//[^\n]*\n)+) *(?<name>[A-Z_]+) = \d+;", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reason();

    [GeneratedRegex(@"^\s*// (?<code>[A-Z_]{5,})\.", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"\[(?<keys>[a-z_]+(?:, [a-z_]+)*)\]", RegexOptions.NonBacktracking)]
    private static partial Regex Metadata();
}
