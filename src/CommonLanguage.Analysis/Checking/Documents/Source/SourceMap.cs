namespace CommonLanguage.Analysis.Checking.Documents.Source;

/// <summary>Where each character of a document's text comes from. Runs of characters that stand in the source as they are take one row.</summary>
sealed class SourceMap
{
    readonly List<Run> runs = [];

    readonly record struct Run(int Text, int TextLength, int Source, int SourceLength)
    {
        // A run of one decoded character for one source character is as good as copied.
        public bool IsCopy => TextLength == SourceLength;
    }

    public void Add(int text, int textLength, int source, int sourceLength)
    {
        if (textLength == 0)
            return;
        if (textLength == sourceLength && runs.Count > 0 && runs[^1] is var last && last.IsCopy
            && last.Text + last.TextLength == text && last.Source + last.SourceLength == source)
            runs[^1] = last with { TextLength = last.TextLength + textLength, SourceLength = last.SourceLength + sourceLength };
        else
            runs.Add(new(text, textLength, source, sourceLength));
    }

    /// <summary>The part of the source that a part of the text, not an empty one, comes from.</summary>
    public (int Start, int End) Source(int start, int end)
    {
        var first = runs[IndexOf(start)];
        var last = runs[IndexOf(end - 1)];
        return (
            first.IsCopy ? first.Source + (start - first.Text) : first.Source,
            last.IsCopy ? last.Source + (end - last.Text) : last.Source + last.SourceLength);
    }

    int IndexOf(int text)
    {
        var (low, high) = (0, runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (runs[middle].Text <= text)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
