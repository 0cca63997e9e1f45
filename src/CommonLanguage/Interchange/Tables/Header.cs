using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange.Tables;

/// <summary>Finds the header of a table: the first of its upper rows that names a column for the term and one for the definition.</summary>
/// <param name="Fields">The header; where none was found, the row with the most fields.</param>
/// <param name="IsFound">Whether there is one.</param>
/// <param name="Line">Where it stands, from 1.</param>
/// <param name="Skipped">Rows above it.</param>
sealed record Header(string[] Fields, bool IsFound, int Line, int Skipped)
{
    const int RowsLookedAt = 20;

    /// <summary>Reads until the header; the table then stands on it.</summary>
    /// <returns>The header; null for a table without a row.</returns>
    /// <exception cref="RefusalException">The table cannot be read.</exception>
    public static Header? Find(Table table, ReadingOptions options)
    {
        Header? widest = null;
        RefusalException? unreadable = null;
        for (var skipped = 0; skipped < RowsLookedAt && table.Read(); skipped++)
        {
            string[] row;
            try
            {
                row = table.Fields();
            }
            catch (RefusalException refusal)
            {
                // A title need not keep to the rules of the table beneath it.
                unreadable ??= refusal;
                continue;
            }

            if (TableColumns.IsHeader(row, options))
                return new(row, true, table.Line, skipped);
            if (widest is null || row.Length > widest.Fields.Length)
                widest = new(row, false, table.Line, skipped);
        }

        return unreadable is null ? widest : throw unreadable;
    }
}
