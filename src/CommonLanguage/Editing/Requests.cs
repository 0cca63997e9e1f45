using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
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

    /// <summary>A write that a repeated request finds done.</summary>
    /// <param name="queue">The writer.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="request">Everything that makes the request what it is.</param>
    /// <param name="kind">What the change is logged as.</param>
    /// <param name="options">What every write may ask for.</param>
    /// <param name="write">Writes; gives what was written and its resource name.</param>
    /// <param name="read">Reads what was written the first time, by its resource name.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    public static Task<(T Written, long Sequence)> RunOnceAsync<T>(
        this WriteQueue queue, Actor actor, IEnumerable<string?> request, ChangeKind kind, WriteOptions options, Func<WriteStep, StoreWriter, (T, string Subject)> write,
        Func<ReadTables, string, T> read, CancellationToken cancellation)
    {
        var sum = new ContentHash.Sum();
        foreach (var part in request)
            sum.Add(part);
        var hash = sum.Finish();
        return queue.RunAsync<(T, long)>(
            (step, writer) =>
            {
                if (Find(writer, actor, options, hash) is { } first)
                    return new((read(step.Tables, first.Subject), first.Sequence), null, "", actor);
                var (written, subject) = write(step, writer);
                if (options.ValidateOnly)
                    return new((written, 0), null, "", actor);
                if (options.RequestId.Length > 0)
                    writer.PutRequest(actor, options.RequestId, hash, subject, step.Sequence);
                return new((written, step.Sequence), kind, subject, actor);
            },
            cancellation);
    }
}
