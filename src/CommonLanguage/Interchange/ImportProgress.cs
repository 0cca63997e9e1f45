namespace CommonLanguage.Interchange;

/// <summary>How far an import has got.</summary>
/// <param name="IsStoring">False while the file is read and checked, true while rows are stored.</param>
/// <param name="BytesRead">Bytes of the file received.</param>
/// <param name="RowsRead">Rows read, or gone through in the second pass.</param>
/// <param name="RowsStored">Rows stored; they stay whatever happens next.</param>
public readonly record struct ImportProgress(bool IsStoring, long BytesRead, long RowsRead, long RowsStored);
