using Spectre.Console.Rendering;

namespace CommonLanguage.Cli.Output;

/// <summary>Something whose lines after the first stand farther in.</summary>
sealed class Hanging(IRenderable content, int columns) : IRenderable
{
    /// <inheritdoc/>
    public Measurement Measure(RenderOptions options, int maxWidth) => content.Measure(options, maxWidth - columns);

    /// <inheritdoc/>
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var isFirst = true;
        foreach (var line in Segment.SplitLines(content.Render(options, maxWidth - columns)))
        {
            if (!isFirst)
                yield return Segment.Padding(columns);
            isFirst = false;
            foreach (var segment in line)
                yield return segment;
            yield return Segment.LineBreak;
        }
    }
}
