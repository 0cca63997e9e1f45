using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>What each outcome needs of a proposal.</summary>
static class ProposalRules
{
    /// <summary>The proposal that a draft makes.</summary>
    /// <exception cref="RefusalException">A text is not valid, or the outcome lacks what it needs or has what it cannot use.</exception>
    public static Proposal Check(Case @case, ProposalDraft draft, int number)
    {
        if (!Enum.IsDefined(draft.Outcome))
            throw new RefusalException(ErrorReason.ValueUnknown, "'outcome' is none of the outcomes; give one of them.", "outcome");
        var entry = draft.Entry is { } named ? @case.PartyOf(named, "entry").EntryKey : 0;
        var texts = Texts(@case, draft);
        if (draft.Outcome is Outcome.AdoptOne or Outcome.MergeIntoShared or Outcome.SharedCoreWithNotes)
            texts = WithEveryAdopter(@case, draft, entry, texts);
        var proposal = new Proposal(
            number,
            draft.Outcome,
            entry,
            RelationOf(@case, draft),
            Wording.OfLine(draft.Replacement, "replacement", Limits.Term),
            draft.BareWord,
            texts,
            draft.Review,
            Wording.OfText(draft.Rationale, "rationale", Limits.Note, required: true),
            @case.Conflict.Parties)
        {
            NamesEntries = true,
        };
        var takesEntry = draft.Outcome is Outcome.AdoptOne or Outcome.DeprecateOne or Outcome.SplitEntry;
        Need(draft, takesEntry == (entry != 0), takesEntry ? "'entry'" : "no 'entry'");
        Need(draft, draft.Outcome == Outcome.DeprecateOne == (proposal.Replacement.Length > 0), draft.Outcome == Outcome.DeprecateOne ? "a 'replacement'" : "no 'replacement'");
        Need(draft, draft.BareWord is TermStatus.Deprecated or TermStatus.Admitted, "'bare_word' to be deprecated or admitted");
        CheckTexts(@case, draft, texts);
        return proposal;
    }

    static void CheckTexts(Case @case, ProposalDraft draft, ImmutableArray<ProposedText> texts)
    {
        var parties = @case.Conflict.Parties.Where(party => party.Organisation != @case.Partnership.Shared).ToArray();
        var added = texts.Where(text => text.Entry == 0).ToArray();
        switch (draft.Outcome)
        {
            case Outcome.MergeIntoShared:
            case Outcome.SharedCoreWithNotes:
            case Outcome.SharedGenericPlusSpecific:
                Need(draft, added.Length == 1 && added[0].Definition.Length > 0, "exactly one text without an entry, with a definition: the shared one");
                if (draft.Outcome == Outcome.SharedCoreWithNotes)
                    Need(draft, texts.Any(text => text.Entry != 0 && text.Note.Length > 0), "a note of at least one party");
                if (draft.Outcome == Outcome.SharedGenericPlusSpecific)
                    NeedOwnWords(@case, draft, parties, texts);
                break;
            case Outcome.QualifyTerms:
                Need(draft, added.Length == 0, "only texts of the parties");
                NeedOwnWords(@case, draft, parties, texts);
                break;
            case Outcome.ClarifyWording:
                Need(draft, added.Length == 0 && texts.Any(text => text.Definition.Length > 0), "a definition of at least one party, and no new entry");
                break;
            case Outcome.AgreeToDiffer:
                Need(draft, added.Length == 0, "only texts of the parties");
                Need(draft, @case.Parties.All(party => parties.Any(p => p.Organisation == party && texts.Any(t => t.Entry == p.EntryKey && t.Note.Length > 0))), "a note of every party");
                break;
            case Outcome.SplitEntry:
                Need(draft, added.Length >= 2 && added.Length == texts.Length && added.All(text => text.Term.Length > 0 && text.Definition.Length > 0), "two or more texts without an entry, each with a term and a definition");
                Need(draft, added.Select(text => NormalForm.Of(text.Term)).Distinct(StringComparer.Ordinal).Count() == added.Length, "another term for each part");
                break;
            case Outcome.Deferred:
                Need(draft, texts.IsEmpty && draft.Review is not null, "a 'review_date' and no texts");
                break;
            case Outcome.NotAConflict:
            case Outcome.DeprecateOne:
                Need(draft, texts.IsEmpty, "no texts");
                break;
            default:
                Need(draft, added.Length == 0 && texts.All(text => text.Definition.Length == 0 && text.Term.Length == 0), "notes of the parties only");
                break;
        }
    }

