namespace CommonLanguage.Editing;

/// <summary>What every write may ask for.</summary>
/// <param name="RequestId">Repeating a request with the same id gives the same answer; empty = none.</param>
/// <param name="ValidateOnly">Check everything, store nothing.</param>
public readonly record struct WriteOptions(string RequestId = "", bool ValidateOnly = false);
