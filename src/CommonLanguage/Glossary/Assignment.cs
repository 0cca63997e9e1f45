using System.Collections.Immutable;

namespace CommonLanguage.Glossary;

/// <summary>Who takes care of a conflict from now on.</summary>
/// <param name="People">As they sign in; empty = nobody in particular.</param>
public sealed record Assignment(ImmutableArray<string> People) : Act(ActKind.Assignment);
