using System.Buffers;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Tables;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace CommonLanguage.Interchange.Xlsx;

/// <summary>Writes a glossary as an Excel workbook that this service reads back as it was, piece by piece. Every cell is text, none a formula.</summary>
sealed class XlsxGlossaryWriter : IAsyncDisposable
{
    const int LongestSheetName = 31;

    // Widths in characters: of the term, of the definition, and of every other column.
    const int TermWidth = 28;
    const int DefinitionWidth = 80;
    const int OtherWidth = 16;

    static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    readonly MemoryStream written;
    readonly Spreadsheet spreadsheet;

    XlsxGlossaryWriter(MemoryStream written, Spreadsheet spreadsheet) => (this.written, this.spreadsheet) = (written, spreadsheet);

    /// <summary>Begins a workbook with the header of its one sheet, which stays in sight and can be filtered by.</summary>
    /// <param name="name">Name of the sheet; cut where Excel takes no longer one.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static async Task<XlsxGlossaryWriter> BeginAsync(string name, CancellationToken cancellation)
    {
        var written = new Drained();
        var spreadsheet = await Spreadsheet.CreateNewAsync(written, cancellationToken: cancellation);
        var options = new WorksheetOptions { FrozenRows = 1, AutoFilter = new($"A1:{(char)('A' + GlossaryRows.Header.Length - 1)}1") };
        for (var column = 1; column <= GlossaryRows.Header.Length; column++)
            options.Column(column).Width = column == 1 ? TermWidth : column == 2 ? DefinitionWidth : OtherWidth;
        await spreadsheet.StartWorksheetAsync(name.Length <= LongestSheetName ? name : name[..LongestSheetName], options, cancellation);
        await spreadsheet.AddHeaderRowAsync([.. GlossaryRows.Header], null, cancellation);
        return new(written, spreadsheet);
    }

    /// <summary>Writes the rows of some entries.</summary>
    /// <returns>The bytes of the file that are ready.</returns>
    public async Task<byte[]> WriteRowsAsync(IEnumerable<Revision> revisions, CancellationToken cancellation)
    {
        foreach (var row in revisions.SelectMany(GlossaryRows.Of))
            await spreadsheet.AddRowAsync(Array.ConvertAll(row, Cell), cancellation);
        return Take();
    }

    /// <summary>Ends the workbook.</summary>
    /// <returns>The last bytes of the file.</returns>
    public async Task<byte[]> EndAsync(CancellationToken cancellation)
    {
        await spreadsheet.FinishAsync(cancellation);
        return Take();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await spreadsheet.DisposeAsync();
        await written.DisposeAsync();
    }

    byte[] Take()
    {
        var bytes = written.ToArray();
        written.SetLength(0);
        return bytes;
    }

    static DataCell Cell(string text) => text.Length == 0 ? default : new(Escaped(text));

    // ECMA-376, part 1, 22.9.2.19: _x0041_ in a text is a character; a text that holds such a thing says its first line as one.
    static string Escaped(string text)
    {
        for (var at = text.LastIndexOf('_'); at >= 0; at = at == 0 ? -1 : text.LastIndexOf('_', at - 1))
        {
            if (text.AsSpan(at + 1) is ['x', _, _, _, _, '_', ..] && text.AsSpan(at + 2, 4).IndexOfAnyExcept(HexDigits) < 0)
                text = text.Insert(at + 1, "x005F_");
        }

        return text;
    }

    /// <summary>Bytes that are taken away while more are written: the archive in them must not look back.</summary>
    sealed class Drained : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
