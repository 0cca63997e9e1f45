using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Training.Judging;

namespace CommonLanguage.Evaluation;

/// <summary>A labelled pair with what a comparison said of it.</summary>
sealed record Judged(string Word, JudgedPair Pair, Comparison Comparison)
{
    /// <summary>Class of the predicted relation.</summary>
    public int Predicted => Comparison.Relation switch { Relation.Exact => 0, Relation.Broader => 1, Relation.Narrower => 2, Relation.Related => 3, _ => 4 };
}
