using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Details;

namespace CommonLanguage.Analysis.Meaning;

/// <summary>A feature that a definition states, as it was read; a person may read it otherwise.</summary>
/// <param name="Kind">Which feature.</param>
/// <param name="Span">The words that state it, in UTF-16 units of the definition.</param>
public sealed record Characteristic(CharacteristicKind Kind, TextSpan Span)
{
    /// <summary>What a definition states, by kind, then by place. Pure.</summary>
    public static ImmutableArray<Characteristic> Of(Reading reading) =>
        [.. CharacteristicReader.Read(reading).Distinct().OrderBy(found => found.Kind).ThenBy(found => found.Span.Start)];
}
