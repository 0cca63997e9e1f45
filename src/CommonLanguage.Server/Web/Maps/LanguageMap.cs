using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Web.Maps;

/// <summary>How far the languages of a partnership's members part, at one state of the store.</summary>
/// <param name="Partnership">Whose members.</param>
/// <param name="Organisations">By id.</param>
/// <param name="Pairs">Each two of them that share a word, by their places in <paramref name="Organisations"/>, the lower first.</param>
/// <param name="Dots">Words in conflict, sharpest first.</param>
public sealed record LanguageMap(
    Partnership Partnership,
    ImmutableArray<Organisation> Organisations,
    ImmutableDictionary<(int A, int B), LanguageMap.Pair> Pairs,
    ImmutableArray<LanguageMap.Dot> Dots)
{
    /// <summary>Two organisations.</summary>
    /// <param name="Shared">Words that both define.</param>
    /// <param name="Compared">Of those, words whose meanings can be compared: definitions in one language.</param>
    /// <param name="Parting">Of those, words that they mean differently and have not settled.</param>
    /// <param name="Severity">Of the sharpest of those, 0..1.</param>
    public sealed record Pair(int Shared, int Compared, int Parting, double Severity);

    /// <summary>A word in conflict.</summary>
    /// <param name="Name">The conflict.</param>
    /// <param name="Term">The word.</param>
    /// <param name="Kind">In which way.</param>
    /// <param name="Severity">How badly, 0..1.</param>
    /// <param name="Organisations">Who takes part, by their places.</param>
    public sealed record Dot(ConflictName Name, string Term, ConflictKind Kind, double Severity, ImmutableArray<int> Organisations);
}
