using System.Text;
using System.Text.Json;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Settings;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.LanguageServer;

/// <summary>
/// One editor, from its first message to the last (Language Server Protocol 3.17): a document is checked whenever it is opened or
/// changed. Messages are answered one after the other.
/// </summary>
/// <param name="snapshot">What the words mean.</param>
/// <param name="shownName">What findings call the snapshot.</param>
/// <param name="options">How to check, read anew for each check: settings and accepted senses may have changed.</param>
/// <param name="messages">The editor.</param>
sealed class EditorSession(GlossarySnapshot snapshot, string shownName, Func<CheckOptions> options, MessageStream messages)
{
    const int ParseFault = -32600, UnknownMethod = -32601, WrongParameters = -32602;

    // TextDocumentSyncKind: the whole text with every change.
    const int WholeText = 1;

    readonly Dictionary<string, string> languages = new(StringComparer.Ordinal);
    readonly Dictionary<string, OpenDocument> open = new(StringComparer.Ordinal);
    bool isShutDown;

    /// <summary>Serves until the editor says that it is enough.</summary>
    /// <returns>As the protocol asks: 0 after "shutdown", else 1.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        while (await messages.ReadAsync(cancellation) is { } message)
        {
            using (message)
            {
                if (!Take(message.RootElement))
                    break;
            }
        }

