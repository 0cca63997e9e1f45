namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>Parts of a source, in their order and joined where they overlap. Not thread-safe while parts are added.</summary>
sealed class SourceParts
{
    readonly List<Part> parts = [];
    bool isOrdered = true;

    /// <summary>A part.</summary>
    /// <param name="Start">First UTF-16 unit.</param>
    /// <param name="End">After the last one.</param>
    /// <param name="IsSilent">Whether the words on both sides belong together.</param>
    public readonly record struct Part(int Start, int End, bool IsSilent);

    public void Add(int start, int end, bool isSilent = false)
    {
        if (end <= start)
            return;
        parts.Add(new(start, end, isSilent));
        isOrdered &= parts.Count < 2 || parts[^2].End <= start;
    }

    /// <summary>The parts that have a unit in common with a range.</summary>
    public IEnumerable<Part> Within(int start, int end)
    {
        for (var i = First(start); i < parts.Count && parts[i].Start < end; i++)
            yield return parts[i];
    }

    public bool Overlaps(int start, int end) => First(start) is var i && i < parts.Count && parts[i].Start < end;

    public bool IsEmpty => parts.Count == 0;

    /// <summary>Puts the parts in their order.</summary>
    public SourceParts Ordered()
    {
        if (isOrdered)
            return this;
        parts.Sort((a, b) => a.Start.CompareTo(b.Start));
        var last = 0;
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts[i].Start < parts[last].End)
                parts[last] = parts[last] with { End = Math.Max(parts[last].End, parts[i].End), IsSilent = parts[last].IsSilent && parts[i].IsSilent };
            else
                parts[++last] = parts[i];
        }

        parts.RemoveRange(last + 1, parts.Count - last - 1);
        isOrdered = true;
        return this;
    }

    // The first part that ends after a place.
    int First(int at)
    {
        var (low, high) = (0, Ordered().parts.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (parts[middle].End <= at)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