    /// <summary>
    /// The texts with one for each entry that takes a definition over. An organisation of one meaning is meant with that one; an
    /// organisation of several says which.
    /// </summary>
    static ImmutableArray<ProposedText> WithEveryAdopter(Case @case, ProposalDraft draft, long adopted, ImmutableArray<ProposedText> texts)
    {
        var live = @case.CurrentTexts().Where(text => text.State == RevisionState.Published).ToArray();
        var owner = live.FirstOrDefault(text => text.EntryKey == adopted)?.Organisation;
        foreach (var own in live.Where(text => text.Organisation != owner && text.Organisation != @case.Partnership.Shared).GroupBy(text => text.Organisation))
        {
            if (own.Any(text => texts.Any(named => named.Entry == text.EntryKey)))
                continue;
            if (own.Skip(1).Any())
            {
                var directory = @case.Step.Tables.Directory;
                throw new RefusalException(
                    ErrorReason.ProposalInvalid,
                    $"{@case.NameOf(own.Key)} has {own.Count()} meanings of '{@case.Conflict.Term}'; name in 'texts' those that take the definition over: "
                    + $"{string.Join(", ", own.Select(text => new EntryName(directory[own.Key].Id, text.EntryId)))}.",
                    "texts",
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["outcome"] = draft.Outcome.ToString() });
            }

            texts = texts.Add(new(own.First().EntryKey, "", "", ""));
        }

        return texts;
    }

    /// <summary>Every party's entry gets a word that no other has.</summary>
    static void NeedOwnWords(Case @case, ProposalDraft draft, ConflictParty[] parties, ImmutableArray<ProposedText> texts)
    {
        Need(draft, parties.All(party => texts.Any(text => text.Entry == party.EntryKey && text.Term.Length > 0)), "a term for every entry of the parties");
        var words = texts.Where(text => text.Entry != 0).Select(text => NormalForm.Of(text.Term)).ToArray();
        Need(
            draft,
            words.Distinct(StringComparer.Ordinal).Count() == words.Length && !words.Contains(@case.Conflict.Word, StringComparer.Ordinal),
            "terms that differ from one another and from the bare word");
    }

    static ImmutableArray<ProposedText> Texts(Case @case, ProposalDraft draft)
    {
        if (draft.Texts.Length > Limits.ProposedTexts)
        {
            throw Refusals.TooManyValues(
                FormattableString.Invariant($"The proposal has {draft.Texts.Length} texts; at most {Limits.ProposedTexts} are kept."), "texts", draft.Texts.Length, Limits.ProposedTexts);
        }

        ImmutableArray<ProposedText> texts =
        [
            .. draft.Texts.Select(text => new ProposedText(
                text.Entry is { } name ? @case.PartyOf(name, "texts.entry").EntryKey : 0,
                text.Term.Length == 0 ? "" : Wording.OfTerm(text.Term, "texts.term"),
                Wording.OfText(text.Definition, "texts.definition", Limits.Definition, required: false),
                Wording.OfText(text.Note, "texts.note", Limits.Note, required: false))),
        ];
        Need(draft, texts.Where(text => text.Entry != 0).GroupBy(text => text.Entry).All(group => group.Count() == 1), "one text for an entry");
        return texts;
    }

    static Relation RelationOf(Case @case, ProposalDraft draft)
    {
        var relation = draft.Relation ?? (draft.Outcome == Outcome.NotAConflict && @case.Conflict.Relation != Relation.Exact ? Relation.None : @case.Conflict.Relation);
        if (draft.Outcome == Outcome.AgreeToDiffer)
        {
            if (draft.Relation is null && relation == Relation.Exact)
                relation = Relation.Close;
            Need(draft, relation != Relation.Exact && Enum.IsDefined(relation), "a 'relation' that is not exact");
        }

        if (draft.Outcome == Outcome.NotAConflict)
            Need(draft, relation is Relation.Exact or Relation.None, "a 'relation' that is exact or none");
        return relation;
    }

    static void Need(ProposalDraft draft, bool isMet, string need)
    {
        if (!isMet)
        {
            throw new RefusalException(
                ErrorReason.ProposalInvalid,
                $"The outcome {draft.Outcome} needs {need}.",
                "proposal",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["outcome"] = draft.Outcome.ToString() });
        }
    }
}
