using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using CommonLanguage.Cli.Commands;
using StreamJsonRpc;

namespace CommonLanguage.Cli.Tests;

/// <summary>An editor at work: the language server as a process, spoken to with a JSON-RPC library of its own.</summary>
public sealed class EditorTests : IAsyncLifetime, IDisposable
{
    const string Uri = "file:///nowhere/a.md";
    const string Text = "# Rules\n\nEach security incident, ünder the blacklist.\n";

    readonly DocumentFolder folder = new();
    readonly Shelf shelf = new();
    Process process = null!;
    JsonRpc editor = null!;

    public async Task InitializeAsync()
    {
        folder.WriteSnapshot();
        process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Tool).Assembly.Location, "lsp", "--glossary", "s.snapshot", "--as", "red", "--for", "blue"])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        editor = new(new HeaderDelimitedMessageHandler(process.StandardInput.BaseStream, process.StandardOutput.BaseStream, new SystemTextJsonFormatter()));
        editor.AddLocalRpcTarget(shelf);
        editor.StartListening();
        var answer = await AskAsync("initialize", new { processId = Environment.ProcessId, rootUri = (string?)null, capabilities = new { } });
        Assert.True(answer.GetProperty("capabilities").GetProperty("hoverProvider").GetBoolean());
        await TellAsync("initialized", new { });
    }

    public async Task DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        editor.Dispose();
        process.Dispose();
        folder.Dispose();
    }

    /// <summary>What the server has published.</summary>
    sealed class Shelf
    {
        public Channel<JsonElement> Diagnostics { get; } = Channel.CreateUnbounded<JsonElement>();

        [JsonRpcMethod("textDocument/publishDiagnostics", UseSingleObjectParameterDeserialization = true)]
        public void Publish(JsonElement parameters) => Assert.True(Diagnostics.Writer.TryWrite(parameters.Clone()));
    }

    Task<JsonElement> AskAsync(string method, object parameters) => editor.InvokeWithParameterObjectAsync<JsonElement>(method, parameters);

    Task TellAsync(string method, object parameters) => editor.NotifyWithParameterObjectAsync(method, parameters);

    Task OpenAsync(string text) => TellAsync("textDocument/didOpen", new { textDocument = new { uri = Uri, languageId = "markdown", version = 1, text } });

    async Task<JsonElement> DiagnosticsAsync() => await shelf.Diagnostics.Reader.ReadAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);

    [Fact]
    public async Task Findings_follow_the_typing()
    {
        await OpenAsync(Text);
        var first = await DiagnosticsAsync();
        Assert.Equal((Uri, 1), (first.GetProperty("uri").GetString(), first.GetProperty("version").GetInt32()));
        Assert.Equal(["CL001 2 2:5-2:22", "CL002 2 2:34-2:43"], Shown(first));

        await TellAsync("textDocument/didChange", new { textDocument = new { uri = Uri, version = 2 }, contentChanges = new[] { new { text = "The blacklist.\n" } } });
        var second = await DiagnosticsAsync();
        Assert.Equal(2, second.GetProperty("version").GetInt32());
        Assert.Equal(["CL002 2 0:4-0:13"], Shown(second));

        await TellAsync("textDocument/didClose", new { textDocument = new { uri = Uri } });
        Assert.Empty(Shown(await DiagnosticsAsync()));
    }

    static IEnumerable<string> Shown(JsonElement published) => published.GetProperty("diagnostics").EnumerateArray().Select(diagnostic =>
        $"{diagnostic.GetProperty("code").GetString()} {diagnostic.GetProperty("severity").GetInt32()} {Position(diagnostic, "start")}-{Position(diagnostic, "end")}");

    static string Position(JsonElement holder, string end)
    {
        var position = holder.GetProperty("range").GetProperty(end);
        return FormattableString.Invariant($"{position.GetProperty("line").GetInt32()}:{position.GetProperty("character").GetInt32()}");
    }

    [Fact]
    public async Task A_word_under_the_pointer_shows_what_it_means_to_both_sides()
    {
        await OpenAsync(Text);

        var hover = await AskAsync("textDocument/hover", new { textDocument = new { uri = Uri }, position = new { line = 2, character = 10 } });

        var shown = hover.GetProperty("contents").GetProperty("value").GetString()!;
        Assert.Contains("**Red**: Any alert that was raised.", shown, StringComparison.Ordinal);
        Assert.Contains("**Blue**: An outage that customers notice.", shown, StringComparison.Ordinal);
        Assert.Contains("means something else to Blue than to Red", shown, StringComparison.Ordinal);
        Assert.Equal(("2:5", "2:22"), (Position(hover, "start"), Position(hover, "end")));
        Assert.Equal(JsonValueKind.Null, (await AskAsync("textDocument/hover", new { textDocument = new { uri = Uri }, position = new { line = 0, character = 3 } })).ValueKind);
    }

    [Fact]
    public async Task A_deprecated_word_is_replaced_by_a_quick_fix()
    {
        await OpenAsync(Text);

        var at = new { line = 2, character = 36 };
        var actions = await AskAsync("textDocument/codeAction", new { textDocument = new { uri = Uri }, range = new { start = at, end = at }, context = new { diagnostics = Array.Empty<object>() } });

        var action = Assert.Single(actions.EnumerateArray());
        Assert.Equal(("quickfix", "Write 'blocklist'"), (action.GetProperty("kind").GetString(), action.GetProperty("title").GetString()));
        var edit = Assert.Single(action.GetProperty("edit").GetProperty("changes").GetProperty(Uri).EnumerateArray());
        Assert.Equal("blocklist", edit.GetProperty("newText").GetString());
        Assert.Equal(("2:34", "2:43"), (Position(edit, "start"), Position(edit, "end")));
    }

    [Theory]
    [InlineData("untitled:Untitled-1", "markdown", "> `blacklist` blacklist\n", "CL002 3 0:14-0:23")]
    [InlineData("untitled:Untitled-1", "plaintext", "A `blacklist`.\n")]
    [InlineData("untitled:Untitled-1", "plaintext", "A blacklist.\n", "CL002 2 0:2-0:11")]
    [InlineData("untitled:Untitled-2", "restructuredtext", "A ``blacklist`` blacklist.\n", "CL002 2 0:16-0:25")]
    [InlineData("untitled:Untitled-3", "asciidoc", "[source]\nblacklist\n\nA blacklist.\n", "CL002 2 3:2-3:11")]
    [InlineData("untitled:Untitled-4", "html", "<code>blacklist</code> blacklist\n", "CL002 2 0:23-0:32")]
    [InlineData("file:///nowhere/.git/COMMIT_EDITMSG", "git-commit", "Mend the blacklist\n\n# On branch blacklist\n# ------------------------ >8 ------------------------\nblacklist\n", "CL002 2 0:9-0:18")]
    [InlineData("file:///nowhere/COMMIT_EDITMSG", "gitcommit", "Mend the blacklist\n", "CL002 2 0:9-0:18")]
    [InlineData("file:///nowhere/notes", "markdown", "`blacklist` blacklist\n", "CL002 2 0:12-0:21")]
    [InlineData("file:///nowhere/notes.rst", "plaintext", "A ``blacklist`` blacklist.\n", "CL002 2 0:16-0:25")]
    public async Task A_document_is_read_as_what_the_editor_takes_it_for(string uri, string languageId, string text, params string[] expected)
    {
        await TellAsync("textDocument/didOpen", new { textDocument = new { uri, languageId, version = 1, text } });
        var shown = Shown(await DiagnosticsAsync());

        Assert.Equal(expected, shown);

        await TellAsync("textDocument/didChange", new { textDocument = new { uri, version = 2 }, contentChanges = new[] { new { text } } });
        Assert.Equal(expected, Shown(await DiagnosticsAsync()));
    }

    [Fact]
    public async Task What_no_one_reads_as_text_is_left_alone()
    {
        await TellAsync("textDocument/didOpen", new { textDocument = new { uri = "untitled:Untitled-9", languageId = "python", version = 1, text = "blacklist" } });
        await OpenAsync(Text);

        Assert.Equal(Uri, (await DiagnosticsAsync()).GetProperty("uri").GetString());
    }

    [Fact]
    public async Task What_is_not_served_is_refused_and_the_next_question_answered()
    {
        _ = await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => AskAsync("workspace/symbol", new { query = "x" }));
        _ = await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => AskAsync("textDocument/hover", new { }));
        await TellAsync("$/setTrace", new { value = "off" });

        Assert.Equal(JsonValueKind.Null, (await AskAsync("shutdown", new { })).ValueKind);
        await TellAsync("exit", new { });
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
