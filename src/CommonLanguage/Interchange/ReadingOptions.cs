namespace CommonLanguage.Interchange;

/// <summary>How a file is to be read where somebody overrules what would be found from its content.</summary>
public sealed record ReadingOptions
{
    /// <summary>Everything is found from the content.</summary>
    public static readonly ReadingOptions Found = new();

    /// <summary>Name of the encoding ("windows-1252", "utf-16le"); empty = found from the bytes.</summary>
    public string Encoding { get; init; } = "";

    /// <summary>What separates the fields: one character, or "tab"; empty = found from the header.</summary>
    public string Delimiter { get; init; } = "";

    /// <summary>Name of the sheet of a workbook; empty = the first.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>Fields of an entry, each with the name of the column that holds it; what is not named goes by its common names.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
