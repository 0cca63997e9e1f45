using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.V1;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Conflicts and comparisons as messages.</summary>
static class ConflictMessages
{
    /// <summary>A party of a conflict with the texts that were compared.</summary>
    public readonly record struct Side(OrganisationId Owner, string EntryId, string Term, string Definition, int RevisionNumber)
    {
        public string EntryName => new EntryName(Owner, EntryId).ToString();

        public string RevisionName => RevisionNumber == 0 ? "" : new EntryName(Owner, EntryId).Revision(RevisionNumber);

        /// <summary>The party as it stands in a revision of the store.</summary>
        public static Side Of(Glossary.Revision revision, PartnerDirectory directory) =>
            new(directory[revision.Organisation].Id, revision.EntryId, revision.Content.Term.Text, revision.Content.Definition, revision.Number);

        /// <summary>The party as a draft would have it.</summary>
        public static Side Of(Sense sense, PartnerDirectory directory) =>
            new(directory[sense.Organisation].Id, sense.EntryId, sense.Term, sense.Definition, sense.Number);
    }

    /// <summary>A conflict as a message.</summary>
    /// <param name="conflict">The conflict.</param>
    /// <param name="name">Its resource name; empty for one that would be opened.</param>
    /// <param name="partnership">Its partnership.</param>
    /// <param name="sides">Its parties, in order.</param>
    /// <param name="opened">When it was detected; null for one that would be opened.</param>
    /// <param name="changed">When it last changed.</param>
    public static V1.Conflict ToMessage(
        this Glossary.Conflict conflict, string name, PartnershipId partnership, IReadOnlyList<Side> sides, DateTimeOffset? opened, DateTimeOffset? changed)
    {
        var message = new V1.Conflict
        {
            Name = name,
            Term = conflict.Term,
            Kind = (V1.ConflictKind)(int)conflict.Kind,
            Severity = conflict.Severity,
            Status = (V1.Conflict.Types.Status)(int)conflict.State,
            Relation = (V1.Relation)(int)conflict.Relation,
            Language = conflict.Language,
            Partnership = partnership.ResourceName,
            CreateTime = opened is { } o ? Timestamp.FromDateTimeOffset(o) : null,
            UpdateTime = changed is { } c ? Timestamp.FromDateTimeOffset(c) : null,
            Etag = name.Length == 0 ? "" : conflict.Etag,
        };
        foreach (var side in sides)
        {
            message.Entries.Add(new ConflictEntry
            {
                Entry = side.EntryName,
                Organisation = side.Owner.ResourceName,
                Definition = side.Definition,
                Term = side.Term,
                Revision = side.RevisionName,
            });
        }

        foreach (var pair in conflict.Pairs)
        {
            var (a, b) = (sides[pair.A], sides[pair.B]);
            var comparison = pair.Comparison.ToMessage(a.EntryName, b.EntryName, conflict.ComparerVersion);
            (comparison.A, comparison.B) = (a.RevisionName, b.RevisionName);
            message.Comparisons.Add(comparison);
            message.Differences.AddRange(comparison.Differences);
        }

        return message;
    }

    /// <summary>A comparison as a message, without the names of its revisions.</summary>
    public static V1.Comparison ToMessage(this Analysis.Meaning.Answers.Comparison comparison, string entryA, string entryB, string version)
    {
        var p = comparison.Probabilities;
        var message = new V1.Comparison
        {
            Relation = (V1.Relation)(int)comparison.Relation,
            Clear = comparison.Clear,
            Similarity = comparison.Similarity,
            Conflict = comparison.Conflict,
            Kind = (V1.ConflictKind)(int)comparison.Kind,
            ComparerVersion = version,
            Probabilities = { ["exact"] = p.Exact, ["broader"] = p.Broader, ["narrower"] = p.Narrower, ["related"] = p.Related, ["none"] = p.None },
        };
        foreach (var evidence in comparison.Evidence)
        {
            message.Differences.Add(new Difference
            {
                Reason = evidence.Reason,
                Sides = { SideOf(entryA, evidence.A), SideOf(entryB, evidence.B) },
            });
        }

        return message;
    }

    static DifferenceSide SideOf(string entry, TextSpan span) => new() { Entry = entry, Start = span.Start, End = span.End };
}
