using System.Collections.Frozen;
using CommonLanguage.Analysis.Checking.Findings;

namespace CommonLanguage.Analysis.Checking.Settings;

/// <summary>
/// Findings that were there before and are not shown again: their fingerprints, one a line, <c>#</c> before notes. Immutable.
/// </summary>
public sealed class Baseline
{
    readonly FrozenSet<string> fingerprints;

    Baseline(IEnumerable<string> fingerprints) => this.fingerprints = fingerprints.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nothing is known.</summary>
    public static readonly Baseline None = new([]);

    /// <summary>Reads a file.</summary>
    public static Baseline Read(string text) =>
        new(text.Split('\n').Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0));

    /// <summary>The file that makes all these findings known.</summary>
    public static string Write(IEnumerable<Finding> findings) => string.Concat(findings
        .Select(finding => $"{finding.Fingerprint} # {finding.Rule} {finding.File} {finding.Term.ReplaceLineEndings(" ")}\n").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Whether a finding is known.</summary>
    public bool Knows(Finding finding) => fingerprints.Contains(finding.Fingerprint);
}
