using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>Turns a verdict into mappings of the pairs it is about.</summary>
static class Judging
{
    /// <summary>Writes the mappings; IsSettled when every sharp pair of the conflict is now judged to be the same.</summary>
    public static (bool IsSettled, int Pairs) Apply(Case @case, Triage triage)
    {
        var (relation, negated) = RelationOf(triage.Verdict);
        var state = triage.Verdict == Verdict.Unsure ? MappingState.Unsure : MappingState.Confirmed;
        var pairs = PairsOf(@case, triage);
        var mappings = @case.Mappings;
        foreach (var (a, b) in pairs)
        {
            // A verdict on everything leaves alone what was judged to be the same before, pair by pair.
            if (triage.A == 0 && triage.Verdict is Verdict.Different or Verdict.Unsure
                && mappings.Find(a.EntryKey, b.EntryKey) is { State: MappingState.Confirmed, Relation: Relation.Exact, Negated: false })
                continue;
            mappings.Add(a, b, relation, negated, state, MappingJustification.Judged, @case.Actor.Name, [], triage.Comment);
        }

        var parties = @case.Conflict.Parties;
        var isSettled = @case.Conflict.Pairs.Where(pair => pair.Comparison.Conflict >= MeaningComparer.ConflictThreshold)
            .All(pair => mappings.Find(parties[pair.A].EntryKey, parties[pair.B].EntryKey)
                is { State: MappingState.Confirmed, Relation: Relation.Exact, Negated: false });
        return (isSettled, pairs.Count);
    }

    /// <summary>Writes one mapping for every pair of entries of different organisations.</summary>
    public static void All(Case @case, Relation relation, bool negated, MappingState state, string comment)
    {
        foreach (var (a, b) in Across(@case.Conflict))
            @case.Mappings.Add(a, b, relation, negated, state, MappingJustification.Judged, @case.Actor.Name, [], comment);
    }

    static (Relation Relation, bool Negated) RelationOf(Verdict verdict) => verdict switch
    {
        Verdict.Broader => (Relation.Broader, false),
        Verdict.Narrower => (Relation.Narrower, false),
        Verdict.Related => (Relation.Related, false),
        Verdict.Different => (Relation.Exact, true),
        _ => (Relation.Exact, false),
    };

    static List<(ConflictParty A, ConflictParty B)> PairsOf(Case @case, Triage triage)
    {
        var conflict = @case.Conflict;
        if (triage.A != 0)
            return [(conflict.Parties.First(p => p.EntryKey == triage.A), conflict.Parties.First(p => p.EntryKey == triage.B))];
        if (triage.Verdict is Verdict.Broader or Verdict.Narrower or Verdict.Related && conflict.Pairs is [var sharpest, ..])
            return [(conflict.Parties[sharpest.A], conflict.Parties[sharpest.B])];
        return Across(conflict);
    }

    /// <summary>Every pair of entries of different organisations.</summary>
    public static List<(ConflictParty A, ConflictParty B)> Across(Conflict conflict) =>
        [.. from a in conflict.Parties from b in conflict.Parties where a.Organisation < b.Organisation select (a, b)];
}
