using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommonLanguage.Cli.Comparing;

/// <summary>One line of a file of pairs: a pair, or what is wrong with the line.</summary>
/// <param name="Id">The id as JSON ("null" when it could not be read).</param>
/// <param name="Pair">The pair; null when the line is not valid.</param>
/// <param name="Group">Pairs with the same group are judged together; null = on its own.</param>
/// <param name="Error">What is wrong; empty when the line is valid.</param>
sealed partial record PairLine(string Id, Pair? Pair, string? Group, string Error)
{
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a line. Takes any bytes; never throws.</summary>
    public static PairLine Parse(ReadOnlyMemory<byte> line)
    {
        if (line.Span.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
            return Invalid("null", "the line is empty; each line is a JSON object with id, term, a and b");
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement)
                : Invalid("null", "the line is no JSON object; each line is one with id, term, a and b");
        }
        catch (JsonException fault)
        {
            return Invalid("null", $"the line is not valid JSON: {fault.Message.Split(" LineNumber:")[0].TrimEnd('.')}");
        }
    }

    static PairLine Read(JsonElement line)
    {
        if (!line.TryGetProperty("id", out var element) || element.ValueKind is not (JsonValueKind.String or JsonValueKind.Number) || Read(element.GetRawText) is not { } id)
            return Invalid("null", "'id' is missing; it is a string or a number");
        string? error = null;
        var pair = new Pair(
            Text(line, "term", required: true, ref error),
            Text(line, "a", required: true, ref error),
            Text(line, "b", required: true, ref error),
            Text(line, "language", required: false, ref error) is { Length: > 0 } language ? language : "en");
        var group = Text(line, "group", required: false, ref error);
        _ = Text(line, "partOfSpeech", required: false, ref error);
        if (error is null && !LanguageTag().IsMatch(pair.Language))
            error = $"'language' is '{pair.Language}', which is no BCP 47 tag; write it like en or en-GB";
        return error is null ? new(id, pair, group.Length > 0 ? group : null, "") : Invalid(id, error);
    }

    static string Text(JsonElement line, string field, bool required, ref string? error)
    {
        if (!line.TryGetProperty(field, out var value) || (value.ValueKind == JsonValueKind.Null && !required))
        {
            if (required)
                error ??= $"'{field}' is missing; each line needs id, term, a and b";
            return "";
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            error ??= $"'{field}' is no string; put it in quotes";
            return "";
        }

        var text = Read(value.GetString);
        if (text is null)
            error ??= $"'{field}' holds half of a surrogate pair or bytes that are no UTF-8; mend the text";
        return text ?? "";
    }

    // Bytes that are no UTF-8 and halves of surrogate pairs come to light only when a string is made of them.
    static string? Read(Func<string?> value)
    {
        try
        {
            return value();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    static PairLine Invalid(string id, string error) => new(id, null, null, error);

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LanguageTag();
}
