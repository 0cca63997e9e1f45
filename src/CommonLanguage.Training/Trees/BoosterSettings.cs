namespace CommonLanguage.Training.Trees;

/// <summary>How trees are grown.</summary>
sealed record BoosterSettings(
    int Rounds, float Rate, int Leaves, float LeastHessian, float Ridge, float RowShare, float FeatureShare, Loss Loss, int Seed);

/// <summary>What one output is measured by; several outputs are classes with the softmax loss.</summary>
enum Loss
{
    Squared,
    Logistic,
    Softmax,
}
