using System.Text.Json;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace CommonLanguage.Server.Api;

/// <summary>
/// Arguments of a tool, held to its description before it is asked: the library passes over those that it does not know, and says of
/// one that is missing that "an error occurred".
/// </summary>
static class AssistantArguments
{
    /// <summary>Refuses a call whose arguments are not those of the tool, with a sentence.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Check(McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        (request, cancellation) => request.MatchedPrimitive is McpServerTool tool && Fault(tool.ProtocolTool, request.Params?.Arguments) is { } sentence
            ? ValueTask.FromResult(new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = sentence }] })
            : next(request, cancellation);

    static string? Fault(Tool tool, IDictionary<string, JsonElement>? given)
    {
        var known = tool.InputSchema.GetProperty("properties").EnumerateObject().ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);
        foreach (var name in given?.Keys.Where(name => !known.ContainsKey(name)) ?? [])
        {
            return NearSpelling.Nearest(name, known.Keys) is { } nearest
                ? $"{tool.Name} has no argument {Shown.Quoted(name)}; did you mean '{nearest}'?"
                : $"{tool.Name} has no argument {Shown.Quoted(name)}; it has {string.Join(", ", known.Keys)}.";
        }

        if (tool.InputSchema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!))
            {
                if (given is null || !given.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null)
                    return $"{tool.Name} needs the argument '{name}': {Described(known[name])}";
            }
        }

        foreach (var (name, value) in given ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal))
        {
            if (TypesOf(known[name]) is { Count: > 0 } types && !types.Contains(TypeOf(value)) && !(types.Contains("number") && TypeOf(value) == "integer"))
                return $"The argument '{name}' of {tool.Name} is {Named(TypeOf(value))}; give {Named(types.First(type => type != "null"))}. {Described(known[name])}";
        }

        return null;
    }

    static string Described(JsonElement schema) => schema.TryGetProperty("description", out var description) ? description.GetString() ?? "" : "";

    static List<string> TypesOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!];

    static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "null",
    };

    static string Named(string type) => type switch
    {
        "string" => "a text",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list",
        "object" => "an object",
        _ => "nothing",
    };
}
