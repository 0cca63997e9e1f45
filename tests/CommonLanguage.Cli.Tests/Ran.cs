namespace CommonLanguage.Cli.Tests;

/// <summary>What a command line came to.</summary>
public sealed record Ran(int ExitCode, string Out, string Error);
