using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <summary>The parties, pairs and settlement of a conflict as the JSON kept in the column "judgement".</summary>
static class ConflictJudgement
{
    public static string Write(Conflict conflict)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            json.WriteStartObject();
            json.WriteStartArray("parties");
            foreach (var party in conflict.Parties)
            {
                json.WriteStartArray();
                json.WriteNumberValue(party.EntryKey);
                json.WriteNumberValue(party.Organisation);
                json.WriteNumberValue(party.RevisionKey);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteStartArray("pairs");
            foreach (var pair in conflict.Pairs)
                Write(json, pair);
            json.WriteEndArray();
            if (conflict.Settlement is { } settlement)
            {
                json.WritePropertyName("settlement");
                JsonSerializer.Serialize(json, settlement, ActBody.Options);
            }

            if (conflict.Lapsed is { } lapsed)
            {
                json.WritePropertyName("lapsed");
                JsonSerializer.Serialize(json, lapsed, ActBody.Options);
            }

            if (conflict.Reopening.Length > 0)
                json.WriteString("reopening", conflict.Reopening);
            if (conflict.Review is { } review)
                json.WriteNumber("review", review.DayNumber);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static Parts Read(string judgement)
    {
        using var json = JsonDocument.Parse(judgement);
        var root = json.RootElement;
        return new(
            [.. root.GetProperty("parties").EnumerateArray().Select(p => new ConflictParty(p[0].GetInt64(), p[1].GetInt32(), p[2].GetInt64()))],
            [.. root.GetProperty("pairs").EnumerateArray().Select(ReadPair)],
            root.TryGetProperty("settlement", out var settlement) ? settlement.Deserialize<Settlement>(ActBody.Options) : null,
            root.TryGetProperty("lapsed", out var lapsed) ? lapsed.Deserialize<Settlement>(ActBody.Options) : null,
            root.TryGetProperty("reopening", out var reopening) ? reopening.GetString()! : "",
            root.TryGetProperty("review", out var review) ? DateOnly.FromDayNumber(review.GetInt32()) : null);
    }

    /// <summary>What the column holds.</summary>
    public readonly record struct Parts(
        ImmutableArray<ConflictParty> Parties, ImmutableArray<ConflictPair> Pairs, Settlement? Settlement, Settlement? Lapsed, string Reopening, DateOnly? Review);

    static void Write(Utf8JsonWriter json, ConflictPair pair)
    {
        var comparison = pair.Comparison;
        json.WriteStartObject();
        json.WriteNumber("a", pair.A);
        json.WriteNumber("b", pair.B);
        json.WriteNumber("relation", (int)comparison.Relation);
        json.WriteNumber("kind", (int)comparison.Kind);
        json.WriteNumber("similarity", comparison.Similarity);
        json.WriteNumber("conflict", comparison.Conflict);
        var p = comparison.Probabilities;
        json.WriteStartArray("probabilities");
        foreach (var probability in (ReadOnlySpan<double>)[p.Exact, p.Broader, p.Narrower, p.Related, p.None])
            json.WriteNumberValue(probability);
        json.WriteEndArray();
        json.WriteStartArray("evidence");
        foreach (var evidence in comparison.Evidence)
        {
            json.WriteStartArray();
            json.WriteStringValue(evidence.Reason);
            json.WriteNumberValue(evidence.A.Start);
            json.WriteNumberValue(evidence.A.End);
            json.WriteNumberValue(evidence.B.Start);
            json.WriteNumberValue(evidence.B.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static ConflictPair ReadPair(JsonElement pair)
    {
        var p = pair.GetProperty("probabilities");
        return new(
            pair.GetProperty("a").GetInt32(),
            pair.GetProperty("b").GetInt32(),
            new(
                (Relation)pair.GetProperty("relation").GetInt32(),
                new(p[0].GetDouble(), p[1].GetDouble(), p[2].GetDouble(), p[3].GetDouble(), p[4].GetDouble()),
                pair.GetProperty("similarity").GetDouble(),
                pair.GetProperty("conflict").GetDouble(),
                (ConflictKind)pair.GetProperty("kind").GetInt32(),
                [.. pair.GetProperty("evidence").EnumerateArray().Select(e => new Evidence(
                    e[0].GetString()!,
                    new(e[1].GetInt32(), e[2].GetInt32()),
                    new(e[3].GetInt32(), e[4].GetInt32())))]));
    }
}
