namespace CommonLanguage.Glossary;

/// <summary>Something said about a conflict.</summary>
/// <param name="Text">1 to 20 000 characters.</param>
/// <param name="ReplyTo">Number of the act it answers; 0 = none.</param>
public sealed record Comment(string Text, int ReplyTo) : Act(ActKind.Comment);
