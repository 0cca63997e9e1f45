using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.Comparing;

/// <summary>What the comparison says of a pair, as a line of JSON.</summary>
static class AnswerLine
{
    // Only what JSON demands is escaped here; VisibleText does what a terminal demands.
    static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>The answer for a valid line.</summary>
    public static string Of(PairLine line, Comparison comparison) => Written(Compact, json =>
    {
        json.WritePropertyName("id");
        json.WriteRawValue(line.Id);
        WriteFields(json, comparison);
    });

    /// <summary>The answer for a line that is not valid.</summary>
    public static string OfInvalid(PairLine line) => Written(Compact, json =>
    {
        json.WritePropertyName("id");
        json.WriteRawValue(line.Id);
        json.WriteString("error", line.Error);
    });

    /// <summary>A comparison of two texts as a document of its own.</summary>
    public static string Document(Comparison comparison) => Written(Indented, json => WriteFields(json, comparison));

    static string Written(JsonWriterOptions options, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return VisibleText.Json(Encoding.UTF8.GetString(bytes.WrittenSpan));
    }

    static void WriteFields(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteString("relation", Word(comparison.Relation));
        json.WriteBoolean("clear", comparison.Clear);
        json.WriteStartObject("probabilities");
        json.WriteNumber("exact", comparison.Probabilities.Exact);
        json.WriteNumber("broader", comparison.Probabilities.Broader);
        json.WriteNumber("narrower", comparison.Probabilities.Narrower);
        json.WriteNumber("related", comparison.Probabilities.Related);
        json.WriteNumber("none", comparison.Probabilities.None);
        json.WriteEndObject();
        json.WriteNumber("similarity", comparison.Similarity);
        json.WriteNumber("conflict", comparison.Conflict);
        json.WriteString("kind", Word(comparison.Kind));
        json.WriteStartArray("evidence");
        foreach (var evidence in comparison.Evidence)
        {
            WriteSide(json, "a", evidence.A, evidence.Reason);
            WriteSide(json, "b", evidence.B, evidence.Reason);
        }

        json.WriteEndArray();
    }

    static void WriteSide(Utf8JsonWriter json, string side, TextSpan span, string reason)
    {
        if (span.End <= span.Start)
            return;
        json.WriteStartObject();
        json.WriteString("side", side);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteString("reason", reason);
        json.WriteEndObject();
    }

    static string Word(Relation relation) => Words.Of((V1.Relation)(int)relation);

    static string Word(ConflictKind kind) => Words.Of((V1.ConflictKind)(int)kind);
}
