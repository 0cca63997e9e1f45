using CommonLanguage.Glossary;
using CommonLanguage.Storage;

namespace CommonLanguage.Editing;

/// <summary>Requests that were answered before.</summary>
static class Requests
{
    /// <summary>What the same request was answered with; null when it is new.</summary>
    /// <exception cref="RefusalException">The id was used for another request (RequestIdReused), or is too long.</exception>
    public static (string Subject, long Sequence)? Find(StoreWriter writer, Actor actor, WriteOptions options, ContentHash request)
    {
        if (options.RequestId.Length == 0)
            return null;
        _ = Wording.OfLine(options.RequestId, "request_id", Limits.RequestId);
        var found = writer.Query(
            "SELECT content, subject, sequence FROM requests WHERE actor = @p0 AND id = @p1",
            row => (Content: ContentHash.Of((byte[])row[0]), Subject: row.GetString(1), Sequence: row.GetInt64(2)), actor.Name, options.RequestId);
        if (found.Count == 0)
            return null;
        if (found[0].Content != request)
        {
            throw new RefusalException(
                ErrorReason.RequestIdReused,
                $"Request id {Shown.Quoted(options.RequestId)} was used for another request; give each request an id of its own.",
                "request_id",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["request_id"] = options.RequestId });
        }

        return (found[0].Subject, found[0].Sequence);
    }
}
