using CommonLanguage.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CommonLanguage.Cli.Output;

/// <summary>What a word means: one block for each organisation.</summary>
static class MeaningBlocks
{
    /// <summary>Shows the meanings of a term.</summary>
    public static void Show(Terminal terminal, string asked, IReadOnlyList<Meaning> meanings)
    {
        var severalLanguages = meanings.Select(meaning => meaning.Language).Distinct().Skip(1).Any();
        string? last = null;
        foreach (var meaning in meanings)
        {
            if (last is not null)
                terminal.Out.WriteLine();
            if (meaning.Organisation != last)
                terminal.Show(new Text(VisibleText.OneLine(Names.Id(meaning.Organisation)), Styles.Heading));
            last = meaning.Organisation;
            terminal.Show(Styles.Indented(Block(meaning, asked, severalLanguages)));
        }

        var organisations = meanings.Select(meaning => meaning.Organisation).Distinct().Count();
        var conflicts = meanings.SelectMany(meaning => meaning.Conflicts).Distinct().ToList();
        terminal.Out.WriteLine();
        terminal.Show(new Text($"{Count.Of(meanings.Count, "meaning")} in {Count.Of(organisations, "organisation")}, "
            + (conflicts.Count == 0 ? "no open conflict." : $"{Count.Of(conflicts.Count, "open conflict")}:"), Styles.Quiet));
        foreach (var conflict in conflicts)
            terminal.Show(new Text(VisibleText.OneLine($"  commonlanguage conflict {conflict}"), Styles.Quiet));
    }

    static Rows Block(Meaning meaning, string asked, bool showLanguage)
    {
        List<IRenderable> lines = [];
        var remarks = Remarks(meaning, asked, showLanguage);
        if (remarks.Length > 0)
            lines.Add(new Text(VisibleText.OneLine(remarks), Styles.Quiet));
        lines.Add(new Text(VisibleText.Lines(meaning.Definition)));
        if (meaning.ScopeNote.Length > 0)
            lines.Add(new Text(VisibleText.Lines($"{(meaning.ScopeNoteLapsed ? "No longer agreed" : "Applies")}: {meaning.ScopeNote}")));
        if (meaning.Source.Length > 0)
            lines.Add(new Text(VisibleText.OneLine($"Source: {meaning.Source}"), Styles.Quiet));
        if (meaning.Adopts.Length > 0)
            lines.Add(new Text(VisibleText.OneLine($"Adopts: {meaning.Adopts}"), Styles.Quiet));
        if (meaning.AdoptedBy.Count > 0)
            lines.Add(new Text(VisibleText.OneLine($"Adopted by: {string.Join(", ", meaning.AdoptedBy.Select(Names.Id))}"), Styles.Quiet));
        foreach (var settlement in meaning.Settlements)
            lines.Add(new Text(VisibleText.OneLine(Said(settlement)), settlement.Warning ? Style.Plain : Styles.Quiet));
        return new Rows(lines);
    }

    // One line: what was agreed and since when, what readers are told, and what was reserved.
    static string Said(Settlement settlement)
    {
        var since = settlement.Since.Length > 0 ? $" since {settlement.Since}" : "";
        var note = settlement.Note.Length > 0 ? $": {settlement.Note}" : ".";
        var reserved = settlement.Reservations.Select(reservation => $" Reservation of {Names.Id(reservation.Organisation)}: {reservation.Statement}");
        return $"{(settlement.Warning ? "Warning, agreed" : "Agreed")} ({Words.Of(settlement.Outcome)}){since}{note}{string.Concat(reserved)}";
    }

    static string Remarks(Meaning meaning, string asked, bool showLanguage)
    {
        List<string> remarks = [];
        if (meaning.Term != asked)
            remarks.Add(meaning.Term);
        if (showLanguage)
            remarks.Add($"in {meaning.Language}");
        if (meaning.SubjectField.Length > 0)
            remarks.Add(meaning.SubjectField);
        if (meaning.Status is not (Term.Types.Status.Preferred or Term.Types.Status.Unspecified))
            remarks.Add(Words.Of(meaning.Status));
        if (meaning.ReplacedBy.Length > 0)
            remarks.Add($"use '{meaning.ReplacedBy}' instead");
        return string.Join(" · ", remarks);
    }
}
