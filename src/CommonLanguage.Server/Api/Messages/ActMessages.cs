using System.Globalization;
using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>What was said and done in a reconciliation, as messages with their contents.</summary>
static class ActMessages
{
    /// <summary>An act with all it says.</summary>
    public static V1.Act ToMessage(RecordedAct recorded, CaseRecord record)
    {
        var names = record.Names;
        var kind = recorded.Act.Kind.ToString();
        var message = new V1.Act
        {
            Number = recorded.Number,
            Kind = char.ToLowerInvariant(kind[0]) + kind[1..],
            Actor = recorded.Actor.Name,
            Time = Timestamp.FromDateTimeOffset(recorded.Time),
            After = recorded.Act.After is { } after ? (V1.Conflict.Types.Status)(int)after : V1.Conflict.Types.Status.Unspecified,
        };
        message.Revisions.AddRange(recorded.Pins.Select(pin => names.Revision(pin.RevisionKey)));
        switch (recorded.Act)
        {
            case Triage triage:
                message.Text = triage.Comment;
                message.Triage = new() { Verdict = (V1.TriageRequest.Types.Verdict)(int)triage.Verdict, A = names.Entry(triage.A), B = names.Entry(triage.B) };
                break;
            case Comment comment:
                (message.Text, message.ReplyTo) = (comment.Text, comment.ReplyTo);
                break;
            case Assignment assignment:
                message.Assignment = new() { People = { assignment.People } };
                break;
            case LineUpCorrection correction:
                message.LineUpCorrection = new()
                {
                    Entry = names.Entry(correction.Entry), Characteristic = correction.Characteristic, Value = correction.Value, Corrected = true,
                };
                break;
            case Assessment assessment:
                message.Assessment = ToMessage(assessment, record);
                break;
            case Proposal proposal:
                message.Text = proposal.Rationale;
                message.Proposal = ToMessage(proposal, recorded, record);
                break;
            case Consultation consultation:
                message.Consultation = new() { Proposal = consultation.Proposal, FromDate = Day(consultation.From), ToDate = Day(consultation.To) };
                break;
            case Position position:
                message.Text = position.Statement;
                message.Position = ToMessage(position, recorded, record, record.Proceedings.AllPositions.Any(one => one.Act == recorded && one.Counts));
                break;
            case Resolution resolution:
                message.Text = resolution.Rationale;
                message.Resolution = ToMessage(resolution, recorded, record);
                break;
            case Deferral deferral:
                message.Text = deferral.Reason;
                message.Deferral = new() { ReviewDate = Day(deferral.Review) };
                break;
            case Dismissal dismissal:
                message.Text = dismissal.Reason;
                message.Dismissal = new() { Same = dismissal.IsSame };
                break;
            case Reopening reopening:
                message.Text = reopening.Reason;
                break;
            case Publication publication:
                message.Publication = new() { Resolution = publication.Resolution, Texts = { publication.Effects.Select(effect => ToMessage(effect, record)) } };
                break;
            case TakingBack taking:
                message.TakingBack = new()
                {
                    Resolution = taking.Resolution,
                    Organisation = Owner(taking.Organisation, record),
                    Texts = { taking.Effects.Select(effect => ToMessage(effect, record)) },
                };
                break;
            default:
                break;
        }

        return message;
    }

