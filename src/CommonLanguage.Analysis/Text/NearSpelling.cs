namespace CommonLanguage.Analysis.Text;

/// <summary>How far two spellings are apart.</summary>
public static class NearSpelling
{
    /// <summary>
    /// The name that was probably meant by one that is none of them: case and the signs between words do not count, and a third of the
    /// letters (at most three) may be others, or one of the two begins with the other.
    /// </summary>
    /// <param name="misspelt">What was written.</param>
    /// <param name="names">What could have been written.</param>
    /// <returns>The nearest, the first of several; null when none is near.</returns>
    public static string? Nearest(string misspelt, IEnumerable<string> names)
    {
        var written = Letters(misspelt);
        var limit = Math.Clamp(written.Length / 3, 1, 3);
        return names.Select(name => (Name: name, Letters: Letters(name)))
            .Select(name => (name.Name, Distance: IsBeginning(written, name.Letters) ? Math.Min(limit, Distance(written, name.Letters, limit)) : Distance(written, name.Letters, limit)))
            .Where(name => name.Distance <= limit)
            .OrderBy(name => name.Distance)
            .Select(name => name.Name)
            .FirstOrDefault();
    }

    static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    static bool IsBeginning(string a, string b) =>
        Math.Min(a.Length, b.Length) >= 3 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal));

    /// <summary>
    /// The optimal string alignment distance (Damerau 1964, in Boytsov's restricted form) of two texts: letters put in, left out,
    /// changed or swapped with a neighbour; <paramref name="limit"/> + 1 when it is more than the limit.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit + 1;
        Span<int> rows = b.Length < 256 ? stackalloc int[3 * (b.Length + 1)] : new int[3 * (b.Length + 1)];
        var width = b.Length + 1;
        var before = rows[..width];
        var previous = rows.Slice(width, width);
        var current = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var distance = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    distance = Math.Min(distance, before[j - 2] + 1);
                current[j] = distance;
                least = Math.Min(least, distance);
            }

            if (least > limit)
                return limit + 1;
            var reused = before;
            before = previous;
            previous = current;
            current = reused;
        }

        return Math.Min(previous[b.Length], limit + 1);
    }
}
