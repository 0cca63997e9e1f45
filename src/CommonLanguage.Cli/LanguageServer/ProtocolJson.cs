using System.Text.Json;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;

namespace CommonLanguage.Cli.LanguageServer;

/// <summary>Findings as the protocol's objects (3.17). Its places count lines and UTF-16 units from 0.</summary>
static class ProtocolJson
{
    // DiagnosticSeverity.
    const int Error = 1, Warning = 2, Information = 3;

    public static void WriteDiagnostics(Utf8JsonWriter json, string uri, int version, IEnumerable<Finding> findings)
    {
        json.WriteString("method", "textDocument/publishDiagnostics");
        json.WriteStartObject("params");
        json.WriteString("uri", uri);
        json.WriteNumber("version", version);
        json.WriteStartArray("diagnostics");
        foreach (var finding in findings)
            WriteDiagnostic(json, uri, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteDiagnostic(Utf8JsonWriter json, string uri, Finding finding)
    {
        json.WriteStartObject();
        WriteRange(json, finding.Place);
        json.WriteNumber("severity", finding.Severity switch { Severity.Error => Error, Severity.Warning => Warning, _ => Information });
        json.WriteString("code", finding.Rule);
        json.WriteString("source", "commonlanguage");
        json.WriteString("message", finding.Message);
        json.WriteStartArray("relatedInformation");
        foreach (var place in finding.Related.Take(20))
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            json.WriteString("uri", uri);
            WriteRange(json, place);
            json.WriteEndObject();
            json.WriteString("message", "Here too.");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteAction(Utf8JsonWriter json, OpenDocument open, Finding finding, FindingFix fix)
    {
        json.WriteStartObject();
        json.WriteString("title", fix.Replacement.Length <= 60 ? $"Write '{fix.Replacement}'" : "Write what the glossary says");
        json.WriteString("kind", "quickfix");
        json.WriteBoolean("isPreferred", fix.IsSafe);
        json.WriteStartArray("diagnostics");
        WriteDiagnostic(json, open.Uri, finding);
        json.WriteEndArray();
        json.WriteStartObject("edit");
        json.WriteStartObject("changes");
        json.WriteStartArray(open.Uri);
        json.WriteStartObject();
        WriteRange(json, fix.Place);
        json.WriteString("newText", fix.Replacement);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteRange(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject("range");
        WritePosition(json, "start", place.Line, place.Column);
        WritePosition(json, "end", place.EndLine, place.EndColumn);
        json.WriteEndObject();
    }

    /// <summary>A position, as line and column from 1.</summary>
    public static (int Line, int Column) Position(JsonElement position) =>
        (position.GetProperty("line").GetInt32() + 1, position.GetProperty("character").GetInt32() + 1);

    static void WritePosition(Utf8JsonWriter json, string name, int line, int column)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", line - 1);
        json.WriteNumber("character", column - 1);
        json.WriteEndObject();
    }
}
