using System.Text.RegularExpressions;
using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Markup;

/// <summary>
/// Words in brackets of Markdown that are names: "[label]" and "[[page]]" are read and kept as they are; of "[[page|alias]]" the alias is
/// read.
/// </summary>
static partial class LinkLabels
{
    public static void Mark(TextBuilder text)
    {
        if (!text.Source.Contains('[', StringComparison.Ordinal))
            return;
        foreach (Match label in Label().Matches(text.Source))
        {
            var alias = label.Groups["alias"];
            if (alias.Success)
            {
                text.Leave(label.Index, alias.Index, isSilent: true);
                text.Leave(alias.Index + alias.Length, label.Index + label.Length, isSilent: true);
            }
            else
            {
                text.Keep(label.Index, label.Index + label.Length);
            }
        }
    }

    [GeneratedRegex(
        @"!?\[\[[^\[\]|\n]{1,200}?(\\?\|(?<alias>[^\[\]|\n]{1,200}))?\]\](?![(\[:])|\[[^\[\]]{1,100}\](?![(\[])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Label();
}
