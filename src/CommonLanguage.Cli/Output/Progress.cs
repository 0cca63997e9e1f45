namespace CommonLanguage.Cli.Output;

/// <summary>How far some work is.</summary>
/// <param name="Doing">What is done just now.</param>
/// <param name="Share">0..1; 0 where nobody knows.</param>
sealed record Progress(string Doing, double Share);
