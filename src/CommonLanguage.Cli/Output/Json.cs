using Google.Protobuf;

namespace CommonLanguage.Cli.Output;

/// <summary>Messages of the API as JSON documents (the proto3 JSON mapping, with fields that hold their default value).</summary>
static class Json
{
    static readonly JsonFormatter Formatter = new(new JsonFormatter.Settings(formatDefaultValues: true).WithIndentation());

    /// <summary>Writes one document.</summary>
    public static void Write(Terminal terminal, IMessage message) => terminal.Out.WriteLine(Of(message));

    /// <summary>The document of a message.</summary>
    public static string Of(IMessage message) => VisibleText.Json(Formatter.Format(message));
}
