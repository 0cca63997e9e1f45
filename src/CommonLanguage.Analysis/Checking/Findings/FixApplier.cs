namespace CommonLanguage.Analysis.Checking.Findings;

/// <summary>Makes the edits that can be made without asking.</summary>
public static class FixApplier
{
    /// <summary>The text with all safe fixes made; of two that overlap the first is made.</summary>
    /// <param name="source">The file's text, as the document gives it.</param>
    /// <param name="findings">Findings of that file.</param>
    /// <param name="made">Number of edits made.</param>
    public static string Apply(string source, IEnumerable<Finding> findings, out int made)
    {
        var text = new System.Text.StringBuilder(source.Length + 64);
        var at = made = 0;
        foreach (var fix in findings.SelectMany(finding => finding.Fixes.Where(fix => fix.IsSafe).Take(1)).OrderBy(fix => fix.Place.Start))
        {
            if (fix.Place.Start < at)
                continue;
            _ = text.Append(source, at, fix.Place.Start - at).Append(fix.Replacement);
            at = fix.Place.End;
            made++;
        }

        return text.Append(source, at, source.Length - at).ToString();
    }
}
