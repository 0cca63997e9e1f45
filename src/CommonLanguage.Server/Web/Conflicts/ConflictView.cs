using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Web.Conflicts;

/// <summary>A conflict with the texts it is about.</summary>
/// <param name="Conflict">As the store has it.</param>
/// <param name="Partnership">Where it lies.</param>
/// <param name="Sides">Its parties, in their order.</param>
/// <param name="Opened">When it was found.</param>
public sealed record ConflictView(Conflict Conflict, Partnership Partnership, ImmutableArray<Side> Sides, DateTimeOffset Opened)
{
    /// <summary>How often its word was used.</summary>
    public WordUse Use { get; init; }

    /// <summary>Its resource name.</summary>
    public ConflictName Name => new(Partnership.Id, Conflict.Id);

    /// <summary>The sharpest pair, the first one's side and the second's; null when none was compared.</summary>
    public (Side A, Side B, Comparison Comparison)? Sharpest => PairAt(0);

    /// <summary>The sharpest pair in which an organisation takes part; null when it takes part in none.</summary>
    public (Side A, Side B, Comparison Comparison)? SharpestOf(int organisation)
    {
        for (var i = 0; i < Conflict.Pairs.Length; i++)
        {
            if (PairAt(i) is { } pair && (pair.A.Organisation.Key == organisation || pair.B.Organisation.Key == organisation))
                return pair;
        }

        return null;
    }

    /// <summary>A compared pair; null when there are not so many.</summary>
    public (Side A, Side B, Comparison Comparison)? PairAt(int index) => index >= 0 && index < Conflict.Pairs.Length
        ? (Sides[Conflict.Pairs[index].A], Sides[Conflict.Pairs[index].B], Conflict.Pairs[index].Comparison)
        : null;

    /// <summary>What a side is called for short: the organisation's id, with a number where it has several definitions of the word.</summary>
    public string PlaceOf(Side side)
    {
        var own = Sides.Where(other => other.Organisation.Key == side.Organisation.Key).ToList();
        return own.Count == 1 ? side.Organisation.Id.Value : FormattableString.Invariant($"{side.Organisation.Id} ({own.IndexOf(side) + 1})");
    }
}
