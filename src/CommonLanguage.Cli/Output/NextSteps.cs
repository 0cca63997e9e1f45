using CommonLanguage.V1;

namespace CommonLanguage.Cli.Output;

/// <summary>What may be done next about a conflict, as commands to copy: the steps that the server says it accepts.</summary>
static class NextSteps
{
    /// <summary>The commands; words in capitals are for the person to fill in.</summary>
    public static IEnumerable<string> After(Reconciliation at)
    {
        var id = Names.Id(at.Conflict.Name);
        var commands = at.Next.Select(step => Command(id, step, at)).ToList();
        if (at.Conflict.Status == Conflict.Types.Status.Resolved)
            commands.Insert(0, $"commonlanguage lookup \"{at.Conflict.Term}\"");
        return commands.Count > 0 ? commands : [$"commonlanguage conflict {id}"];
    }

    static string Command(string id, NextStep step, Reconciliation at)
    {
        var number = at.Proposal?.Number ?? 0;
        var replace = at.Conflict.Status is Conflict.Types.Status.Consultation or Conflict.Types.Status.SignOff ? $" --replace {number}" : "";
        return step.Kind switch
        {
            NextStep.Types.Kind.Triage => $"commonlanguage triage {id} same|broader|narrower|related|different|unsure",
            NextStep.Types.Kind.Propose => $"commonlanguage propose {id} OUTCOME --rationale WHY{replace}",
            NextStep.Types.Kind.Consult => $"commonlanguage consult {id} --proposal {number} --to DATE",
            NextStep.Types.Kind.Position => $"commonlanguage position {id} accept --proposal {number} --organisation {Names.Id(step.Organisation)}",
            NextStep.Types.Kind.Resolve => $"commonlanguage resolve {id} --proposal {number}",
            NextStep.Types.Kind.Publish => $"commonlanguage publish {id} --organisation {Names.Id(step.Organisation)}",
            NextStep.Types.Kind.Defer => $"commonlanguage defer {id} --reason WHY --review-date DATE",
            NextStep.Types.Kind.Reopen => $"commonlanguage reopen {id} --reason WHY",
            NextStep.Types.Kind.TakeBack => $"commonlanguage take-back {id} --organisation {Names.Id(step.Organisation)}",
            _ => $"commonlanguage conflict {id}",
        };
    }
}
