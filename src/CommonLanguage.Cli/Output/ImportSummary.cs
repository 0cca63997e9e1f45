using System.Globalization;
using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>What an import did, file by file.</summary>
static class ImportSummary
{
    /// <summary>Shows the reports of all files, and their sum where there are several.</summary>
    public static void Show(Terminal terminal, ImportTotal total)
    {
        foreach (var (file, report) in total.Files)
        {
            var where = report.Partnership.Length > 0 ? $" in {Names.Id(report.Partnership)}" : "";
            terminal.Show(new Text(VisibleText.OneLine($"{file} -> {Names.Id(report.Organisation)}{where}"), Styles.Heading));
            ShowCounts(terminal, report);
            if (report.Reading is { Format.Length: > 0 } reading)
                terminal.Show(Styles.Indented(new Text(VisibleText.OneLine(Told(reading)))));
            if (report.ColumnsKeptAsNote.Count > 0)
                terminal.Show(Styles.Indented(new Text(VisibleText.OneLine($"kept as a note: {string.Join(", ", report.ColumnsKeptAsNote)}"))));
            foreach (var problem in report.Problems)
                terminal.Out.WriteLine(VisibleText.OneLine(Line(problem, file)));
            if (report.ProblemCount > report.Problems.Count)
                terminal.Show(Styles.Indented(new Text($"and {Count.Of(report.ProblemCount - report.Problems.Count, "more problem")}", Styles.Quiet)));
        }

        if (total.Files.Count > 1)
        {
            terminal.Show(new Text($"{total.Files.Count} files", Styles.Heading));
            ShowCounts(terminal, total.Report);
        }

        if (total.Report.ValidatedOnly)
            terminal.Show(new Text("Nothing was stored: this was a dry run.", Styles.Quiet));
    }

    /// <summary>What was taken for what in a file.</summary>
    static string Told(FileRead reading)
    {
        List<string> parts = [reading.Format];
        if (reading.Encoding.Length > 0)
            parts.Add(reading.Encoding);
        if (reading.Delimiter.Length > 0)
            parts.Add($"separated by {Named(reading.Delimiter)}");
        if (reading.Sheet.Length > 0)
            parts.Add($"sheet '{reading.Sheet}'");
        if (reading.HeaderLine > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"header in {(reading.Sheet.Length > 0 ? "row" : "line")} {reading.HeaderLine}"));
        if (reading.SkippedRows > 0)
            parts.Add($"{Count.Of(reading.SkippedRows, "row")} above it left out");
        var columns = reading.Columns.Where(column => !string.Equals(column.Column, column.Field, StringComparison.OrdinalIgnoreCase))
            .Select(column => $"{column.Field} from '{column.Column}'").ToList();
        return $"read as:   {string.Join(", ", parts)}{(columns.Count > 0 ? "; " : "")}{string.Join(", ", columns)}";
    }

    static string Named(string delimiter) => delimiter switch
    {
        "," => "commas",
        ";" => "semicolons",
        "\t" => "tabs",
        _ => $"'{delimiter}'",
    };

    static void ShowCounts(Terminal terminal, ImportReport report) => terminal.Show(Styles.Indented(new Rows(
        new Text(string.Create(
            CultureInfo.InvariantCulture, $"entries:   {report.Added:N0} added, {report.Changed:N0} changed, {report.Unchanged:N0} unchanged, {report.Refused:N0} refused")),
        new Text(string.Create(
            CultureInfo.InvariantCulture,
            $"conflicts: {report.ConflictsOpened:N0} opened, {report.ConflictsRefreshed:N0} refreshed, {report.ConflictsClosed:N0} closed")))));

    // One line each, not wrapped, in the form that editors and grep know.
    static string Line(ImportProblem problem, string file) => problem.Line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{file}:{problem.Line}: {problem.Message}")
        : $"{file}: {problem.Message}";
}
