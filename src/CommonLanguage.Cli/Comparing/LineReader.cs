namespace CommonLanguage.Cli.Comparing;

/// <summary>Cuts a stream into lines, as bytes. A line that is too long is passed over, not held.</summary>
sealed class LineReader(Stream stream)
{
    /// <summary>Bytes that a line may have.</summary>
    public const int Limit = 4 * 1024 * 1024;

    byte[] buffer = new byte[64 * 1024];
    int start;
    int end;
    bool atBeginning = true;
    bool atEnd;

    /// <summary>Bytes read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The line that was read last; good until the next is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the line that was read last is over the limit; then only its beginning is there.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <returns>False when there is none.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellation)
    {
        IsTooLong = false;
        var searched = 0;
        while (true)
        {
            var found = buffer.AsSpan((start + searched)..end).IndexOf((byte)'\n');
            if (found >= 0)
                return Take(searched + found, 1);
            searched = end - start;
            if (atEnd)
                return (searched > 0 || IsTooLong) && Take(searched, 0);
            if (searched >= Limit)
            {
                IsTooLong = true;
                end = start;
                searched = 0;
            }

            await FillAsync(cancellation);
        }
    }

    bool Take(int length, int separator)
    {
        var line = buffer.AsMemory(start, length);
        start += length + separator;
        // A line that ends with CR LF ends before the CR.
        Line = length > 0 && line.Span[^1] == '\r' ? line[..^1] : line;
        return true;
    }

    async ValueTask FillAsync(CancellationToken cancellation)
    {
        if (start > 0)
        {
            buffer.AsSpan(start..end).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var length = await stream.ReadAsync(buffer.AsMemory(end), cancellation);
        atEnd = length == 0;
        end += length;
        BytesRead += length;
        if (atBeginning && end >= 3)
        {
            atBeginning = false;
            if (buffer.AsSpan(0, 3).SequenceEqual("\ufeff"u8))
                start = 3;
        }
    }
}
