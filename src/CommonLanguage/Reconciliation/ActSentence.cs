using System.Globalization;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>What somebody did in one step of a reconciliation, in words.</summary>
static class ActSentence
{
    /// <summary>The sentence, as Markdown.</summary>
    public static string Of(Act act, CaseRecord record) => act switch
    {
        Triage triage => $"verdict {triage.Verdict}{Because(triage.Comment)}",
        Assignment assignment => assignment.People.IsEmpty ? "assigned to nobody in particular" : $"assigned to {RecordDocument.Inline(string.Join(", ", assignment.People))}",
        LineUpCorrection correction => $"'{RecordDocument.Inline(correction.Characteristic)}' of `{record.Names.Entry(correction.Entry)}` is '{RecordDocument.Inline(correction.Value)}'",
        Assessment assessment => $"assessment of {Owner(record, assessment.Organisation)}: same field {(assessment.SameField ? "yes" : "no")}, overlap {assessment.Overlap}, cost {assessment.Cost}{(assessment.BoundBy.Length > 0 ? $", bound by {RecordDocument.Inline(assessment.BoundBy)}" : "")}{Because(assessment.Comment)}",
        Proposal proposal => Invariant($"proposal {proposal.Number}, {proposal.Outcome}"),
        Comment comment => comment.ReplyTo > 0 ? Invariant($"comment to step {comment.ReplyTo}{Because(comment.Text)}") : $"comment{Because(comment.Text)}",
        Consultation consultation => Invariant($"consultation about proposal {consultation.Proposal}, from {consultation.From:O} to {consultation.To:O}"),
        Position position => Invariant($"position of {Owner(record, position.Organisation)} on proposal {position.Proposal}: {position.Stance}{Because(position.Statement)}"),
        Resolution resolution => Invariant($"settled by proposal {resolution.Proposal}, {resolution.Outcome}"),
        Deferral deferral => Invariant($"deferred to {deferral.Review:O}{Because(deferral.Reason)}"),
        Dismissal dismissal => $"dismissed, {(dismissal.IsSame ? "same meaning" : "unrelated")}{Because(dismissal.Reason)}",
        Reopening reopening => $"reopened{Because(reopening.Reason)}",
        Publication publication => $"published what waited: {Written(publication.Effects, record)}",
        TakingBack taking => $"{Owner(record, taking.Organisation)} took back: {Written(taking.Effects, record)}",
        _ => act.Kind.ToString(),
    };

    static string Written(IEnumerable<Effect> effects, CaseRecord record) => string.Join(", ", effects.Select(effect => $"`{record.Names.Revision(effect.Revision)}`"));

    static string Because(string said) => said.Length == 0 ? "" : $": {RecordDocument.Inline(said)}";

    static string Owner(CaseRecord record, int organisation) => RecordDocument.Inline(record.Directory[organisation].DisplayName);

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
