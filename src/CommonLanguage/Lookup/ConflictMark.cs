using System.Collections.Immutable;
using System.Text;

namespace CommonLanguage.Lookup;

/// <summary>A conflict that look-ups warn of: open, or put off with its reasons standing.</summary>
/// <param name="Key">The store's number of the conflict.</param>
/// <param name="Partnership">The store's number of the partnership.</param>
/// <param name="Word">Normal form of the word it is about.</param>
/// <param name="Name">Its resource name.</param>
/// <param name="Entries">The store's numbers of the entries that take part.</param>
public sealed record ConflictMark(long Key, int Partnership, string Word, string Name, ImmutableArray<long> Entries)
{
    internal byte[] NameBytes { get; } = Encoding.ASCII.GetBytes(Name);
}
