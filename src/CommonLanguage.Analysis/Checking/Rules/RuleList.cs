using System.Collections.Immutable;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>The rules, by id.</summary>
public static class RuleList
{
    internal static readonly ImmutableArray<ICheckRule> OfDocuments =
    [
        new ConflictingTerm(), new DeprecatedTerm(), new DefinitionDrift(), new UndefinedAcronym(), new VariantSpelling(), new UndeclaredSense(),
        new UnknownTerm(), new AudienceGap(),
    ];

    /// <summary>What each of them is about.</summary>
    public static ImmutableArray<RuleDescription> All { get; } =
        [.. OfDocuments.Select(rule => rule.Description), StaleSnapshot.Description, UnusedSuppression.Description];
}
