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
        // Left out where nothing was agreed, so that rows written before there were such columns keep their hash.
        if (partnership.SignOff != SignOffRule.All || partnership.Shared is not null)
        {
            sum.Add("agreed");
            sum.Add((int)partnership.SignOff.Kind);
            sum.Add(partnership.SignOff.Count);
            sum.Add(partnership.Shared ?? -1);
        }

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

    public static ContentHash Of(Mapping mapping)
    {
        var sum = new ContentHash.Sum();
        sum.Add(mapping.Key);
        sum.Add(mapping.Conflict);
        foreach (var side in (ReadOnlySpan<ConflictParty>)[mapping.A, mapping.B])
        {
            sum.Add(side.EntryKey);
            sum.Add(side.Organisation);
            sum.Add(side.RevisionKey);
        }

        sum.Add((int)mapping.Relation);
        sum.Add(mapping.Negated ? 1 : 0);
        sum.Add((int)mapping.State);
        sum.Add((int)mapping.Justification);
        sum.Add(BitConverter.DoubleToInt64Bits(mapping.Confidence));
        sum.Add(mapping.Author);
        foreach (var reviewer in mapping.Reviewers)
            sum.Add(reviewer);
        sum.Add(mapping.Comment);
        sum.Add(mapping.Sequence);
        return sum.Finish();
    }

    public static ContentHash Of(RecordedAct act, string body)
    {
        var sum = new ContentHash.Sum();
        sum.Add(act.Key);
        sum.Add(act.Conflict);
        sum.Add(act.Number);
        sum.Add((int)act.Act.Kind);
        sum.Add(act.Actor.Name);
        sum.Add(act.Actor.Origin);
        sum.Add(act.Time.ToUnixTimeMilliseconds());
        sum.Add(body);
        sum.Add(act.Sequence);
        return sum.Finish();
    }

    public static ContentHash Of(Affiliation affiliation)
    {
        var sum = new ContentHash.Sum();
        sum.Add(affiliation.Key);
        sum.Add(affiliation.Person);
        sum.Add(affiliation.Organisation ?? -1);
        sum.Add(affiliation.Partnership ?? -1);
        sum.Add((int)affiliation.Role);
        sum.Add(affiliation.From?.DayNumber ?? -1);
        sum.Add(affiliation.To?.DayNumber ?? -1);
        sum.Add(affiliation.Sequence);
        return sum.Finish();
    }

    public static ContentHash Of(ApiKey key)
    {
        var sum = new ContentHash.Sum();
        sum.Add(key.Key);
        sum.Add(key.Id);
        sum.Add(Convert.ToHexStringLower(key.SecretHash.Span));
        sum.Add(key.Person);
        sum.Add(key.DisplayName);
        sum.Add((int)key.Scopes);
        sum.Add(key.Expires.ToUnixTimeMilliseconds());
        sum.Add(key.Revoked ? 1 : 0);
        sum.Add(key.Sequence);
        return sum.Finish();
    }

    public static ContentHash Of(Webhook webhook)
    {
        var sum = new ContentHash.Sum();
        sum.Add(webhook.Key);
        sum.Add(webhook.Id);
        sum.Add(webhook.Partnership);
        sum.Add(webhook.Url);
        sum.Add(webhook.Secret);
        sum.Add(webhook.Creator);
        sum.Add(webhook.Ended ? 1 : 0);
        sum.Add(webhook.Sequence);
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
