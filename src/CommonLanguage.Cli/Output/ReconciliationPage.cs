using CommonLanguage.V1;
using Spectre.Console;

namespace CommonLanguage.Cli.Output;

/// <summary>Where a reconciliation stands: the proposal, the positions, the settlement, and the next step as a command to copy.</summary>
static class ReconciliationPage
{
    /// <summary>Shows a reconciliation.</summary>
    public static void Show(Terminal terminal, Reconciliation reconciliation)
    {
        var conflict = reconciliation.Conflict;
        terminal.Show(new Paragraph(VisibleText.OneLine(conflict.Term), Styles.Heading).Append($"  {Words.Of(conflict.Status)}"));
        terminal.Show(new Text(VisibleText.OneLine(conflict.Name), Styles.Quiet));
        if (reconciliation.Assignees.Count > 0)
            terminal.Show(new Text(VisibleText.OneLine($"Taken care of by {string.Join(", ", reconciliation.Assignees)}")));
        if (reconciliation.Reopening.Length > 0 && conflict.Status == Conflict.Types.Status.Reopened)
            terminal.Show(new Text(VisibleText.OneLine($"Reopened: {reconciliation.Reopening}")));
        if (reconciliation.Proposal is { } proposal)
            ShowProposal(terminal, proposal);
        if (reconciliation.ConsultationTo.Length > 0)
            ShowPositions(terminal, reconciliation);
        if (reconciliation.Resolution is { } resolution)
            ShowResolution(terminal, resolution);
        foreach (var offer in reconciliation.Offers)
            ShowOffer(terminal, offer);
        if (reconciliation.ReviewDate.Length > 0)
            terminal.Show(new Text(VisibleText.OneLine($"To be looked at again on {reconciliation.ReviewDate}")));
        if (reconciliation.Resolution is { Holds: true })
            DependentList.Show(terminal, conflict);
        if (reconciliation.Step < reconciliation.LastStep)
            return;
        terminal.Show(new Text("Next", Styles.Quiet));
        foreach (var step in reconciliation.Next)
            terminal.Show(Styles.Indented(new Text(VisibleText.OneLine(step.Sentence))));
        foreach (var command in NextSteps.After(reconciliation))
            terminal.Out.WriteLine(VisibleText.OneLine($"  {command}"));
    }

    static void ShowProposal(Terminal terminal, Proposal proposal)
    {
        terminal.Show(new Paragraph($"Proposal {proposal.Number}: {Words.Of(proposal.Outcome)}").Append(VisibleText.OneLine($"  by {proposal.Author}"), Styles.Quiet));
        terminal.Show(Styles.Indented(new Text(VisibleText.Lines(proposal.Rationale))));
        if (proposal.Entry.Length > 0)
            terminal.Show(Styles.Indented(new Text(VisibleText.OneLine($"{Owner(proposal.Entry)}: {Role(proposal)}"))));
        foreach (var text in proposal.Texts)
        {
            var owner = text.Entry.Length == 0 ? proposal.Outcome == Outcome.SplitEntry ? "part" : "shared" : Owner(text.Entry);
            foreach (var said in (string[])[text.Term.Length == 0 ? "" : $"'{text.Term}'", text.Definition, text.Note.Length == 0 ? "" : $"Note: {text.Note}"])
            {
                if (said.Length > 0)
                    terminal.Show(Styles.Indented(new Text(VisibleText.Lines($"{owner}: {said}"))));
            }
        }

        ShowConsequences(terminal, proposal);
    }

    static void ShowConsequences(Terminal terminal, Proposal proposal)
    {
        if (proposal.Consequences.Count == 0)
            return;
        terminal.Show(Styles.Indented(new Text("What it does:", Styles.Quiet)));
        foreach (var consequence in proposal.Consequences)
            terminal.Show(Styles.Indented(new Text(VisibleText.Lines($"- {consequence.Sentence}"))));
    }

    static void ShowResolution(Terminal terminal, Resolution resolution)
    {
        var held = resolution.Holds ? "" : "; it was reopened and no longer holds";
        terminal.Show(new Text(VisibleText.OneLine(
            $"Settled by proposal {resolution.Proposal}, {Words.Of(resolution.Outcome)}, in force from {resolution.EffectiveDate}{held}")));
        foreach (var kept in resolution.Positions.Where(position => position.Stance == Position.Types.Stance.AcceptWithReservation))
            terminal.Show(Styles.Indented(new Text(VisibleText.Lines($"{Names.Id(kept.Organisation)} has a reservation: {kept.Statement}"))));
        if (resolution.Open.Count > 0)
            terminal.Show(Styles.Indented(new Text(VisibleText.OneLine($"Not settled, and still open: {string.Join(", ", resolution.Open.Select(Owner).Distinct())}"))));
    }

    static void ShowOffer(Terminal terminal, Offer offer)
    {
        terminal.Show(new Text(VisibleText.OneLine(
            $"{Names.Id(offer.Organisation)} may take back {offer.Now}{(offer.ChangedSince ? ", which it has changed since" : "")}:")));
        terminal.Show(Styles.Indented(new Text(VisibleText.Lines(offer.Before.Length == 0 ? "It is retired: the settlement made it." : $"Before: {offer.DefinitionBefore}"))));
    }

    static void ShowPositions(Terminal terminal, Reconciliation reconciliation)
    {
        terminal.Show(new Text(VisibleText.OneLine($"Consultation from {reconciliation.ConsultationFrom} to {reconciliation.ConsultationTo}")));
        foreach (var party in reconciliation.Parties)
        {
            var position = reconciliation.Positions.FirstOrDefault(position => position.Counts && position.Organisation == party);
            var line = new Paragraph(VisibleText.OneLine($"{Names.Id(party)}: {(position is null ? "no position yet" : Words.Of(position.Stance))}"));
            if (position is { Statement.Length: > 0 })
                _ = line.Append(VisibleText.OneLine($"  {position.Statement}"), Styles.Quiet);
            terminal.Show(Styles.Indented(line));
        }
    }

    static string Role(Proposal proposal) => proposal.Outcome switch
    {
        Outcome.AdoptOne => "its definition is adopted by the others",
        Outcome.DeprecateOne => $"superseded; use '{proposal.Replacement}' instead",
        Outcome.SplitEntry => "its entry is split",
        _ => Words.Of(proposal.Outcome),
    };

    static string Owner(string entry) => Names.Id(entry[..entry.IndexOf("/entries/", StringComparison.Ordinal)]);
}
