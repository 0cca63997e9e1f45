using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;

namespace CommonLanguage.Reconciliation;

/// <summary>A conflict as it stood after one of its steps: its state, the texts that held, and how they compare.</summary>
static class PastState
{
    // No entry has more revisions than this between two steps; older ones are not needed.
    const int RevisionsOfAnEntry = 10_000;

    /// <summary>Takes a conflict back to the last of some acts.</summary>
    /// <param name="reader">The store.</param>
    /// <param name="now">The conflict as it stands.</param>
    /// <param name="then">What had been said and done; not empty.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    public static async Task<(Conflict Conflict, ImmutableArray<Revision> Texts)> ReadAsync(
        StoreReader reader, Conflict now, Proceedings then, CancellationToken cancellation)
    {
        var last = then.Acts[^1];
        var texts = new List<Revision>();
        var entries = now.Parties.Select(party => party.EntryKey).Concat(then.Acts.SelectMany(recorded => recorded.Pins).Select(pin => pin.EntryKey)).Distinct();
        foreach (var first in await reader.ReadRevisionsAsync(entries, cancellation))
        {
            var history = await reader.ReadRevisionsAsync(first.Organisation, first.EntryId, int.MaxValue, RevisionsOfAnEntry, cancellation);
            if (history.Where(revision => revision.Sequence <= last.Sequence).MaxBy(revision => revision.Number) is { State: RevisionState.Published } held)
                texts.Add(held);
        }

        texts.Sort((x, y) => (x.Organisation, x.EntryKey).CompareTo((y.Organisation, y.EntryKey)));
        ImmutableArray<ConflictParty> parties = [.. texts.Select(text => new ConflictParty(text.EntryKey, text.Organisation, text.Key))];
        var pairs = now.Parties.AsSpan().SequenceEqual(parties.AsSpan()) ? now.Pairs : Compared(texts);
        var conflict = now with
        {
            State = StateOf(then),
            Parties = parties,
            Pairs = pairs,
            Settlement = SettlementOf(now, then),
            Reopening = then.Acts.Select(recorded => recorded.Act).OfType<Reopening>().LastOrDefault()?.Reason ?? "",
            Review = then.Resolution?.Resolution.Review,
            Sequence = last.Sequence,
        };
        return (conflict.Measured(), [.. texts]);
    }

    static Settlement? SettlementOf(Conflict now, Proceedings then) =>
        then.Resolution is not { } held || held.Resolution.Outcome == Outcome.Deferred ? null
        : now.Settlement is { } known && known.Resolution == held.Number ? known
        : new(held.Resolution.Outcome, held.Number, held.Resolution.Effective, [])
        {
            Reservations = [.. held.Resolution.Positions.Where(p => p.Stance == Stance.AcceptWithReservation).Select(p => new Reservation(p.Organisation, p.Statement))],
        };

    // Acts from before their state was kept tell it by what they are.
    static ConflictState StateOf(Proceedings then)
    {
        foreach (var recorded in then.Acts.Reverse())
        {
            if (recorded.Act.After is { } known)
                return known;
            ConflictState? told = recorded.Act switch
            {
                Triage { Verdict: not Verdict.Unsure } => ConflictState.Triaged,
                Proposal or LineUpCorrection or Assessment => ConflictState.Reconciling,
                Consultation => ConflictState.Consultation,
                Position => ConflictState.SignOff,
                Resolution resolution => resolution.Outcome == Outcome.Deferred ? ConflictState.Deferred : ConflictState.Resolved,
                Deferral => ConflictState.Deferred,
                Dismissal => ConflictState.Dismissed,
                Reopening => ConflictState.Reopened,
                _ => null,
            };
            if (told is { } state)
                return state;
        }

        return ConflictState.Detected;
    }

    static ImmutableArray<ConflictPair> Compared(List<Revision> texts)
    {
        var readings = texts.Select(text => DefinitionReading.Of(text.Content.Term.Text, text.Content.Definition, text.Content.Language.Value)).ToArray();
        var pairs = new List<ConflictPair>();
        for (var a = 0; a < texts.Count; a++)
        {
            for (var b = a + 1; b < texts.Count; b++)
            {
                if (texts[a].Organisation != texts[b].Organisation)
                    pairs.Add(new(a, b, MeaningComparer.Compare(readings[a], readings[b])));
            }
        }

        return [.. pairs.OrderByDescending(pair => pair.Comparison.Conflict).Select((pair, place) => pair.Kept(place))];
    }
}
