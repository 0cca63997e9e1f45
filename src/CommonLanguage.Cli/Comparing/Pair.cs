namespace CommonLanguage.Cli.Comparing;

/// <summary>Two definitions of one word.</summary>
/// <param name="Term">The word.</param>
/// <param name="A">First definition.</param>
/// <param name="B">Second definition.</param>
/// <param name="Language">BCP 47.</param>
sealed record Pair(string Term, string A, string B, string Language);
