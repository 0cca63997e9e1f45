namespace CommonLanguage.Cli.Output;

/// <summary>The exit codes of the process. Each has one meaning for every command.</summary>
static class ExitCode
{
    /// <summary>Done, or clean.</summary>
    public const int Done = 0;

    /// <summary>The answer is "no": nothing answers the question, or the check has findings, or rows were refused.</summary>
    public const int NoOrFindings = 1;

    /// <summary>Wrong use, or input that cannot be read.</summary>
    public const int WrongUse = 2;

    /// <summary>The server cannot be reached, cannot answer now, or is too old.</summary>
    public const int Unreachable = 3;

    /// <summary>Interrupted by the person (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
