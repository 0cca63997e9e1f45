using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>The mappings that the parties agree on with an outcome.</summary>
sealed class Agreed(Case @case, Proposal proposal, ImmutableArray<string> reviewers)
{
    /// <summary>Writes them, between the parties as they are after the resolution. Nothing is recorded of a party that did not accept.</summary>
    /// <param name="after">The conflict with the revisions that now hold.</param>
    /// <param name="bound">Who has accepted, the newly bound included.</param>
    /// <param name="newly">Who is bound by this step.</param>
    public void Map(Conflict after, IReadOnlySet<int> bound, IReadOnlySet<int> newly)
    {
        switch (proposal.Outcome)
        {
            case Outcome.AdoptOne:
                Star(after, after.Parties.First(party => party.EntryKey == proposal.Entry), newly, Relation.Exact);
                break;
            case Outcome.MergeIntoShared:
            case Outcome.SharedCoreWithNotes:
                Star(after, Shared(after), newly, Relation.Exact);
                break;
            case Outcome.SharedGenericPlusSpecific:
                Star(after, Shared(after), newly, Relation.Broader);
                break;
            case Outcome.QualifyTerms:
                Pairs(after, bound, newly, Relation.Exact, negated: true);
                break;
            case Outcome.NotAConflict:
                Pairs(after, bound, newly, Relation.Exact, negated: proposal.Relation == Relation.None);
                break;
            case Outcome.AgreeToDiffer:
                Pairs(after, bound, newly, proposal.Relation == Relation.None ? Relation.Exact : proposal.Relation, negated: proposal.Relation == Relation.None);
                break;
            default:
                break;
        }
    }

    ConflictParty Shared(Conflict after)
    {
        var key = @case.EnsureShared();
        var revision = @case.Step.Find(key, after.Id)!;
        return new(revision.EntryKey, key, revision.Key);
    }

    void Star(Conflict after, ConflictParty centre, IReadOnlySet<int> accepting, Relation relation)
    {
        // What one person judged of two of them before gives way to what they have agreed on.
        ImmutableArray<long> together = [centre.EntryKey, .. after.Parties.Where(party => accepting.Contains(party.Organisation) && TakesPart(party)).Select(party => party.EntryKey)];
        foreach (var x in together)
        {
            foreach (var y in together)
            {
                if (relation == Relation.Exact && x < y)
                    @case.Mappings.Overtake(x, y, "The parties have agreed on one meaning.");
            }
        }

        foreach (var party in after.Parties)
        {
            if (party.Organisation != centre.Organisation && accepting.Contains(party.Organisation) && TakesPart(party))
                Add(centre, party, relation, negated: false);
        }
    }

    bool TakesPart(ConflictParty party) => !proposal.NamesEntries || proposal.Texts.Any(text => text.Entry == party.EntryKey);

    void Pairs(Conflict after, IReadOnlySet<int> bound, IReadOnlySet<int> newly, Relation relation, bool negated)
    {
        foreach (var (a, b) in Judging.Across(after))
        {
            if (!bound.Contains(a.Organisation) || !bound.Contains(b.Organisation) || !(newly.Contains(a.Organisation) || newly.Contains(b.Organisation)))
                continue;
            if (a.Organisation != @case.Partnership.Shared && b.Organisation != @case.Partnership.Shared)
                Add(a, b, relation, negated);
        }
    }

    void Add(ConflictParty a, ConflictParty b, Relation relation, bool negated) =>
        @case.Mappings.Add(a, b, relation, negated, MappingState.Confirmed, MappingJustification.Agreed, @case.Actor.Name, reviewers, proposal.Rationale);
}
