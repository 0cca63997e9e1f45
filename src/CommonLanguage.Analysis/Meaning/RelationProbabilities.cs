namespace CommonLanguage.Analysis.Meaning;

/// <summary>Probability of each relation; they add up to 1.</summary>
public readonly record struct RelationProbabilities(double Exact, double Broader, double Narrower, double Related, double None);
