namespace CommonLanguage.Cli.Output;

/// <summary>What the process says when it ends.</summary>
static class ExitCode
{
    /// <summary>Done, or clean.</summary>
    public const int Done = 0;

    /// <summary>Nothing was found.</summary>
    public const int NothingFound = 1;

    /// <summary>Wrong use, or input that cannot be read.</summary>
    public const int WrongUse = 2;

    /// <summary>The server cannot be reached, cannot answer now, or is too old.</summary>
    public const int Unreachable = 3;

    /// <summary>Interrupted by the person (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
