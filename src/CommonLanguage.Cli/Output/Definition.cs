namespace CommonLanguage.Cli.Output;

/// <summary>A definition to be shown beside others.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Text">The definition.</param>
/// <param name="Marks">The words that differ: UTF-16 units from start to before end.</param>
sealed record Definition(string Owner, string Text, IReadOnlyList<(int Start, int End)> Marks);
