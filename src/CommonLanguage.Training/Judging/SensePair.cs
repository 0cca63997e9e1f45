using System.Text.Json.Serialization;

namespace CommonLanguage.Training.Judging;

/// <summary>A line of a file of pairs (the format of the command "compare", with labels).</summary>
sealed record SensePair(
    string Id, string Term = "", string A = "", string B = "", string? Group = null, string? Language = null, string? Relation = null, int? Conflict = null, string? Kind = null, string? Label = null);

/// <summary>Reads lines of pairs.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SensePair))]
sealed partial class PairJson : JsonSerializerContext;
