namespace CommonLanguage.Glossary;

/// <summary>
/// Something asked for cannot be done. The message is one sentence for a person: it names the thing, the limit and the way out.
/// </summary>
public sealed class RefusalException : Exception
{
    /// <summary>A refusal for a documented reason.</summary>
    /// <param name="reason">The documented reason.</param>
    /// <param name="message">One sentence that names the thing and the way out.</param>
    /// <param name="field">The field of the request at fault, as the contract writes it; null when no single field is.</param>
    /// <param name="metadata">Values a program may want, under the keys that the reason documents.</param>
    /// <param name="inner">What caused it, for the log.</param>
    public RefusalException(
        ErrorReason reason,
        string message,
        string? field = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        Exception? inner = null)
        : base(message, inner)
    {
        Reason = reason;
        Field = field;
        Metadata = metadata ?? new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>The documented reason.</summary>
    public ErrorReason Reason { get; }

    /// <summary>The field of the request at fault, or null.</summary>
    public string? Field { get; }

    /// <summary>Values a program may want.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }
}
