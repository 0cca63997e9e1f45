using System.Collections.Immutable;

namespace CommonLanguage.Glossary;

/// <summary>Not a conflict, says a person. Remembered until a meaning that was judged changes.</summary>
/// <param name="IsSame">The meanings are the same; else they are unrelated.</param>
/// <param name="Reason">Free text.</param>
/// <param name="Pins">The revisions that were judged.</param>
public sealed record Dismissal(bool IsSame, string Reason, ImmutableArray<ConflictParty> Pins) : Act(ActKind.Dismissal);
