using System.Globalization;
using System.Text;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>
/// The record of a reconciliation as one Markdown document, for the file and for print. Its last line holds the SHA-256 hash of all
/// bytes before that line, so that a later change shows.
/// </summary>
public static class RecordDocument
{
    /// <summary>Writes the document. The same record gives the same document.</summary>
    public static (string Markdown, string Hash) Write(CaseRecord record)
    {
        var text = new StringBuilder();
        Head(text, record);
        Texts(text, record);
        foreach (var (proposal, act) in record.Proceedings.Proposals)
            Proposal(text, proposal, act, record);
        Settlement(text, record);
        Mappings(text, record);
        Acts(text, record);
        Revisions(text, record);
        return SealedText.Seal(text.ToString());
    }

    static void Head(StringBuilder text, CaseRecord record)
    {
        var conflict = record.Conflict;
        Line(text, $"# Record: {Inline(conflict.Term)}");
        Line(text, "");
        Line(text, $"- Conflict: `{record.Name}`");
        Line(text, $"- Partnership: {Inline(record.Partnership.DisplayName)}");
        Line(text, $"- Parties: {string.Join(", ", conflict.VoicesIn(record.Partnership).Select(party => Owner(record, party)))}");
        Line(text, $"- State: {conflict.State}, after step {record.Step} of {record.LastStep}");
        if (conflict.Reopening.Length > 0)
            Line(text, $"- Reopened: {Inline(conflict.Reopening)}");
        Line(text, "");
    }

    static void Texts(StringBuilder text, CaseRecord record)
    {
        Line(text, "## Texts");
        Line(text, "");
        foreach (var revision in record.Texts)
        {
            Line(text, $"### {Owner(record, revision.Organisation)}: {Inline(revision.Content.Term.Text)}");
            Line(text, "");
            Line(text, $"`{record.Names.Revision(revision.Key)}`, content hash `{revision.Hash}`");
            Line(text, "");
            Quote(text, revision.Content.Definition);
            Said(text, "Note for readers", revision.Content.ScopeNote);
            Said(text, "Source", revision.Content.Source);
        }
    }

    static void Proposal(StringBuilder text, Proposal proposal, RecordedAct act, CaseRecord record)
    {
        Line(text, $"## Proposal {proposal.Number}: {proposal.Outcome}");
        Line(text, "");
        Line(text, $"By {Inline(act.Actor.Name)}, {Time(act.Time)}.");
        Line(text, "");
        Quote(text, proposal.Rationale);
        foreach (var written in proposal.Texts)
        {
            Line(text, $"- Text for {(written.Entry == 0 ? "a new entry" : $"`{record.Names.Entry(written.Entry)}`")}{(written.Term.Length > 0 ? $", term '{Inline(written.Term)}'" : "")}");
            if (written.Definition.Length > 0)
                Line(text, $"  - Definition: {Inline(written.Definition)}");
            if (written.Note.Length > 0)
                Line(text, $"  - Note: {Inline(written.Note)}");
        }

        if (!proposal.Consequences.IsEmpty)
        {
            Line(text, "");
            Line(text, "What it does:");
            Line(text, "");
            foreach (var consequence in proposal.Consequences)
                Line(text, $"- {Inline(consequence.Sentence)}");
        }

        Line(text, "");
        Line(text, "Positions:");
        Line(text, "");
        foreach (var (position, taken, counts) in record.Proceedings.AllPositions.Where(one => one.Position.Proposal == proposal.Number))
        {
            Line(text, $"- {Owner(record, position.Organisation)}: {position.Stance}, by {Inline(taken.Actor.Name)}, {Time(taken.Time)}{(counts ? "" : " (no longer counts)")}");
            if (position.Statement.Length > 0)
                Line(text, $"  - {(position.Stance == Stance.AcceptWithReservation ? "Reservation" : "Statement")}: {Inline(position.Statement)}");
            foreach (var pin in position.Pins)
                Line(text, $"  - On `{record.Names.Revision(pin.RevisionKey)}`");
        }

        Line(text, "");
    }

