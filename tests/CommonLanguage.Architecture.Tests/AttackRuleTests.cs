using System.Text.RegularExpressions;

namespace CommonLanguage.Architecture.Tests;

/// <summary>Rules of the source that keep attacks out, where a test of the running service could only try some of them.</summary>
public sealed partial class AttackRuleTests
{
    /// <summary>Where secrets are known: in code that signs callers in, checks what was signed, or signs.</summary>
    static readonly string[] Secretive = ["src/CommonLanguage/Administration/", "src/CommonLanguage/Notification/", "src/CommonLanguage.Server/SignIn/", "src/CommonLanguage.Server/Api/PageTokens.cs"];

    [Fact]
    public void A_secret_is_compared_in_constant_time_and_in_no_other_way()
    {
        var files = Repository.Files("src", "*.cs").Where(file => Array.Exists(Secretive, place => file.StartsWith(place, StringComparison.Ordinal))).ToArray();
        var otherwise = files.SelectMany(file => Repository.Lines(file).Where(line => ComparedOtherwise().IsMatch(line)).Select(line => $"{file}: {line.Trim()}"));

        Assert.True(files.Length > 15);
        Assert.Empty(otherwise);
        // Page tokens, API keys, the token of the first start, and the header that a connection is remembered by. The list grows on purpose.
        Assert.Equal(
            [
                "src/CommonLanguage.Server/Api/PageTokens.cs", "src/CommonLanguage.Server/SignIn/SignInMiddleware.cs",
                "src/CommonLanguage/Administration/ApiKeyText.cs", "src/CommonLanguage/Administration/SetupToken.cs",
            ],
            Repository.Files("src", "*.cs").Where(file => Repository.Read(file).Contains("FixedTimeEquals(", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("return secret == known;", true)]
    [InlineData("if (key.SecretHash.Span.SequenceEqual(hash))", true)]
    [InlineData("known.Header.Equals(header, StringComparison.Ordinal)", true)]
    [InlineData("return mac != Mac(question);", true)]
    [InlineData("secret.Length == SecretLength && CryptographicOperations.FixedTimeEquals(HashOf(secret), hash);", false)]
    [InlineData("if (header.Length == 0)", false)]
    public void The_rule_of_secrets_sees_what_it_is_for(string line, bool otherwise) => Assert.Equal(otherwise, ComparedOtherwise().IsMatch(line));

    [Fact]
    public void A_regular_expression_cannot_run_away()
    {
        var sources = Repository.Files("src", "*.cs").Select(Repository.Read).ToArray();
        var made = sources.SelectMany(source => Made().Matches(source).Select(match => match.Value)).ToArray();

        Assert.True(made.Length > 5);
        Assert.All(made, expression => Assert.True(
            expression.Contains("RegexOptions.NonBacktracking", StringComparison.Ordinal) || expression.Contains("matchTimeoutMilliseconds:", StringComparison.Ordinal), expression));
        Assert.DoesNotContain(sources, source => MadeAtRunTime().IsMatch(source));
    }

    [GeneratedRegex(@"\b\w*(secret|hash|mac|header|bearer|token)\b(\.Span)?\s*(==|!=)|\b\w*(secret|hash|mac|header|bearer|token)(\.Span|\.AsSpan\(\))?\.(Sequence)?Equals?\(", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ComparedOtherwise();

    [GeneratedRegex(@"\[GeneratedRegex\(.*?\)\]\s", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Made();

    [GeneratedRegex(@"new Regex\(|\bRegex\.(Match|Matches|IsMatch|Replace|Split|Count)\(", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MadeAtRunTime();
}
