using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;

namespace CommonLanguage.Analysis.Checking.Reports;

/// <summary>One JSON document with the fields of the contract.</summary>
static class JsonReport
{
    internal static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(CheckReport report, Stream output)
    {
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
            WriteFinding(json, finding);
        json.WriteEndArray();
        json.WriteStartObject("summary");
        json.WriteNumber("files", report.Summary.Files);
        json.WriteNumber("words", report.Summary.Words);
        json.WriteNumber("terms", report.Summary.Terms);
        json.WriteString("snapshot", report.Summary.Snapshot);
        json.WriteString("snapshotTime", report.Summary.AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("errors", report.Summary.Errors);
        json.WriteNumber("warnings", report.Summary.Warnings);
        json.WriteNumber("infos", report.Summary.Infos);
        json.WriteNumber("sharedWords", report.Summary.SharedWords);
        json.WriteNumber("everydayWords", report.Summary.EverydayWords);
        json.WriteNumber("filesWithoutAudience", report.Summary.WithoutAudience);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", ReportWriter.Word(finding.Severity));
        WritePlace(json, finding.File, finding.Place);
        json.WriteString("term", finding.Term);
        json.WriteString("message", finding.Message);
        json.WriteStartArray("entries");
        foreach (var entry in finding.Entries)
        {
            json.WriteStartObject();
            json.WriteString("entry", entry.Name);
            json.WriteString("organisation", entry.Organisation);
            json.WriteString("term", entry.Term);
            json.WriteString("definition", entry.Definition);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("evidence");
        foreach (var line in finding.Evidence)
            json.WriteStringValue(line);
        json.WriteEndArray();
        json.WriteStartArray("fixes");
        foreach (var fix in finding.Fixes)
        {
            json.WriteStartObject();
            json.WriteNumber("startByte", fix.Place.StartByte);
            json.WriteNumber("endByte", fix.Place.EndByte);
            json.WriteString("replacement", fix.Replacement);
            json.WriteBoolean("safe", fix.IsSafe);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("related");
        foreach (var place in finding.Related)
        {
            json.WriteStartObject();
            WritePlace(json, finding.File, place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("conflict", finding.Conflict);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteEndObject();
    }

    static void WritePlace(Utf8JsonWriter json, string file, Place place)
    {
        json.WriteString("file", file);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteNumber("startByte", place.StartByte);
        json.WriteNumber("endByte", place.EndByte);
        json.WriteNumber("start", place.Start);
        json.WriteNumber("end", place.End);
        if (place.Page > 0)
            json.WriteNumber("page", place.Page);
    }
}
