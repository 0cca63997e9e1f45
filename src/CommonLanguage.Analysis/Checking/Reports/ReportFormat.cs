namespace CommonLanguage.Analysis.Checking.Reports;

/// <summary>How findings are written.</summary>
public enum ReportFormat
{
    /// <summary>For people.</summary>
    Text,
    /// <summary>One JSON document.</summary>
    Json,
    /// <summary>SARIF 2.1.0 (OASIS).</summary>
    Sarif,
    /// <summary>Annotations of GitHub Actions.</summary>
    GitHub,
    /// <summary>JUnit's XML, one test case a finding.</summary>
    JUnit,
    /// <summary>Checkstyle's XML.</summary>
    Checkstyle,
}
