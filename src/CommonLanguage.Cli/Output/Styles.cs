using Spectre.Console;
using Spectre.Console.Rendering;

namespace CommonLanguage.Cli.Output;

/// <summary>How things look on a terminal. Only the sixteen colours that follow a person's theme.</summary>
static class Styles
{
    /// <summary>Names that head a block.</summary>
    public static Style Heading { get; } = new(decoration: Decoration.Bold);

    /// <summary>What may be passed over.</summary>
    public static Style Quiet { get; } = new(Color.Grey);

    /// <summary>Words to look at.</summary>
    public static Style Marked { get; } = new(Color.Yellow, decoration: Decoration.Bold | Decoration.Underline);

    /// <summary>Two columns in from the left.</summary>
    public static IRenderable Indented(IRenderable content) => new Padder(content, new Padding(2, 0, 0, 0));
}
