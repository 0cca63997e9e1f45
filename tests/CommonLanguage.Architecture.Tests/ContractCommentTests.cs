using System.Text.RegularExpressions;

namespace CommonLanguage.Architecture.Tests;

public sealed partial class ContractCommentTests
{
    public static TheoryData<string> Protos => [.. Repository.Files("protos", "*.proto")];

    [Theory]
    [MemberData(nameof(Protos))]
    public void Everything_in_the_contract_has_a_comment_above_it(string path)
    {
        var lines = Repository.Lines(path);
        var declared = Enumerable.Range(0, lines.Length).Where(i => Declaration().IsMatch(lines[i])).ToArray();

        Assert.NotEmpty(declared);
        Assert.Empty(declared.Where(i => i == 0 || !lines[i - 1].TrimStart().StartsWith("//", StringComparison.Ordinal)).Select(i => $"{path}:{i + 1}: {lines[i].Trim()}"));
    }

    [Theory]
    [MemberData(nameof(Protos))]
    public void A_file_of_the_contract_holds_at_most_one_service(string path) =>
        Assert.InRange(Repository.Lines(path).Count(line => line.StartsWith("service ", StringComparison.Ordinal)), 0, 1);

    [GeneratedRegex(@"^\s*(service|message|enum|oneof|rpc) \w+|^\s*(repeated |optional |map<[^>]+> )?\.?[\w.]+ \w+ = \d+\b|^\s*[A-Z][A-Z0-9_]* = \d+\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
