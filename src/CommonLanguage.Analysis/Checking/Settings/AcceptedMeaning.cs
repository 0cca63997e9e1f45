namespace CommonLanguage.Analysis.Checking.Settings;

/// <summary>A meaning as it was when it was accepted.</summary>
/// <param name="Entry">Resource name of the entry.</param>
/// <param name="Definition">Its definition then: a later one that says the same does not wake the conflict.</param>
public sealed record AcceptedMeaning(string Entry, string Definition);
