using System.Globalization;

namespace CommonLanguage.Glossary;

/// <summary>
/// A state of one store: the sequence of its last change. A read that is given a token answers from that state or a later one.
/// Written "{sequence}-{store}", where store is the first 8 characters of the store's id.
/// </summary>
public readonly record struct RevisionToken(long Sequence, string Store)
{
    /// <summary>Reads a token of this store; empty gives null.</summary>
    /// <exception cref="RefusalException">Not a token of this store (RevisionTokenInvalid).</exception>
    public static long? Parse(string? token, string store, string field)
    {
        if (string.IsNullOrEmpty(token))
            return null;
        var dash = token.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0 && long.TryParse(token.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && token.AsSpan(dash + 1).SequenceEqual(store))
            return sequence;
        throw Refusals.Unreadable(
            ErrorReason.RevisionTokenInvalid,
            $"{Shown.Quoted(token)} is not a revision token of this store; pass one that a write or a look-up of this store gave.",
            field,
            token);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}-{Store}");
}