    /// <summary>A proposal with everything it would do.</summary>
    public static V1.Proposal ToMessage(Proposal proposal, RecordedAct recorded, CaseRecord record)
    {
        var names = record.Names;
        var message = new V1.Proposal
        {
            Number = proposal.Number,
            Outcome = (V1.Outcome)(int)proposal.Outcome,
            Rationale = proposal.Rationale,
            Entry = names.Entry(proposal.Entry),
            Relation = (V1.Relation)(int)proposal.Relation,
            Replacement = proposal.Replacement,
            BareWord = (V1.Term.Types.Status)(int)proposal.BareWord,
            ReviewDate = Day(proposal.Review),
            Author = recorded.Actor.Name,
            By = recorded.Actor.Name,
            At = Timestamp.FromDateTimeOffset(recorded.Time),
        };
        message.Texts.AddRange(proposal.Texts.Select(text => new V1.ProposedText
        {
            Entry = names.Entry(text.Entry), Term = text.Term, Definition = text.Definition, Note = text.Note,
        }));
        message.Consequences.AddRange(proposal.Consequences.Select(consequence => new V1.Consequence
        {
            Organisation = consequence.Organisation == 0 ? "" : Owner(consequence.Organisation, record),
            Entry = names.Entry(consequence.Entry),
            Revision = names.Revision(consequence.Revision),
            Sentence = consequence.Sentence,
            DefinitionBefore = names.Find(consequence.Revision)?.Content.Definition ?? "",
            Definition = consequence.Definition,
            Term = consequence.Term,
            Note = consequence.Note,
            Source = consequence.Source,
        }));
        return message;
    }

    /// <summary>A position that was taken.</summary>
    public static V1.Position ToMessage(Position position, RecordedAct recorded, CaseRecord record, bool counts) => new()
    {
        Organisation = Owner(position.Organisation, record),
        Proposal = position.Proposal,
        Stance = (V1.Position.Types.Stance)(int)position.Stance,
        Statement = position.Statement,
        Signatory = recorded.Actor.Name,
        Person = recorded.Actor.Name,
        At = Timestamp.FromDateTimeOffset(recorded.Time),
        Counts = counts,
    };

    /// <summary>An assessment.</summary>
    public static V1.Assessment ToMessage(Assessment assessment, CaseRecord record) => new()
    {
        Organisation = Owner(assessment.Organisation, record),
        SameField = assessment.SameField,
        Overlap = (V1.Assessment.Types.Overlap)(int)assessment.Overlap,
        BoundBy = assessment.BoundBy,
        Cost = (V1.Assessment.Types.Cost)(int)assessment.Cost,
        Comment = assessment.Comment,
    };

    /// <summary>A resolution, whether it still holds or not.</summary>
    public static V1.Resolution ToMessage(Resolution resolution, RecordedAct recorded, CaseRecord record)
    {
        var proceedings = record.Proceedings;
        var holds = proceedings.Resolution?.Number == recorded.Number;
        var message = new V1.Resolution
        {
            Proposal = resolution.Proposal,
            Outcome = (V1.Outcome)(int)resolution.Outcome,
            Rationale = resolution.Rationale,
            EffectiveDate = Day(resolution.Effective),
            Holds = holds,
            By = recorded.Actor.Name,
            At = Timestamp.FromDateTimeOffset(recorded.Time),
            Act = recorded.Number,
        };
        message.Positions.AddRange(resolution.Positions.Select(position =>
        {
            var taken = proceedings.AllPositions.LastOrDefault(one =>
                one.Act.Number < recorded.Number && one.Position.Organisation == position.Organisation && one.Position.Proposal == position.Proposal);
            return taken.Act is { } act
                ? ToMessage(position, act, record, holds)
                : new()
                {
                    Organisation = Owner(position.Organisation, record),
                    Proposal = position.Proposal,
                    Stance = (V1.Position.Types.Stance)(int)position.Stance,
                    Counts = holds,
                };
        }));
        message.Texts.AddRange(resolution.Effects.Select(effect => ToMessage(effect, record)));
        if (!holds)
            return message;
        message.Waiting.AddRange(proceedings.Waiting.Select(organisation => Owner(organisation, record)));
        message.Open.AddRange(record.Conflict.Settlement?.Open.Select(record.Names.Entry) ?? []);
        return message;
    }

    static V1.WrittenText ToMessage(Effect effect, CaseRecord record) => new()
    {
        Organisation = Owner(effect.Organisation, record),
        Entry = record.Names.Entry(effect.Entry),
        Revision = record.Names.Revision(effect.Revision),
        Text = effect.Text,
        By = effect.By ?? "",
    };

    static string Owner(int organisation, CaseRecord record) => record.Directory[organisation].Id.ResourceName;

    static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
