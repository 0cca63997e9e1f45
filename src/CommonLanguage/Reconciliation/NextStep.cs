using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>A step that is accepted next, and whose it is.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Organisation">The store's number of the organisation whose step it is; 0 = a translator's or coordinator's.</param>
/// <param name="Sentence">The same in words.</param>
public sealed record NextStep(NextStepKind Kind, int Organisation, string Sentence)
{
    /// <summary>The steps that are accepted now, the usual one first; empty when only waiting is left.</summary>
    /// <param name="conflict">As it stands.</param>
    /// <param name="partnership">Its partnership.</param>
    /// <param name="proceedings">What was said and done.</param>
    /// <param name="name">Display name of an organisation.</param>
    /// <param name="takeBack">The store's numbers of the organisations that may take back what the last settlement made of their entries.</param>
    /// <param name="today">The day.</param>
    public static ImmutableArray<NextStep> Of(
        Conflict conflict, Partnership partnership, Proceedings proceedings, Func<int, string> name, IReadOnlyCollection<int> takeBack, DateOnly today)
    {
        var steps = ImmutableArray.CreateBuilder<NextStep>();
        switch (conflict.State)
        {
            case ConflictState.Detected:
                steps.Add(new(NextStepKind.Triage, 0, "A translator says how the meanings relate."));
                break;
            case ConflictState.Triaged or ConflictState.Reopened or ConflictState.Reconciling:
                if (conflict.State == ConflictState.Reconciling && proceedings.Current is { } ready && proceedings.Consultation is null)
                    steps.Add(new(NextStepKind.Consult, 0, Invariant($"A translator or coordinator opens the consultation about proposal {ready.Proposal.Number}.")));
                foreach (var owner in takeBack)
                    steps.Add(new(NextStepKind.TakeBack, owner, $"{name(owner)} may take back what the settlement made of its entries."));
                steps.Add(new(NextStepKind.Propose, 0, "A translator proposes an outcome."));
                steps.Add(Deferral);
                break;
            case ConflictState.Consultation or ConflictState.SignOff:
                Signing(steps, SignOff.Of(conflict, partnership, proceedings, today), proceedings, name, today);
                break;
            case ConflictState.Resolved:
                foreach (var owner in proceedings.Waiting)
                    steps.Add(new(NextStepKind.Publish, owner, $"{name(owner)} may publish the texts that wait for it."));
                steps.Add(Reopening);
                break;
            case ConflictState.Dismissed or ConflictState.Deferred:
                steps.Add(Reopening);
                break;
            default:
                break;
        }

        return steps.DrainToImmutable();
    }

    static readonly NextStep Deferral = new(NextStepKind.Defer, 0, "A translator or coordinator defers it, with the reason.");

    static readonly NextStep Reopening = new(NextStepKind.Reopen, 0, "A translator, a coordinator or an owner reopens it, with the reason.");

    static void Signing(
        ImmutableArray<NextStep>.Builder steps, SignOff standing, Proceedings proceedings, Func<int, string> name, DateOnly today)
    {
        var consultation = proceedings.Consultation!;
        if (standing.IsMet)
            steps.Add(new(NextStepKind.Resolve, 0, "The sign-off rule is met: a translator or coordinator settles it."));
        if (!standing.IsOver && today >= consultation.From)
        {
            foreach (var party in standing.Missing)
                steps.Add(new(NextStepKind.Position, party, Invariant($"A signatory of {name(party)} takes its position, until {consultation.To:O}.")));
        }

        if (!standing.IsMet && (standing.Missing.IsEmpty || standing.IsOver))
        {
            var against = string.Join(" and ", standing.Objecting.Select(name));
            steps.Add(new(NextStepKind.Propose, 0, against.Length > 0
                ? $"The sign-off rule is not met: a translator proposes something that {against} can accept."
                : "The sign-off rule is not met, because nobody has accepted: a translator proposes again."));
            steps.Add(Deferral);
        }
    }

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
