using System.Globalization;
using CommonLanguage.V1;
using Google.Rpc;

namespace CommonLanguage.Cli.Output;

/// <summary>What the imports of several files did together.</summary>
sealed class ImportTotal
{
    readonly List<(string File, ImportReport Report)> files = [];

    /// <summary>The sums, and the problems of all files.</summary>
    public ImportReport Report { get; } = new();

    /// <summary>The files that were taken, in order.</summary>
    public IReadOnlyList<(string File, ImportReport Report)> Files => files;

    /// <summary>Whether a file was refused as a whole.</summary>
    public bool HasRefusedFile { get; private set; }

    /// <summary>Adds the report of a file.</summary>
    public void Add(string file, ImportReport report)
    {
        files.Add((file, report));
        Report.Added += report.Added;
        Report.Changed += report.Changed;
        Report.Unchanged += report.Unchanged;
        Report.Refused += report.Refused;
        Report.ConflictsOpened += report.ConflictsOpened;
        Report.ConflictsRefreshed += report.ConflictsRefreshed;
        Report.ConflictsClosed += report.ConflictsClosed;
        Report.Problems.Add(report.Problems);
        Report.ProblemCount += report.ProblemCount;
        Report.Organisation = report.Organisation;
        Report.Partnership = report.Partnership;
        Report.ColumnsKeptAsNote.Add(report.ColumnsKeptAsNote.Except(Report.ColumnsKeptAsNote).ToList());
        Report.ValidatedOnly |= report.ValidatedOnly;
        // Of several files each was read in its own way.
        Report.Reading = files.Count == 1 ? report.Reading : null;
    }

    /// <summary>Notes that a file was refused as a whole.</summary>
    /// <param name="file">The file.</param>
    /// <param name="refusal">What the service says about it, if it does.</param>
    /// <param name="message">The sentence for the person.</param>
    public void Refuse(string file, ErrorInfo? refusal, string message)
    {
        HasRefusedFile = true;
        Report.ProblemCount++;
        Report.Problems.Add(new ImportProblem
        {
            File = file,
            Line = int.TryParse(refusal?.Metadata.GetValueOrDefault("line"), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0,
            Reason = refusal?.Reason ?? "",
            Message = message,
            Refused = true,
        });
    }
}
