using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CommonLanguage.Glossary;

namespace CommonLanguage.Storage;

/// <summary>
/// What a revision says beyond its first term, definition and language, as the JSON kept in the column "details"; null where it
/// says nothing more, as most imported rows do.
/// </summary>
static class EntryDetails
{
    [ThreadStatic]
    static ArrayBufferWriter<byte>? buffer;

    public static string? Write(EntryContent content)
    {
        var plainTerm = content.Terms is [{ Form: TermForm.FullForm, Status: TermStatus.Preferred, Language: null }];
        if (plainTerm && content.ScopeNote == "" && content.Note == "" && content.SubjectField == "" && content.Source == ""
            && content.ReplacedBy == "" && content.ValidFrom is null && content.ValidTo is null && content.Adopts == "")
            return null;

        buffer ??= new(512);
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            json.WriteStartObject();
            if (!plainTerm)
                WriteTerms(json, content.Terms);
            WriteText(json, "scopeNote", content.ScopeNote);
            WriteText(json, "note", content.Note);
            WriteText(json, "subjectField", content.SubjectField);
            WriteText(json, "source", content.Source);
            WriteText(json, "replacedBy", content.ReplacedBy);
            WriteText(json, "validFrom", content.ValidFrom?.ToString("O", CultureInfo.InvariantCulture) ?? "");
            WriteText(json, "validTo", content.ValidTo?.ToString("O", CultureInfo.InvariantCulture) ?? "");
            WriteText(json, "adopts", content.Adopts);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static EntryContent Read(string term, string definition, string language, string? details)
    {
        var tag = LanguageTag.Parse(language, "language");
        if (details is null)
            return new([new Term(term)], definition, tag);
        using var json = JsonDocument.Parse(details);
        var root = json.RootElement;
        return new(
            root.TryGetProperty("terms", out var terms) ? ReadTerms(term, terms) : [new Term(term)],
            definition,
            tag,
            Text(root, "scopeNote"),
            Text(root, "note"),
            Text(root, "subjectField"),
            Text(root, "source"),
            Text(root, "replacedBy"),
            Date(root, "validFrom"),
            Date(root, "validTo"),
            Text(root, "adopts"));
    }

    // [form, status, text, language]; the first term's text stands in its own column.
    static void WriteTerms(Utf8JsonWriter json, ImmutableArray<Term> terms)
    {
        json.WriteStartArray("terms");
        for (var i = 0; i < terms.Length; i++)
        {
            json.WriteStartArray();
            json.WriteNumberValue((int)terms[i].Form);
            json.WriteNumberValue((int)terms[i].Status);
            json.WriteStringValue(i == 0 ? "" : terms[i].Text);
            json.WriteStringValue(terms[i].Language?.Value ?? "");
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    static ImmutableArray<Term> ReadTerms(string first, JsonElement terms) =>
        [.. terms.EnumerateArray().Select((term, i) => new Term(
            i == 0 ? first : term[2].GetString()!,
            (TermForm)term[0].GetInt32(),
            (TermStatus)term[1].GetInt32(),
            term[3].GetString() is { Length: > 0 } language ? LanguageTag.Parse(language, "language") : null))];

    static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text != "")
            json.WriteString(name, text);
    }

    static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var text) ? text.GetString() : null;

    static DateOnly? Date(JsonElement root, string name) =>
        Text(root, name) is { } text ? DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture) : null;
}
