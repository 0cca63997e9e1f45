namespace CommonLanguage.Storage;

/// <summary>Where a conflict stands in a person's queue: those of which the person knows two sides first, then by rank, then the newer first.</summary>
/// <param name="KnowsBothSides">The person is affiliated, now or before, with at least two of its parties.</param>
/// <param name="Rank">Severity times exposure.</param>
/// <param name="Key">The store's number of the conflict.</param>
public readonly record struct QueuePlace(bool KnowsBothSides, double Rank, long Key)
{
    /// <summary>Before the first.</summary>
    public static readonly QueuePlace Start = new(true, double.MaxValue, long.MaxValue);
}
