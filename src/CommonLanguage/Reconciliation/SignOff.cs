using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>Whether the parties have accepted a proposal, by the partnership's rule. Who has not answered by the last day abstains.</summary>
static class SignOff
{
    /// <summary>One position for each party.</summary>
    /// <exception cref="RefusalException">Positions are missing, or the rule is not met (SignOffIncomplete).</exception>
    public static ImmutableArray<Position> Check(Case @case, DateOnly today)
    {
        var proceedings = @case.Proceedings;
        var (proposal, _) = proceedings.Current!.Value;
        var missing = @case.Parties.Where(party => !proceedings.Positions.ContainsKey(party)).ToArray();
        var taken = @case.Parties.Where(proceedings.Positions.ContainsKey).Select(party => proceedings.Positions[party].Position).ToArray();
        var accepting = taken.Count(position => position.Stance is Stance.Accept or Stance.AcceptWithReservation);
        var objecting = taken.Where(position => position.Stance == Stance.Object).Select(position => position.Organisation).ToArray();
        var rule = @case.Partnership.SignOff.Among(@case.Parties.Length);
        var isMet = missing.Length == 0 || today > proceedings.Consultation!.To
            ? rule.IsMet(accepting, objecting.Length)
            : rule.IsMetWhateverFollows(accepting, objecting.Length, missing.Length);
        if (!isMet)
            throw Refuse(@case, missing, objecting);
        return [.. taken, .. missing.Select(party => new Position(party, proposal.Number, Stance.Abstain, "", proposal.Pins))];
    }

    static RefusalException Refuse(Case @case, int[] missing, int[] objecting)
    {
        var directory = @case.Step.Tables.Directory;
        var absent = string.Join(", ", missing.Select(party => directory[party].Id.ResourceName));
        var against = string.Join(", ", objecting.Select(party => directory[party].Id.ResourceName));
        var wayOut = missing.Length > 0
            ? $"Wait for {absent}, or for the last day of the consultation ({@case.Proceedings.Consultation!.To:O})."
            : objecting.Length > 0 ? $"Propose something that {against} can accept, or defer it." : "Nobody has accepted it; propose again, or defer it.";
        return new(
            ErrorReason.SignOffIncomplete,
            $"{@case.Name} cannot be resolved yet: the partnership's sign-off rule ({@case.Partnership.SignOff.Kind}) is not met. {wayOut}",
            metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["missing"] = absent, ["objecting"] = against });
    }
}
