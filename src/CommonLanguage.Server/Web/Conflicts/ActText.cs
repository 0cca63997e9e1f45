using CommonLanguage.Glossary;
using CommonLanguage.Server.Web.Showing;

namespace CommonLanguage.Server.Web.Conflicts;

/// <summary>What was said or done, as a sentence that begins after the person's name.</summary>
static class ActText
{
    /// <summary>The sentence, and the words of the person where there are any.</summary>
    public static (string Did, string Said) Of(Act act, ConflictView view) => act switch
    {
        Triage triage => ($"said how {Pair(triage, view)} relate: {Verdict(triage, view)}", triage.Comment),
        Assignment { People: [] } => ("freed it from anybody's care", ""),
        Assignment assignment => ($"gave it into the care of {string.Join(", ", assignment.People)}", ""),
        LineUpCorrection correction => ($"said what {Owner(correction.Entry, view)} says of “{correction.Characteristic}”", correction.Value.Length > 0 ? correction.Value : "nothing"),
        Assessment assessment => (
            $"assessed it for {Name(assessment.Organisation, view)}: {(assessment.SameField ? "the same field" : "another field")}, shared essentials: {Word(assessment.Overlap)}, cost of a change: {Word(assessment.Cost)}"
            + (assessment.BoundBy.Length > 0 ? $", bound by {assessment.BoundBy}" : ""),
            assessment.Comment),
        Proposal proposal => (FormattableString.Invariant($"made proposal {proposal.Number}: {Words.Of(proposal.Outcome)}"), proposal.Rationale),
        Comment comment => (comment.ReplyTo > 0 ? FormattableString.Invariant($"answered {comment.ReplyTo}") : "said", comment.Text),
        Consultation consultation => (FormattableString.Invariant($"laid proposal {consultation.Proposal} before the parties, from {consultation.From:O} to {consultation.To:O}"), ""),
        Position position => ($"took the position of {Name(position.Organisation, view)}: {Words.Of(position.Stance)}", position.Statement),
        Resolution resolution => ($"resolved it: {Words.Of(resolution.Outcome)}, from {resolution.Effective:O}", resolution.Rationale),
        Deferral deferral => ($"put it off until {deferral.Review:O}", deferral.Reason),
        Dismissal dismissal => (dismissal.IsSame ? "said that the meanings are the same" : "said that the meanings have nothing to do with each other", dismissal.Reason),
        Reopening reopening => ("opened it again", reopening.Reason),
        TakingBack taking => ($"took back what the settlement had made of the entries of {Name(taking.Organisation, view)}", ""),
        Publication => ("published what the resolution had left to the owner", ""),
        _ => ("did something that this page does not know", ""),
    };

    static string Pair(Triage triage, ConflictView view) => triage.A == 0 ? "the meanings" : $"the meanings of {Owner(triage.A, view)} and {Owner(triage.B, view)}";

    static string Verdict(Triage triage, ConflictView view)
    {
        var (first, second) = triage.A != 0 ? (Owner(triage.A, view), Owner(triage.B, view))
            : view.Sharpest is var (a, b, _) ? (a.Organisation.DisplayName, b.Organisation.DisplayName) : ("the first", "the second");
        var words = Words.Of(triage.Verdict, first, second);
        return triage.Verdict is Glossary.Verdict.Broader or Glossary.Verdict.Narrower ? words : words.ToLowerInvariant();
    }

    static string Owner(long entry, ConflictView view) => view.Sides.FirstOrDefault(side => side.Party.EntryKey == entry)?.Organisation.DisplayName ?? "somebody";

    static string Name(int organisation, ConflictView view) => view.Sides.FirstOrDefault(side => side.Organisation.Key == organisation)?.Organisation.DisplayName ?? "an organisation";

    static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
