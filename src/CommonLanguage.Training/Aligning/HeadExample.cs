using CommonLanguage.Analysis.Meaning.Aligning;

namespace CommonLanguage.Training.Aligning;

/// <summary>A pair of texts with what people said of it.</summary>
/// <param name="A">First text.</param>
/// <param name="B">Second text.</param>
/// <param name="Conflict">0 none, 1 minor, 2 serious; -1 not said.</param>
/// <param name="Detail">1 a detail differs, 0 none does; -1 not said.</param>
/// <param name="Relation">Index of the relation (none, exact, broader, narrower, related); -1 not said.</param>
/// <param name="Word">The word; examples of one word stay on one side of a split.</param>
/// <param name="Weight">How much it counts.</param>
sealed record HeadExample(EncodedText A, EncodedText B, int Conflict, int Detail, int Relation, string Word, float Weight);
