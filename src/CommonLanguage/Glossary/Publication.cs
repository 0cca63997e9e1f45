using System.Collections.Immutable;

namespace CommonLanguage.Glossary;

/// <summary>An owner published afterwards what a resolution had left waiting for it.</summary>
/// <param name="Resolution">Number of the act.</param>
/// <param name="Effects">What was written.</param>
public sealed record Publication(int Resolution, ImmutableArray<Effect> Effects) : Act(ActKind.Publication);