        return isShutDown ? ExitCode.Done : ExitCode.NoOrFindings;
    }

    bool Take(JsonElement message)
    {
        var method = message.TryGetProperty("method", out var name) ? name.GetString() : null;
        var hasId = message.TryGetProperty("id", out var id);
        if (method is null)
        {
            // An answer: nothing was asked.
            if (!hasId)
                Fail(default, ParseFault, "A message has a method.");
            return true;
        }

        try
        {
            var parameters = message.TryGetProperty("params", out var given) ? given : default;
            switch (method)
            {
                case "initialize":
                    Answer(id, WriteCapabilities);
                    break;
                case "shutdown":
                    isShutDown = true;
                    Answer(id, json => json.WriteNullValue());
                    break;
                case "exit":
                    return false;
                case "textDocument/didOpen":
                    var opened = parameters.GetProperty("textDocument");
                    Check(opened, opened.GetProperty("text").GetString()!);
                    break;
                case "textDocument/didChange":
                    if (parameters.GetProperty("contentChanges").EnumerateArray().LastOrDefault() is { ValueKind: JsonValueKind.Object } change)
                        Check(parameters.GetProperty("textDocument"), change.GetProperty("text").GetString()!);
                    break;
                case "textDocument/didClose":
                    var closed = parameters.GetProperty("textDocument").GetProperty("uri").GetString()!;
                    _ = languages.Remove(closed);
                    Close(closed);
                    break;
                case "textDocument/hover":
                    Answer(id, json => WriteHover(json, parameters));
                    break;
                case "textDocument/codeAction":
                    Answer(id, json => WriteActions(json, parameters));
                    break;
                default:
                    // What the editor only tells may be passed over.
                    if (hasId)
                        Fail(id, UnknownMethod, $"'{method}' is nothing that this server does.");
                    break;
            }
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            if (hasId)
                Fail(id, WrongParameters, $"The parameters of '{method}' are not those of the protocol: {fault.Message}");
        }

        return true;
    }

    void Check(JsonElement textDocument, string text)
    {
        var uri = textDocument.GetProperty("uri").GetString()!;
        var version = textDocument.TryGetProperty("version", out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt32() : 0;
        var name = Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.IsFile
            ? Path.GetRelativePath(Directory.GetCurrentDirectory(), address.LocalPath).Replace('\\', '/')
            : uri;
        // Only when it opens a document does an editor say what it takes it for.
        var languageId = textDocument.TryGetProperty("languageId", out var language) && language.ValueKind == JsonValueKind.String ? language.GetString()! : languages.GetValueOrDefault(uri, "");
        languages[uri] = languageId;
        if (EditorLanguage.FormatOf(languageId, name) is not { } format)
            return;
        try
        {
            var document = DocumentReader.ReadText(name, EditorLanguage.IsCommitMessage(languageId) ? CommitMessage.WithoutComments(text) : text, format);
            var checker = new DocumentChecker(snapshot, shownName, options());
            open[uri] = new(uri, version, document, checker.Check(document));
            messages.Write(json => ProtocolJson.WriteDiagnostics(json, uri, version, open[uri].Findings));
        }
        catch (Exception refusal) when (refusal is UnreadableInputException or FailureException)
        {
            Close(uri);
            // MessageType.Error.
            messages.Write(json =>
            {
                json.WriteString("method", "window/logMessage");
                json.WriteStartObject("params");
                json.WriteNumber("type", 1);
                json.WriteString("message", refusal.Message);
                json.WriteEndObject();
            });
        }
    }

    void Close(string uri)
    {
        if (open.Remove(uri, out var closed))
            messages.Write(json => ProtocolJson.WriteDiagnostics(json, uri, closed.Version, []));
    }

    void WriteHover(Utf8JsonWriter json, JsonElement parameters)
    {
        var (line, column) = ProtocolJson.Position(parameters.GetProperty("position"));
        if (Find(parameters) is not { } document
            || new DocumentChecker(snapshot, shownName, options()).MeaningsAt(document.Document, line, column, out var place) is not { IsEmpty: false } meanings)
        {
            json.WriteNullValue();
            return;
        }

        var text = new StringBuilder();
        foreach (var finding in document.Findings.Where(finding => finding.Place.Line == place.Line && finding.Place.Column == place.Column))
            _ = text.Append(finding.Message).Append("\n\n");
        foreach (var meaning in meanings)
            _ = text.Append("**").Append(meaning.Organisation).Append("**: ").Append(meaning.Definition).Append("\n\n");
        json.WriteStartObject();
        json.WriteStartObject("contents");
        json.WriteString("kind", "markdown");
        json.WriteString("value", text.ToString().TrimEnd());
        json.WriteEndObject();
        ProtocolJson.WriteRange(json, place);
        json.WriteEndObject();
    }

    void WriteActions(Utf8JsonWriter json, JsonElement parameters)
    {
        var range = parameters.GetProperty("range");
        var (start, end) = (ProtocolJson.Position(range.GetProperty("start")), ProtocolJson.Position(range.GetProperty("end")));
        json.WriteStartArray();
        if (Find(parameters) is { } document)
        {
            foreach (var finding in document.Findings.Where(finding => Touches(finding.Place, start, end)))
            {
                foreach (var fix in finding.Fixes)
                    ProtocolJson.WriteAction(json, document, finding, fix);
            }
        }

        json.WriteEndArray();
    }

    static bool Touches(Place place, (int Line, int Column) start, (int Line, int Column) end) =>
        (place.Line, place.Column).CompareTo(end) <= 0 && (place.EndLine, place.EndColumn).CompareTo(start) >= 0;

    OpenDocument? Find(JsonElement parameters) => open.GetValueOrDefault(parameters.GetProperty("textDocument").GetProperty("uri").GetString()!);

    static void WriteCapabilities(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("capabilities");
        json.WriteString("positionEncoding", "utf-16");
        json.WriteNumber("textDocumentSync", WholeText);
        json.WriteBoolean("hoverProvider", true);
        json.WriteStartObject("codeActionProvider");
        json.WriteStartArray("codeActionKinds");
        json.WriteStringValue("quickfix");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("serverInfo");
        json.WriteString("name", "commonlanguage");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    void Answer(JsonElement id, Action<Utf8JsonWriter> write) => messages.Write(json =>
    {
        WriteId(json, id);
        json.WritePropertyName("result");
        write(json);
    });

    void Fail(JsonElement id, int code, string message) => messages.Write(json =>
    {
        WriteId(json, id);
        json.WriteStartObject("error");
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    static void WriteId(Utf8JsonWriter json, JsonElement id)
    {
        json.WritePropertyName("id");
        if (id.ValueKind == JsonValueKind.Undefined)
            json.WriteNullValue();
        else
            id.WriteTo(json);
    }
}
