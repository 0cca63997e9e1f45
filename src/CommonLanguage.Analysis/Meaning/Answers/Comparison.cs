using System.Collections.Immutable;

namespace CommonLanguage.Analysis.Meaning.Answers;

/// <summary>What the engine says of two definitions a and b (an SSSOM mapping made by machine).</summary>
/// <param name="Relation">Of a to b, always the likeliest; never Close.</param>
/// <param name="Probabilities">Of each relation.</param>
/// <param name="Similarity">0..1: how alike the meanings are.</param>
/// <param name="Conflict">0..1: how badly a reader of one would misread the other. Not the complement of similarity.</param>
/// <param name="Kind">In which way they part.</param>
/// <param name="Evidence">What differs, weightiest first.</param>
public sealed record Comparison(
    Relation Relation,
    RelationProbabilities Probabilities,
    double Similarity,
    double Conflict,
    ConflictKind Kind,
    ImmutableArray<Evidence> Evidence)
{
    /// <summary>Whether the relation is at least as likely as not; where it is not, say "not clear", not the relation.</summary>
    public bool Clear => Probabilities[Relation] >= RelationProbabilities.Clear;
}
