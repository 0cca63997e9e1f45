using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange;

/// <summary>Gathers what is wrong with a file: the first hundred problems one by one, all of them counted.</summary>
sealed class ImportProblems
{
    readonly ImmutableArray<ImportProblem>.Builder first = ImmutableArray.CreateBuilder<ImportProblem>();
    readonly Dictionary<string, int> lineOfId = new(StringComparer.Ordinal);
    readonly Dictionary<string, (string Target, int Line)> replacements = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Rows refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Problems for which the file as a whole is refused.</summary>
    public int Fatal { get; private set; }

    /// <summary>The first hundred.</summary>
    public ImmutableArray<ImportProblem> First => first.ToImmutable();

    /// <summary>Counts a problem.</summary>
    public void Add(ImportProblem problem)
    {
        Count++;
        if (problem.IsRefused)
            Refused++;
        if (first.Count < Limits.ReportedProblems)
            first.Add(problem);
    }

    /// <summary>Looks at a row with its place among the others: ids given twice, and who replaces whom.</summary>
    public void Look(ImportRow row)
    {
        if (row.Problem is not null)
            Add(row.Problem);
        var isDuplicate = row.Problem is { Reason: ErrorReason.IdDuplicated };
        if (isDuplicate)
            Fatal++;
        if (row.Content is null)
            return;
        if (!isDuplicate && row.Id.Length > 0 && !lineOfId.TryAdd(row.Id, row.Line))
        {
            Fatal++;
            Add(new(
                row.Line,
                ErrorReason.IdDuplicated,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Id {Shown.Quoted(row.Id)} stands in line {lineOfId[row.Id]} already; put the rows of one entry together, or give each its own id."),
                "id"));
        }

        if (row.Content.ReplacedBy.Length > 0 && !IsOwnWord(row.Content))
            _ = replacements.TryAdd(NormalForm.Of(row.Content.Term.Text), (NormalForm.Of(row.Content.ReplacedBy), row.Line));
    }

    // An entry may give up a spelling for another of the same word ("Github" for "GitHub"), or one of its words for another.
    static bool IsOwnWord(EntryContent content) =>
        content.Terms.Any(term => NormalForm.Of(term.Text) == NormalForm.Of(content.ReplacedBy))
        && content.Terms.Any(term => term.Text != content.ReplacedBy);

    /// <summary>Says that all rows have been looked at: terms that replace each other in a circle.</summary>
    public void LookAtReplacements()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in replacements.Keys)
        {
            var path = new HashSet<string>(StringComparer.Ordinal);
            var word = start;
            while (replacements.TryGetValue(word, out var next) && !known.Contains(word))
            {
                if (!path.Add(word))
                {
                    Fatal++;
                    Add(new(
                        next.Line,
                        ErrorReason.ReplacementCircular,
                        string.Create(CultureInfo.InvariantCulture, $"Term {Shown.Quoted(word)} is replaced by {Shown.Quoted(next.Target)}, which leads back to it; leave one of the two in use."),
                        "replaced_by"));
                    break;
                }

                word = next.Target;
            }

            known.UnionWith(path);
        }
    }
}
