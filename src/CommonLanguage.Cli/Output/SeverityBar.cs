using System.Globalization;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>A severity, 0..1, as a bar and a number.</summary>
static class SeverityBar
{
    const int Cells = 8;

    /// <summary>Columns it takes.</summary>
    public const int Width = Cells + 5;

    /// <summary>Draws one.</summary>
    public static Paragraph Of(double severity)
    {
        severity = Math.Clamp(severity, 0, 1);
        var full = (int)Math.Round(severity * Cells, MidpointRounding.AwayFromZero);
        var style = new Style(severity >= .7 ? Color.Red : severity >= .4 ? Color.Yellow : Color.Green);
        return new Paragraph(new string('█', full), style)
            .Append(new string('░', Cells - full), Styles.Quiet)
            .Append(string.Create(CultureInfo.InvariantCulture, $" {severity:0.00}"));
    }
}
