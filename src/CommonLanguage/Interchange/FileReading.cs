using System.Collections.Immutable;

namespace CommonLanguage.Interchange;

/// <summary>What was taken for what in a file.</summary>
/// <param name="Format">"CSV", "XLSX" or "TBX".</param>
/// <param name="Encoding">Name of the encoding ("UTF-8", "windows-1252"); empty for a workbook.</param>
/// <param name="Delimiter">What separates the fields; empty but for CSV.</param>
/// <param name="HeaderLine">Line, or row of the sheet, of the header, from 1; 0 = there is none.</param>
/// <param name="SkippedRows">Rows above the header that were left out.</param>
/// <param name="Columns">The columns that are a field of an entry, in the order of the file.</param>
public sealed record FileReading(
    string Format, string Encoding, string Delimiter, int HeaderLine, int SkippedRows, ImmutableArray<(string Column, string Field)> Columns)
{
    /// <summary>Sheet of a workbook; empty for a text.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>Nothing was read.</summary>
    public static readonly FileReading None = new("", "", "", 0, 0, []);
}
