using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Findings;

/// <summary>Makes the edits that can be made without asking.</summary>
public static class FixApplier
{
    // A word that has been written may make a term with the words beside it, which asks for another edit.
    const int MostRounds = 5;

    /// <summary>The document with all safe fixes made, and those that they call for, until none is left.</summary>
    /// <param name="checker">Finds what is to be fixed; without a cap, so that nothing is kept for a second run.</param>
    /// <param name="document">A document that is text.</param>
    /// <param name="lines">First and last lines of the parts that may be changed, from 1; empty = the whole document.</param>
    /// <param name="made">Number of edits made.</param>
    /// <exception cref="UnreadableInputException">An organisation named as author or reader is not in the snapshot.</exception>
    public static Document Settle(DocumentChecker checker, Document document, ImmutableArray<(int First, int Last)> lines, out int made)
    {
        made = 0;
        for (var round = 0; round < MostRounds; round++)
        {
            var text = Apply(document.Source, checker.Check(document, lines), out var now);
            if (now == 0)
                break;
            made += now;
            document = DocumentReader.ReadText(document.Name, text, document.Format);
        }

        return document;
    }

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
