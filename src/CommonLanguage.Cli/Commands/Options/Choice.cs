using System.CommandLine;
using System.CommandLine.Parsing;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>Options that take one of some words, whatever their case.</summary>
static class Choice
{
    // More words than these would take the help's left column for themselves.
    const int MostInName = 5;

    /// <summary>An option that takes one word.</summary>
    public static Option<string> Option(string name, string description, string standard, string[] words) => new(name)
    {
        HelpName = HelpName(name, words),
        Description = Description(description, words),
        DefaultValueFactory = _ => standard,
        CustomParser = result => Read(result, name, result.Tokens[0].Value, words),
    };

    /// <summary>An option that may be repeated.</summary>
    public static Option<string[]> Options(string name, string description, string[] words) => new(name)
    {
        HelpName = HelpName(name, words),
        Description = Description(description, words),
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.Select(token => Read(result, name, token.Value, words))],
    };

    /// <summary>An option that must be given.</summary>
    public static Option<string> Required(string name, string description, string[] words) => new(name)
    {
        HelpName = HelpName(name, words),
        Description = Description(description, words),
        Required = true,
        CustomParser = result => Read(result, name, result.Tokens[0].Value, words),
    };

    /// <summary>An argument that takes one word.</summary>
    public static Argument<string> Argument(string name, string description, string[] words) => new(name)
    {
        HelpName = name,
        Description = $"{description} One of {List(words)}.",
        CustomParser = result => Read(result, name, result.Tokens[0].Value, words),
    };

    static string HelpName(string name, string[] words) => words.Length <= MostInName ? string.Join('|', words) : name.TrimStart('-').ToUpperInvariant();

    static string Description(string description, string[] words) => words.Length <= MostInName ? description : $"{description} One of {List(words)}.";

    static string List(string[] words) => $"{string.Join(", ", words[..^1])} or {words[^1]}";

    static string Read(ArgumentResult result, string name, string text, string[] words)
    {
        var word = words.FirstOrDefault(word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase));
        if (word is null)
            result.AddError($"{name} takes {List(words)}, not '{text}'.");
        return word ?? words[0];
    }
}
