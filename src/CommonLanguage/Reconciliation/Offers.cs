using System.Collections.Immutable;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;

namespace CommonLanguage.Reconciliation;

/// <summary>What a reopened settlement has written and its owners have not taken back yet.</summary>
static class Offers
{
    /// <summary>Inside a step of the writer.</summary>
    public static ImmutableArray<Offer> Of(Case @case)
    {
        var offers = ImmutableArray.CreateBuilder<Offer>();
        foreach (var written in Written(@case.Conflict, @case.Proceedings))
        {
            var revision = @case.Step.Revision(written.Revision);
            var now = @case.Step.Current(written.Entry);
            var before = revision.Number == 1 ? null : @case.Step.Revision(revision.Organisation, revision.EntryId, revision.Number - 1);
            if (Differs(now, before))
                offers.Add(new(revision.Organisation, now, before, now.Number > revision.Number));
        }

        return offers.DrainToImmutable();
    }

    /// <summary>Outside of the writer.</summary>
    public static async Task<ImmutableArray<Offer>> ReadAsync(StoreReader reader, Conflict conflict, Proceedings proceedings, CancellationToken cancellation)
    {
        var offers = ImmutableArray.CreateBuilder<Offer>();
        var written = Written(conflict, proceedings).ToArray();
        var revisions = (await reader.ReadRevisionsAsync(written.Select(effect => effect.Revision), cancellation)).ToDictionary(revision => revision.Key);
        foreach (var effect in written)
        {
            var revision = revisions[effect.Revision];
            var now = (await reader.FindCurrentAsync(revision.Organisation, revision.EntryId, cancellation))!;
            var before = revision.Number == 1
                ? null
                : (await reader.ReadRevisionsAsync(revision.Organisation, revision.EntryId, revision.Number, 1, cancellation)).FirstOrDefault();
            if (Differs(now, before))
                offers.Add(new(revision.Organisation, now, before, now.Number > revision.Number));
        }

        return offers.DrainToImmutable();
    }

    /// <summary>The first revision that the settlement wrote of each entry; none while it holds.</summary>
    static IEnumerable<Effect> Written(Conflict conflict, Proceedings proceedings) =>
        proceedings.LastResolution is not { } last || proceedings.Resolution is not null
            || conflict.State is not (ConflictState.Reopened or ConflictState.Triaged or ConflictState.Reconciling)
            ? []
            : last.Resolution.Effects.Concat(proceedings.Since).Where(effect => effect.Revision != 0).DistinctBy(effect => effect.Entry);

    static bool Differs(Revision now, Revision? before) => before is null ? now.State == RevisionState.Published : now.Hash != before.Hash || now.State != before.State;
}
