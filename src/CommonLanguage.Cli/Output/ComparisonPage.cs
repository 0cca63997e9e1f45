using System.Globalization;
using CommonLanguage.Analysis.Meaning.Answers;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>What the comparison says of two texts.</summary>
static class ComparisonPage
{
    /// <summary>Shows a comparison.</summary>
    public static void Show(Terminal terminal, string term, string a, string b, Comparison comparison)
    {
        var kind = (V1.ConflictKind)(int)comparison.Kind;
        terminal.Show(new Text(VisibleText.OneLine(term), Styles.Heading));
        terminal.Show(SeverityBar.Of(comparison.Conflict).Append($"  {Words.Of(kind)}: {Words.Explain(kind)}"));
        terminal.Show(new Text(
            string.Create(CultureInfo.InvariantCulture, $"{Sentence(comparison)} · similarity {comparison.Similarity:0.00}"),
            Styles.Quiet));
        terminal.Out.WriteLine();
        SideBySide.Show(terminal,
        [
            new("A", a, [.. comparison.Evidence.Select(evidence => (evidence.A.Start, evidence.A.End))]),
            new("B", b, [.. comparison.Evidence.Select(evidence => (evidence.B.Start, evidence.B.End))]),
        ]);
        if (comparison.Evidence.IsEmpty)
            return;
        terminal.Show(new Text("Where they part", Styles.Heading));
        for (var i = 0; i < comparison.Evidence.Length; i++)
            terminal.Show(Numbered.Line(i + 1, comparison.Evidence[i].Reason, ""));
    }

    static string Sentence(Comparison comparison)
    {
        var chance = string.Create(CultureInfo.InvariantCulture, $"{100 * comparison.Probabilities[comparison.Relation]:0} %");
        return comparison.Clear
            ? $"A {Verb(comparison.Relation)} B ({chance} sure)"
            : $"How A relates to B is not clear; likeliest: A {Verb(comparison.Relation)} B ({chance})";
    }

    static string Verb(Relation relation) => relation switch
    {
        Relation.Exact => "means the same as",
        Relation.Close => "means nearly the same as",
        Relation.Broader => "covers more than",
        Relation.Narrower => "covers less than",
        Relation.Related => "is related to",
        _ => "only shares the word with",
    };
}