    static void Settlement(StringBuilder text, CaseRecord record)
    {
        if (record.Proceedings.LastResolution is not { } last)
            return;
        var act = record.Proceedings.Acts[last.Number - 1];
        Line(text, $"## Settlement: {last.Resolution.Outcome}");
        Line(text, "");
        Line(text, $"Proposal {last.Resolution.Proposal}, settled by {Inline(act.Actor.Name)}, {Time(act.Time)}, in force from {Day(last.Resolution.Effective)}. {(record.Proceedings.Resolution is null ? "It was reopened and no longer holds." : "It holds.")}");
        Line(text, "");
        Quote(text, last.Resolution.Rationale);
        foreach (var position in last.Resolution.Positions)
            Line(text, $"- {Owner(record, position.Organisation)}: {position.Stance}{(position.Statement.Length > 0 ? $" ({Inline(position.Statement)})" : "")}");
        foreach (var effect in last.Resolution.Effects.Concat(record.Proceedings.Since))
        {
            Line(text, effect.Revision == 0
                ? $"- Left waiting for {Owner(record, effect.Organisation)}{(effect.Entry == 0 ? "" : $": `{record.Names.Entry(effect.Entry)}`")}"
                : $"- Written: `{record.Names.Revision(effect.Revision)}`{(effect.By is { } by ? $", accepted by {Inline(by)}" : "")}");
        }

        Line(text, "");
    }

    static void Mappings(StringBuilder text, CaseRecord record)
    {
        if (record.Mappings.IsEmpty)
            return;
        Line(text, "## Relations");
        Line(text, "");
        foreach (var mapping in record.Mappings)
            Line(text, $"- `{record.Names.Revision(mapping.A.RevisionKey)}` is {(mapping.Negated ? "not " : "")}{mapping.Relation.ToString().ToLowerInvariant()} to `{record.Names.Revision(mapping.B.RevisionKey)}`: {mapping.State}, by {Inline(mapping.Author)}{(mapping.Comment.Length > 0 ? $" ({Inline(mapping.Comment)})" : "")}");
        Line(text, "");
    }

    static void Acts(StringBuilder text, CaseRecord record)
    {
        Line(text, "## Steps");
        Line(text, "");
        foreach (var recorded in record.Proceedings.Acts)
        {
            Line(text, $"{recorded.Number}. {Time(recorded.Time)}, {Inline(recorded.Actor.Name)}: {ActSentence.Of(recorded.Act, record)}");
        }

        Line(text, "");
    }

    static void Revisions(StringBuilder text, CaseRecord record)
    {
        Line(text, "## Revisions");
        Line(text, "");
        Line(text, "| revision | content hash |");
        Line(text, "|---|---|");
        foreach (var revision in record.Names.Revisions)
            Line(text, $"| `{record.Names.Revision(revision.Key)}` | `{revision.Hash}` |");
        Line(text, "");
    }

    static void Said(StringBuilder text, string label, string said)
    {
        if (said.Length == 0)
            return;
        Line(text, $"{label}: {Inline(said)}");
        Line(text, "");
    }

    static void Quote(StringBuilder text, string said)
    {
        foreach (var line in said.Split('\n'))
            Line(text, $"> {Escaped(line)}");
        Line(text, "");
    }

    internal static string Inline(string said) => Escaped(said.ReplaceLineEndings(" "));

    // Words of people cannot become headings, links or markup of the document.
    static string Escaped(string said)
    {
        var text = new StringBuilder(said.Length);
        foreach (var c in said)
        {
            if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '!')
                _ = text.Append('\\');
            _ = text.Append(c);
        }

        return text.ToString();
    }

    static string Owner(CaseRecord record, int organisation) => Inline(record.Directory[organisation].DisplayName);

    static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
