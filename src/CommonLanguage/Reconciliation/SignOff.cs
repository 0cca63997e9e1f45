using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>
/// Whether the parties have accepted a proposal, by the partnership's rule. A party that does not answer by the last day abstains.
/// </summary>
/// <param name="IsMet">The proposal can be settled now.</param>
/// <param name="Missing">The store's numbers of the parties without a position.</param>
/// <param name="Objecting">The store's numbers of the parties that object.</param>
/// <param name="IsOver">The last day of the consultation has passed.</param>
sealed record SignOff(bool IsMet, ImmutableArray<int> Missing, ImmutableArray<int> Objecting, bool IsOver)
{
    /// <summary>How far the positions on the last proposal are.</summary>
    public static SignOff Of(Conflict conflict, Partnership partnership, Proceedings proceedings, DateOnly today)
    {
        var parties = conflict.VoicesIn(partnership);
        ImmutableArray<int> missing = [.. parties.Where(party => !proceedings.Positions.ContainsKey(party))];
        var taken = parties.Where(proceedings.Positions.ContainsKey).Select(party => proceedings.Positions[party].Position).ToArray();
        var accepting = taken.Count(position => position.Stance is Stance.Accept or Stance.AcceptWithReservation);
        ImmutableArray<int> objecting = [.. taken.Where(position => position.Stance == Stance.Object).Select(position => position.Organisation)];
        var rule = partnership.SignOff.Among(parties.Length);
        var isOver = proceedings.Consultation is { } consultation && today > consultation.To;
        var isMet = missing.Length == 0 || isOver
            ? rule.IsMet(accepting, objecting.Length)
            : rule.IsMetWhateverFollows(accepting, objecting.Length, missing.Length);
        return new(isMet, missing, objecting, isOver);
    }

    /// <summary>One position for each party.</summary>
    /// <exception cref="RefusalException">Positions are missing, or the rule is not met (SignOffIncomplete).</exception>
    public static ImmutableArray<Position> Check(Case @case, DateOnly today)
    {
        var proceedings = @case.Proceedings;
        var (proposal, _) = proceedings.Current!.Value;
        var standing = Of(@case.Conflict, @case.Partnership, proceedings, today);
        if (!standing.IsMet)
            throw Refuse(@case, standing);
        return
        [
            .. @case.Parties.Where(proceedings.Positions.ContainsKey).Select(party => proceedings.Positions[party].Position),
            .. standing.Missing.Select(party => new Position(party, proposal.Number, Stance.Abstain, "", proposal.Pins)),
        ];
    }

    static RefusalException Refuse(Case @case, SignOff standing)
    {
        var directory = @case.Step.Tables.Directory;
        var absent = string.Join(", ", standing.Missing.Select(party => directory[party].Id.ResourceName));
        var against = string.Join(", ", standing.Objecting.Select(party => directory[party].Id.ResourceName));
        var wayOut = standing.Missing.Length > 0 && !standing.IsOver
            ? $"Wait for {absent}, or for the last day of the consultation ({@case.Proceedings.Consultation!.To:O})."
            : standing.Objecting.Length > 0 ? $"Propose something that {against} can accept, or defer it." : "Nobody has accepted it; propose again, or defer it.";
        return new(
            ErrorReason.SignOffIncomplete,
            $"{@case.Name} cannot be resolved yet: the partnership's sign-off rule ({@case.Partnership.SignOff.Kind}) is not met. {wayOut}",
            metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["missing"] = absent, ["objecting"] = against });
    }
}
