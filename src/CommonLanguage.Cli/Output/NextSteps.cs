using CommonLanguage.V1;

namespace CommonLanguage.Cli.Output;

/// <summary>What may be done next about a conflict, as commands to copy.</summary>
static class NextSteps
{
    /// <summary>The commands; words in capitals are for the person to fill in.</summary>
    public static IEnumerable<string> After(Reconciliation at)
    {
        var id = Names.Id(at.Conflict.Name);
        return at.Conflict.Status switch
        {
            Conflict.Types.Status.Detected => [$"commonlanguage triage {id} same|broader|narrower|related|different|unsure"],
            Conflict.Types.Status.Reconciling when at.Proposal is { } proposal =>
                [$"commonlanguage consult {id} --proposal {proposal.Number} --to DATE", $"commonlanguage propose {id} OUTCOME --rationale WHY"],
            Conflict.Types.Status.Triaged or Conflict.Types.Status.Reopened or Conflict.Types.Status.Reconciling =>
                [$"commonlanguage propose {id} OUTCOME --rationale WHY", $"commonlanguage defer {id} --reason WHY --review-date DATE"],
            Conflict.Types.Status.Consultation or Conflict.Types.Status.SignOff => Signing(id, at),
            Conflict.Types.Status.Resolved => at.Resolution?.Waiting is { Count: > 0 } waiting
                ? [.. waiting.Select(organisation => $"commonlanguage publish {id} --organisation {Names.Id(organisation)}")]
                : [$"commonlanguage lookup \"{at.Conflict.Term}\""],
            Conflict.Types.Status.Dismissed or Conflict.Types.Status.Deferred => [$"commonlanguage reopen {id} --reason WHY"],
            _ => [$"commonlanguage conflict {id}"],
        };
    }

    static IEnumerable<string> Signing(string id, Reconciliation at)
    {
        var number = at.Proposal?.Number ?? 0;
        var missing = at.Parties.Where(party => at.Positions.All(position => position.Organisation != party)).ToList();
        foreach (var party in missing)
            yield return $"commonlanguage position {id} accept --proposal {number} --organisation {Names.Id(party)}";
        if (missing.Count == 0)
            yield return $"commonlanguage resolve {id} --proposal {number}";
    }
}
