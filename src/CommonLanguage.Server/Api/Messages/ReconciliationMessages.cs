using System.Globalization;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Reconciliation;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Reconciliations as messages.</summary>
static class ReconciliationMessages
{
    /// <summary>Everything said and done about a conflict; the conflict itself and the token are left to the caller.</summary>
    public static V1.Reconciliation ToMessage(
        this Proceedings proceedings, Glossary.Conflict conflict, IEnumerable<Glossary.Mapping> mappings, EntryNames names, PartnerDirectory directory)
    {
        var message = new V1.Reconciliation
        {
            ConsultationFrom = Day(proceedings.Consultation?.From),
            ConsultationTo = Day(proceedings.Consultation?.To),
            ReviewDate = Day(conflict.Review),
            Reopening = conflict.Reopening,
            Proposal = proceedings.Current is { } current ? ToMessage(current.Proposal, current.Author, names) : null,
            Resolution = proceedings.Resolution is { } resolved ? ToMessage(resolved.Resolution, proceedings, directory) : null,
        };
        message.Assignees.AddRange(proceedings.Assignees);
        message.Parties.AddRange(conflict.VoicesIn(directory.Partnership(conflict.Partnership)).Select(party => directory[party].Id.ResourceName));
        message.Positions.AddRange(proceedings.Positions.Values.Select(taken => ToMessage(taken.Position, taken.Signatory, directory)));
        message.Assessments.AddRange(proceedings.Assessments.Values.Select(assessment => new V1.Assessment
        {
            Organisation = directory[assessment.Organisation].Id.ResourceName,
            SameField = assessment.SameField,
            Overlap = (V1.Assessment.Types.Overlap)(int)assessment.Overlap,
            BoundBy = assessment.BoundBy,
            Cost = (V1.Assessment.Types.Cost)(int)assessment.Cost,
            Comment = assessment.Comment,
        }));
        message.Acts.AddRange(proceedings.Acts.Select(ToMessage));
        message.Corrections.AddRange(proceedings.Corrections.OrderBy(cell => cell.Key).Select(cell => new V1.LineUpCell
        {
            Entry = names.Entry(cell.Key.Entry),
            Characteristic = cell.Key.Characteristic,
            Value = cell.Value,
            Corrected = true,
        }));
        message.Mappings.AddRange(mappings.Select(mapping => ToMessage(mapping, names)));
        return message;
    }

    /// <summary>A conflict in a queue.</summary>
    public static V1.QueueItem ToMessage(this QueueEntry entry, V1.Conflict conflict) => new()
    {
        Conflict = conflict,
        KnowsBothSides = entry.Place.KnowsBothSides,
        Rank = entry.Place.Rank,
        Exposure = entry.Use.Exposure,
        LookUps = entry.Use.LookUps,
        DocumentHits = entry.Use.DocumentHits,
    };

    /// <summary>A row of the line-up.</summary>
    public static V1.LineUpRow ToMessage(this Reconciliation.LineUpRow row, EntryNames names)
    {
        var message = new V1.LineUpRow { Characteristic = row.Characteristic };
        message.Cells.AddRange(row.Cells.Select(cell => new V1.LineUpCell
        {
            Entry = names.Entry(cell.Entry), Characteristic = row.Characteristic, Value = cell.Value, Corrected = cell.IsCorrected,
        }));
        return message;
    }

    /// <summary>A proposal as it is made.</summary>
    public static ProposalDraft ToDraft(this V1.Proposal proposal) =>
        new(Enums.Known<Glossary.Outcome>((int)proposal.Outcome, "proposal.outcome"), proposal.Rationale)
        {
            Entry = Name(proposal.Entry, "proposal.entry"),
            Relation = proposal.Relation == V1.Relation.Unspecified ? null : Enums.Known<Analysis.Meaning.Answers.Relation>((int)proposal.Relation, "proposal.relation"),
            Replacement = proposal.Replacement,
            BareWord = proposal.BareWord == V1.Term.Types.Status.Unspecified ? TermStatus.Deprecated : Enums.Known<TermStatus>((int)proposal.BareWord, "proposal.bare_word"),
            Texts = [.. proposal.Texts.Select(text => new DraftedText(Name(text.Entry, "proposal.texts.entry"), text.Term, text.Definition, text.Note))],
            Review = Days.ParseOptional(proposal.ReviewDate, "proposal.review_date"),
        };

    static EntryName? Name(string name, string field) => name.Length == 0 ? null : EntryName.ParseName(name, field);

    static V1.Proposal ToMessage(Glossary.Proposal proposal, string author, EntryNames names)
    {
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
            Author = author,
        };
        message.Texts.AddRange(proposal.Texts.Select(text => new V1.ProposedText
        {
            Entry = names.Entry(text.Entry),
            Term = text.Term,
            Definition = text.Definition,
            Note = text.Note,
        }));
        return message;
    }

    static V1.Position ToMessage(Glossary.Position position, string signatory, PartnerDirectory directory) => new()
    {
        Organisation = directory[position.Organisation].Id.ResourceName,
        Proposal = position.Proposal,
        Stance = (V1.Position.Types.Stance)(int)position.Stance,
        Statement = position.Statement,
        Signatory = signatory,
    };

    static V1.Resolution ToMessage(Glossary.Resolution resolution, Proceedings proceedings, PartnerDirectory directory)
    {
        var message = new V1.Resolution
        {
            Proposal = resolution.Proposal,
            Outcome = (V1.Outcome)(int)resolution.Outcome,
            Rationale = resolution.Rationale,
            EffectiveDate = Day(resolution.Effective),
        };
        message.Positions.AddRange(resolution.Positions.Select(position => ToMessage(
            position, proceedings.Positions.TryGetValue(position.Organisation, out var taken) ? taken.Signatory : "", directory)));
        message.Waiting.AddRange(resolution.Effects.Where(effect => effect.Revision == 0).Select(effect => effect.Organisation)
            .Except(proceedings.Published.Select(effect => effect.Organisation)).Select(organisation => directory[organisation].Id.ResourceName));
        return message;
    }

    static V1.Mapping ToMessage(Glossary.Mapping mapping, EntryNames names)
    {
        var message = new V1.Mapping
        {
            A = names.Revision(mapping.A.RevisionKey),
            B = names.Revision(mapping.B.RevisionKey),
            Relation = (V1.Relation)(int)mapping.Relation,
            Negated = mapping.Negated,
            State = (V1.Mapping.Types.State)(int)mapping.State,
            Author = mapping.Author,
            Comment = mapping.Comment,
        };
        message.Reviewers.AddRange(mapping.Reviewers);
        return message;
    }

    static V1.Act ToMessage(RecordedAct recorded)
    {
        var (text, replyTo) = recorded.Act switch
        {
            Glossary.Triage triage => (triage.Comment, 0),
            Glossary.Comment comment => (comment.Text, comment.ReplyTo),
            Glossary.Proposal proposal => (proposal.Rationale, 0),
            Glossary.Position position => (position.Statement, 0),
            Glossary.Resolution resolution => (resolution.Rationale, 0),
            Deferral deferral => (deferral.Reason, 0),
            Dismissal dismissal => (dismissal.Reason, 0),
            Reopening reopening => (reopening.Reason, 0),
            _ => ("", 0),
        };
        var kind = recorded.Act.Kind.ToString();
        return new()
        {
            Number = recorded.Number,
            Kind = char.ToLowerInvariant(kind[0]) + kind[1..],
            Actor = recorded.Actor.Name,
            Time = Timestamp.FromDateTimeOffset(recorded.Time),
            Text = text,
            ReplyTo = replyTo,
        };
    }

    static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
