using System.Collections.Immutable;
using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Server.Web.Showing;

namespace CommonLanguage.Server.Web.Conflicts;

/// <summary>The way from a conflict to its settlement as a line of steps, and what is missing for the next.</summary>
static class Steps
{
    /// <summary>The steps: the states that lead to a resolution, by their labels.</summary>
    public static readonly ImmutableArray<string> Names =
    [
        .. new[] { ConflictState.Detected, ConflictState.Triaged, ConflictState.Reconciling, ConflictState.Consultation, ConflictState.SignOff, ConflictState.Resolved }
            .Select(Words.Of),
    ];

    /// <summary>Index of the step that a conflict has reached.</summary>
    public static int Of(Conflict conflict) => conflict.State switch
    {
        ConflictState.Detected or ConflictState.Reopened => 0,
        ConflictState.Triaged => 1,
        ConflictState.Reconciling => 2,
        ConflictState.Consultation => 3,
        ConflictState.SignOff => 4,
        _ => 5,
    };

    /// <summary>What is missing, as one or two sentences.</summary>
    /// <param name="view">The conflict.</param>
    /// <param name="proceedings">What was said and done.</param>
    public static string Next(ConflictView view, Proceedings proceedings)
    {
        var conflict = view.Conflict;
        return conflict.State switch
        {
            ConflictState.Detected => "Nobody has looked at it yet. Read both sides and say how they relate.",
            ConflictState.Reopened => conflict.Reopening.Length > 0
                ? $"It is open again: {conflict.Reopening.TrimEnd('.')}. Say how the meanings relate now, or propose again."
                : "It is open again. Say how the meanings relate now, or propose again.",
            ConflictState.Triaged => "The difference is real. Somebody who knows both sides can now propose how to resolve it.",
            ConflictState.Reconciling when proceedings.Current is null => "The difference is real. Somebody who knows both sides can now propose how to resolve it.",
            ConflictState.Reconciling => "There is a proposal. When it is ready, open the consultation: the parties are then asked for their positions.",
            ConflictState.Consultation or ConflictState.SignOff => Waiting(view, proceedings),
            ConflictState.Resolved => "It is resolved. Every look-up and every document check obeys the outcome.",
            ConflictState.Dismissed => "A person has decided that this is not a conflict. It reopens only if one of the meanings changes.",
            ConflictState.Deferred => conflict.Review is { } day ? $"It is deferred until {day:O}. Look-ups go on to warn of it." : "It is deferred. Look-ups go on to warn of it.",
            _ => "The definitions no longer differ.",
        };
    }

    static string Waiting(ConflictView view, Proceedings proceedings)
    {
        var missing = view.Sides.Select(side => side.Organisation)
            .Where(owner => owner.Key != view.Partnership.Shared && !proceedings.Positions.ContainsKey(owner.Key))
            .DistinctBy(owner => owner.Key).Select(owner => owner.DisplayName).ToArray();
        // What is accepted next is the engine's to say, whose rule decides whether it can be settled.
        return missing.Length == 0
            ? "All parties have taken a position. " + NextStep.Of(
                view.Conflict, view.Partnership, proceedings, key => view.Sides.First(side => side.Organisation.Key == key).Organisation.DisplayName, [],
                proceedings.Consultation!.To)[0].Sentence
            : $"Waiting for the position of {string.Join(" and ", missing)}, until {proceedings.Consultation!.To:O}.";
    }
}
