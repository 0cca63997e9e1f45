using System.Globalization;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Reconciliation;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Reconciliations as messages.</summary>
static class ReconciliationMessages
{
    /// <summary>The whole record of a conflict; the conflict itself, the line-up and the token are left to the caller.</summary>
    public static V1.Reconciliation ToMessage(this CaseRecord record)
    {
        var (proceedings, conflict, names, directory) = (record.Proceedings, record.Conflict, record.Names, record.Directory);
        var proposals = proceedings.Proposals.Select(one => ActMessages.ToMessage(one.Proposal, one.Act, record)).ToList();
        var message = new V1.Reconciliation
        {
            ConsultationFrom = Day(proceedings.Consultation?.From),
            ConsultationTo = Day(proceedings.Consultation?.To),
            ReviewDate = Day(conflict.Review),
            Reopening = conflict.Reopening,
            Proposal = proposals.Count > 0 ? proposals[^1].Clone() : null,
            Step = record.Step,
            LastStep = record.LastStep,
        };
        if (proceedings.LastResolution is { } last)
            message.Resolution = ActMessages.ToMessage(last.Resolution, proceedings.Acts[last.Number - 1], record);
        message.Proposals.AddRange(proposals);
        message.Assignees.AddRange(proceedings.Assignees);
        message.Parties.AddRange(conflict.VoicesIn(record.Partnership).Select(party => directory[party].Id.ResourceName));
        message.Positions.AddRange(proceedings.AllPositions.Select(taken => ActMessages.ToMessage(taken.Position, taken.Act, record, taken.Counts)));
        message.Assessments.AddRange(proceedings.Assessments.Values.Select(assessment => ActMessages.ToMessage(assessment, record)));
        message.Acts.AddRange(proceedings.Acts.Select(act => ActMessages.ToMessage(act, record)));
        message.Corrections.AddRange(proceedings.Corrections.OrderBy(cell => cell.Key).Select(cell => new V1.LineUpCell
        {
            Entry = names.Entry(cell.Key.Entry),
            Characteristic = cell.Key.Characteristic,
            Value = cell.Value,
            Corrected = true,
        }));
        message.Mappings.AddRange(record.Mappings.Select(mapping => ToMessage(mapping, names)));
        message.Next.AddRange(record.Next.Select(step => new V1.NextStep
        {
            Kind = (V1.NextStep.Types.Kind)(int)step.Kind,
            Organisation = step.Organisation == 0 ? "" : directory[step.Organisation].Id.ResourceName,
            Sentence = step.Sentence,
        }));
        message.Offers.AddRange(record.Offers.Select(offer => ToMessage(offer, directory)));
        return message;
    }

    static V1.Offer ToMessage(Offer offer, PartnerDirectory directory)
    {
        var name = new EntryName(directory[offer.Organisation].Id, offer.Now.EntryId);
        return new()
        {
            Organisation = directory[offer.Organisation].Id.ResourceName,
            Entry = name.ToString(),
            Now = name.Revision(offer.Now.Number),
            Before = offer.Before is null ? "" : name.Revision(offer.Before.Number),
            DefinitionNow = offer.Now.Content.Definition,
            DefinitionBefore = offer.Before?.Content.Definition ?? "",
            ChangedSince = offer.IsChangedSince,
        };
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
    public static ProposalDraft ToDraft(this V1.Proposal proposal, int replace) =>
        new(Enums.Known<Glossary.Outcome>((int)proposal.Outcome, "proposal.outcome"), proposal.Rationale)
        {
            Entry = Name(proposal.Entry, "proposal.entry"),
            Relation = proposal.Relation == V1.Relation.Unspecified ? null : Enums.Known<Analysis.Meaning.Answers.Relation>((int)proposal.Relation, "proposal.relation"),
            Replacement = proposal.Replacement,
            BareWord = proposal.BareWord == V1.Term.Types.Status.Unspecified ? TermStatus.Deprecated : Enums.Known<TermStatus>((int)proposal.BareWord, "proposal.bare_word"),
            Texts = [.. proposal.Texts.Select(text => new DraftedText(Name(text.Entry, "proposal.texts.entry"), text.Term, text.Definition, text.Note))],
            Review = Days.ParseOptional(proposal.ReviewDate, "proposal.review_date"),
            Replaces = replace,
        };

    static EntryName? Name(string name, string field) => name.Length == 0 ? null : EntryName.ParseName(name, field);

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

    static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
