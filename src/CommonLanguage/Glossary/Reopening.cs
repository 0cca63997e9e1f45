namespace CommonLanguage.Glossary;

/// <summary>A conflict taken up again: by a person, or by the service because a meaning that was judged has changed.</summary>
/// <param name="Reason">Why.</param>
public sealed record Reopening(string Reason) : Act(ActKind.Reopening);
