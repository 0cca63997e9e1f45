namespace CommonLanguage.Interchange.Tables;

/// <summary>A table of texts that is read row by row.</summary>
abstract class Table : IDisposable
{
    /// <summary>Line, or row of a sheet, where the row begins, from 1.</summary>
    public abstract int Line { get; }

    /// <summary>Number of fields of the row.</summary>
    public abstract int Count { get; }

    /// <summary>A field of the row.</summary>
    public abstract string this[int position] { get; }

    /// <summary>A field of the row that holds a day, as it is written.</summary>
    public virtual string Day(int position) => this[position];

    /// <summary>Goes to the next row that holds anything.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="Glossary.RefusalException">The file cannot be read further.</exception>
    public abstract bool Read();

    /// <summary>All fields of the row.</summary>
    public string[] Fields()
    {
        var fields = new string[Count];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = this[i];
        return fields;
    }

    /// <inheritdoc/>
    public abstract void Dispose();
}
