namespace CommonLanguage.Glossary;

/// <summary>A conflict put off.</summary>
/// <param name="Reason">Law, contract or cost that stands against a change now.</param>
/// <param name="Review">Day on which to look again.</param>
public sealed record Deferral(string Reason, DateOnly Review) : Act(ActKind.Deferral);
