using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Findings;

/// <summary>Something an author should know about one place of a document.</summary>
/// <param name="Rule">Id of the rule ("CL001").</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Term">The word it is about, as the glossary writes it; empty when about no word.</param>
/// <param name="Message">One line that reads on its own.</param>
/// <param name="Entries">The entries behind it, the author's first.</param>
/// <param name="Evidence">What makes it so, each in a line.</param>
/// <param name="Fixes">What would settle it; each alone is enough.</param>
/// <param name="Related">Further places of the same.</param>
/// <param name="Conflict">Resource name of the conflict; empty when there is none.</param>
/// <param name="Fingerprint">Hash of the rule, the entries and the words around: the same when the lines move.</param>
public sealed record Finding(
    string Rule,
    Severity Severity,
    string File,
    Place Place,
    string Term,
    string Message,
    ImmutableArray<FindingEntry> Entries,
    ImmutableArray<string> Evidence,
    ImmutableArray<FindingFix> Fixes,
    ImmutableArray<Place> Related,
    string Conflict,
    string Fingerprint)
{
    /// <summary>The words in the document, as they stand there; empty when about no word.</summary>
    public string Written { get; init; } = "";
}
