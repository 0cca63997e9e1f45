using System.Buffers;
using System.Globalization;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>CL003: the document says what a word means, and the glossary says something else.</summary>
sealed class DefinitionDrift : ICheckRule
{
    const int FewestWords = 5;

    public RuleDescription Description { get; } = new(
        "CL003", "definition-drift", Severity.Warning,
        "The document restates a definition and says something else than the glossary.",
        "Take over the glossary's text, or change the glossary.");

    public void Check(CheckContext context)
    {
        var underTerminology = false;
        var block = -1;
        foreach (var use in context.Terms.Uses)
        {
            for (; block < use.Block; block++)
            {
                if (block + 1 < context.Document.Blocks.Length && context.Document.Blocks[block + 1] is { Kind: BlockKind.Heading } heading)
                    underTerminology = context.Document.Text.AsSpan(heading.Start, heading.End - heading.Start).ContainsAny(Terminology.Words);
            }

            if (DefinitionStatement.Of(context, use, underTerminology) is { } statement)
                Compare(context, statement);
        }
    }

    void Compare(CheckContext context, DefinitionStatement statement)
    {
        var text = context.Document.Text[statement.Start..statement.End].Trim().Replace(TextBuilder.Hole, ' ');
        if (text.AsSpan().Count(' ') + 1 < FewestWords)
            return;
        Comparison? closest = null;
        var entry = -1;
        foreach (var form in context.Forms(statement.Use))
        {
            var owner = context.Snapshot.OwnerOf(form.Entry);
            if (context.Audience.Author >= 0 ? owner != context.Audience.Author : !context.Audience.Has(owner))
                continue;
            var content = context.Snapshot.Entry(form.Entry);
            var comparison = MeaningComparer.Compare(DefinitionReading.Of(content.Term, text, content.Language), DefinitionReading.Of(content.Term, content.Definition, content.Language));
            if (closest is null || comparison.Conflict < closest.Conflict)
                (closest, entry) = (comparison, form.Entry);
        }

        // "A pod is the first to fail" says something of a pod, not what one is.
        if (closest is null || closest.Conflict < MeaningComparer.ConflictThreshold || (statement.IsWeak && closest.Relation == Relation.None))
            return;
        var shown = context.Show(entry);
        var difference = closest.Evidence.IsEmpty ? "" : ": " + closest.Evidence[0].Reason;
        var end = statement.Start + context.Document.Text.AsSpan(statement.Start, statement.End - statement.Start).TrimEnd().Length;
        context.Report(
            Description, Severity.Warning, statement.Use.Block, statement.Use.Start, statement.Use.End, shown.Term,
            $"This says something else of '{context.Text(statement.Use)}' than {shown.Organisation}'s glossary{difference}.",
            [shown],
            [.. closest.Evidence.Select(evidence => evidence.Reason), string.Create(CultureInfo.InvariantCulture, $"{closest.Kind}, conflict {closest.Conflict:0.00}"), $"here: {CheckContext.OneLine(text)}"],
            context.Replace(statement.Start, end, shown.Definition, isSafe: false));
    }

    // Made when a document has a first heading, not at each start.
    static class Terminology
    {
        public static readonly SearchValues<string> Words =
            SearchValues.Create(["terminolog", "glossar", "definition", "terms", "vocabular"], StringComparison.OrdinalIgnoreCase);
    }
}
