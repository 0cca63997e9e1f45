using System.Text.Json;
using System.Text.RegularExpressions;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;

namespace CommonLanguage.Server.Api;

/// <summary>
/// Parameters and fields of JSON calls, held to those that the method has: the library passes over what it does not know, and a misspelt
/// filter would be answered as if nothing had been asked for.
/// </summary>
static partial class JsonNames
{
    // JSON is longer than the message that it stands for, most of all where it holds a document's bytes.
    const int LargestBody = 2 * Limits.Message;

    /// <summary>Checks every JSON call before it is answered.</summary>
    public static void Map(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<GrpcJsonTranscodingMetadata>().FirstOrDefault() is not { } metadata || endpoint.RequestDelegate is not { } answer)
            return;
        var (method, rule) = (metadata.MethodDescriptor, metadata.HttpRule);
        var inPath = PathVariable().Matches(rule.Get + rule.Put + rule.Post + rule.Delete + rule.Patch).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        RequestDelegate whole = method.IsServerStreaming ? answer : http => JsonRefusals.AnswerAsync(answer, http);
        endpoint.RequestDelegate = async http =>
        {
            if ((OfQuery(http.Request.Query, method.InputType, rule.Body, inPath) ?? await OfBodyAsync(http, method.InputType, rule.Body)) is { } refusal)
                await JsonRefusals.WriteAsync(http.Response, refusal);
            else
                await whole(http);
        };
    }

    static RefusalException? OfQuery(IQueryCollection query, MessageDescriptor message, string body, HashSet<string> inPath)
    {
        foreach (var (key, values) in query)
        {
            if (body == "*")
                return new(ErrorReason.FieldUnknown, $"Parameter {Shown.Quoted(key)} is not read here; this method takes all in its body.", key, Hint(null));
            var (known, at) = (message, "");
            FieldDescriptor? found = null;
            foreach (var part in key.Split('.'))
            {
                found = known is null ? null : Field(known, part);
                if (found is null || (at.Length == 0 && (inPath.Contains(found.Name) || found.Name == body)))
                {
                    var taken = known?.Fields.InDeclarationOrder().Where(field => at.Length > 0 || (!inPath.Contains(field.Name) && field.Name != body));
                    return Unknown("parameter", key, part, taken?.Select(field => at + field.JsonName));
                }

                at += found.JsonName + ".";
                known = found.FieldType == FieldType.Message && !found.IsMap ? found.MessageType : null;
            }

            if (values.Count > 1 && found is { IsRepeated: false })
                return new(ErrorReason.TooManyValues, FormattableString.Invariant($"Parameter {Shown.Quoted(key)} stands {values.Count} times; give it once."), key, new Dictionary<string, string>(StringComparer.Ordinal) { ["count"] = FormattableString.Invariant($"{values.Count}"), ["limit"] = "1" });
        }

        return null;
    }

    static async Task<RefusalException?> OfBodyAsync(HttpContext http, MessageDescriptor message, string body)
    {
        if (body.Length == 0 || !http.Request.HasJsonContentType())
            return null;
        var kept = new MemoryStream();
        http.Response.RegisterForDispose(kept);
        var piece = new byte[16 * 1024];
        while (await http.Request.Body.ReadAsync(piece, http.RequestAborted) is > 0 and var length)
        {
            if (kept.Length + length > LargestBody)
                return new(ErrorReason.MessageTooLarge, $"The body is over {LargestBody / 1024 / 1024} MiB; send several calls.");
            kept.Write(piece, 0, length);
        }

        kept.Position = 0;
        http.Request.Body = kept;
        try
        {
            using var json = JsonDocument.Parse(kept.GetBuffer().AsMemory(0, (int)kept.Length));
            return body == "*" ? OfObject(json.RootElement, message, "") : OfValue(json.RootElement, message.FindFieldByName(body), "");
        }
        catch (JsonException fault)
        {
            return new(ErrorReason.MessageUnreadable, FormattableString.Invariant($"The body is no JSON (line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}); correct it there."));
        }
    }

    static RefusalException? OfObject(JsonElement json, MessageDescriptor message, string at)
    {
        // Messages of the library have a form of their own: a day and time, a list of fields, anything.
        if (json.ValueKind != JsonValueKind.Object || message.FullName.StartsWith("google.protobuf.", StringComparison.Ordinal))
            return null;
        foreach (var property in json.EnumerateObject())
        {
            if (Field(message, property.Name) is not { } field)
                return Unknown("field", at + property.Name, property.Name, message.Fields.InDeclarationOrder().Select(known => known.JsonName));
            if (OfValue(property.Value, field, at + property.Name) is { } refusal)
                return refusal;
        }

        return null;
    }

    static RefusalException? OfValue(JsonElement json, FieldDescriptor field, string at)
    {
        if (field.FieldType != FieldType.Message || field.IsMap)
            return null;
        var inside = at.Length == 0 ? "" : at + ".";
        if (!field.IsRepeated)
            return OfObject(json, field.MessageType, inside);
        if (json.ValueKind != JsonValueKind.Array)
            return null;
        return json.EnumerateArray().Select((item, i) => OfObject(item, field.MessageType, FormattableString.Invariant($"{at}[{i}]."))).FirstOrDefault(refusal => refusal is not null);
    }

    static FieldDescriptor? Field(MessageDescriptor message, string name) =>
        message.Fields.InDeclarationOrder().FirstOrDefault(field => field.JsonName == name || field.Name == name);

    static RefusalException Unknown(string what, string shown, string name, IEnumerable<string>? names)
    {
        var known = names?.ToList() ?? [];
        var nearest = NearSpelling.Nearest(name, known);
        var way = nearest is not null ? $"did you mean '{nearest}'?"
            : known.Count == 0 ? "it has none there."
            : $"it has {string.Join(", ", known)}.";
        return new(ErrorReason.FieldUnknown, $"This method has no {what} {Shown.Quoted(shown)}; {way}", shown.Length <= Limits.Name ? shown : shown[..Limits.Name], Hint(nearest));
    }

    static Dictionary<string, string> Hint(string? nearest) =>
        nearest is null ? [] : new(StringComparer.Ordinal) { ["hint"] = nearest };

    [GeneratedRegex(@"\{(?<name>[a-z_.]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PathVariable();
}
