namespace CommonLanguage.Cli.Output;

/// <summary>The command cannot go on.</summary>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
/// <param name="sentence">Names the thing and the way out; shown after "commonlanguage: ".</param>
/// <param name="inner">What caused it.</param>
sealed class FailureException(int exitCode, string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    /// <summary>What the process ends with.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>Wrong use, or input that cannot be read.</summary>
    public static FailureException WrongUse(string sentence, Exception? inner = null) => new(Output.ExitCode.WrongUse, sentence, inner);
}
