using System.Collections.Immutable;
using System.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>A conflict that is settled or was until it was reopened, as look-ups obey it.</summary>
/// <param name="Key">The store's number of the conflict.</param>
/// <param name="Partnership">The store's number of the partnership.</param>
/// <param name="Name">Its resource name.</param>
/// <param name="Entries">The store's numbers of the entries that were judged.</param>
/// <param name="Settlement">What holds; null where the conflict was dismissed, which is silent, or is open again.</param>
public sealed record SettledMark(long Key, int Partnership, string Name, ImmutableArray<long> Entries, Settlement? Settlement)
{
    /// <summary>What held until the conflict was reopened; null when nothing did.</summary>
    public Settlement? Lapsed { get; init; }

    internal byte[] NameBytes { get; } = Encoding.ASCII.GetBytes(Name);
}
