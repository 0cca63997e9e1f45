using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>The mappings that the parties agree on with an outcome.</summary>
sealed class Agreed(Case @case, Proposal proposal, ImmutableArray<string> reviewers)
{
    /// <summary>Writes them, between the parties as they are after the resolution.</summary>
    /// <param name="after">The conflict with the revisions that now hold.</param>
    /// <param name="accepting">Whose texts were published.</param>
    public void Map(Conflict after, IReadOnlySet<int> accepting)
    {
        switch (proposal.Outcome)
        {
            case Outcome.AdoptOne:
                Star(after, after.Parties.First(party => party.EntryKey == proposal.Entry), accepting, Relation.Exact);
                break;
            case Outcome.MergeIntoShared:
            case Outcome.SharedCoreWithNotes:
                Star(after, Shared(after), accepting, Relation.Exact);
                break;
            case Outcome.SharedGenericPlusSpecific:
                Star(after, Shared(after), accepting, Relation.Broader);
                break;
            case Outcome.QualifyTerms:
                Pairs(after, Relation.Exact, negated: true);
                break;
            case Outcome.NotAConflict:
                Pairs(after, Relation.Exact, negated: proposal.Relation == Relation.None);
                break;
            case Outcome.AgreeToDiffer:
                Pairs(after, proposal.Relation == Relation.None ? Relation.Exact : proposal.Relation, negated: proposal.Relation == Relation.None);
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
        ImmutableArray<long> together = [centre.EntryKey, .. after.Parties.Where(party => accepting.Contains(party.Organisation)).Select(party => party.EntryKey)];
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
            if (party.Organisation != centre.Organisation && accepting.Contains(party.Organisation))
                Add(centre, party, relation, negated: false);
        }
    }

    void Pairs(Conflict after, Relation relation, bool negated)
    {
        foreach (var (a, b) in Judging.Across(after))
        {
            if (a.Organisation != @case.Partnership.Shared && b.Organisation != @case.Partnership.Shared)
                Add(a, b, relation, negated);
        }
    }

    void Add(ConflictParty a, ConflictParty b, Relation relation, bool negated) =>
        @case.Mappings.Add(a, b, relation, negated, MappingState.Confirmed, MappingJustification.Agreed, @case.Actor.Name, reviewers, proposal.Rationale);
}
