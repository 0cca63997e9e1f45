using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <summary>Hashes over whole rows: any flipped byte of a row that can change an answer is seen when the row is read.</summary>
static class RowHash
{
    public static ContentHash Of(Revision revision, string form)
    {
        var sum = new ContentHash.Sum();
        sum.Add(revision.Key);
        sum.Add(revision.EntryKey);
        sum.Add(revision.Organisation);
        sum.Add(revision.EntryId);
        sum.Add(revision.Number);
        sum.Add((int)revision.State);
        sum.Add(form);
        sum.Add(revision.Sequence);
        sum.Add(revision.Hash);
        return sum.Finish();
    }

    public static ContentHash Of(Organisation organisation)
    {
        var sum = new ContentHash.Sum();
        sum.Add(organisation.Key);
        sum.Add(organisation.Id.Value);
        sum.Add(organisation.DisplayName);
        sum.Add(organisation.Description);
        sum.Add(organisation.Archived ? 1 : 0);
        sum.Add(organisation.Sequence);
        return sum.Finish();
    }

    public static ContentHash Of(Partnership partnership)
    {
        var sum = new ContentHash.Sum();
        sum.Add(partnership.Key);
        sum.Add(partnership.Id.Value);
        sum.Add(partnership.DisplayName);
        sum.Add(partnership.Objectives);
        sum.Add(partnership.Archived ? 1 : 0);
        sum.Add(partnership.Sequence);
        foreach (var member in partnership.Members)
            sum.Add(member);
        return sum.Finish();
    }

    public static ContentHash Of(Conflict conflict, string judgement)
    {
        var sum = new ContentHash.Sum();
        sum.Add(conflict.Key);
        sum.Add(conflict.Id);
        sum.Add(conflict.Partnership);
        sum.Add(conflict.Word);
        sum.Add(conflict.Language);
        sum.Add(conflict.Term);
        sum.Add((int)conflict.Kind);
        sum.Add(BitConverter.DoubleToInt64Bits(conflict.Severity));
        sum.Add((int)conflict.Relation);
        sum.Add((int)conflict.State);
        sum.Add(judgement);
        sum.Add(conflict.ComparerVersion);
        sum.Add(conflict.Opened);
        sum.Add(conflict.Sequence);
        return sum.Finish();
    }

    /// <summary>Chained: over the row and the hash of the row before.</summary>
    public static ContentHash Of(ContentHash before, long sequence, ChangeKind kind, string subject, Actor actor, long time, int revisions, int conflicts)
    {
        var sum = new ContentHash.Sum();
        sum.Add(before);
        sum.Add(sequence);
        sum.Add((int)kind);
        sum.Add(subject);
        sum.Add(actor.Name);
        sum.Add(actor.Origin);
        sum.Add(time);
        sum.Add(revisions);
        sum.Add(conflicts);
        return sum.Finish();
    }
}
