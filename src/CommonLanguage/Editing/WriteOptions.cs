namespace CommonLanguage.Editing;

/// <summary>What every write may ask for; the default asks for nothing.</summary>
/// <param name="RequestId">Repeating a request with the same id gives the same answer; empty = none.</param>
/// <param name="ValidateOnly">Check everything, store nothing.</param>
public readonly record struct WriteOptions(string RequestId = "", bool ValidateOnly = false)
{
    readonly string? requestId = RequestId;

    /// <summary>Repeating a request with the same id gives the same answer; empty = none.</summary>
    public string RequestId
    {
        get => requestId ?? "";
        init => requestId = value;
    }
}
