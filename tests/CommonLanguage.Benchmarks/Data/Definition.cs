namespace CommonLanguage.Benchmarks.Data;

/// <summary>One row of a glossary.</summary>
sealed record Definition(string Term, string Text);
