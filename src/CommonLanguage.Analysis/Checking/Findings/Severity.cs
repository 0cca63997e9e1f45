namespace CommonLanguage.Analysis.Checking.Findings;

/// <summary>How much a finding matters; a greater number matters more.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info = 1,
    /// <summary>A reader may be misled.</summary>
    Warning = 2,
    /// <summary>A reader will be misled, or a rule of the organisation is broken.</summary>
    Error = 3,
}
