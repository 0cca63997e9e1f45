using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Aligning;

/// <summary>What the second stage says of two definitions. Every number is a probability, 0 to 1.</summary>
/// <param name="Any">That a reader of one would misread the other at all.</param>
/// <param name="Serious">That they would act wrongly.</param>
/// <param name="Detail">That a detail differs.</param>
/// <param name="Relation">Of each relation.</param>
sealed record SecondOpinion(float Any, float Serious, float Detail, RelationProbabilities Relation)
{
    /// <summary>The same of the texts in the other order.</summary>
    public SecondOpinion Mirrored => this with { Relation = Relation with { Broader = Relation.Narrower, Narrower = Relation.Broader } };
}
