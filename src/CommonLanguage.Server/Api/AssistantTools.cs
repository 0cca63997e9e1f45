using System.ComponentModel;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Conflicts;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Server.SignIn;
using CommonLanguage.V1;
using Google.Protobuf;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace CommonLanguage.Server.Api;

/// <summary>
/// What an assistant may ask over the Model Context Protocol: the API's own calls with few parameters, reading only. Answers are the
/// messages of the API as JSON; lists come in pages, and what is empty is left out of their items.
/// </summary>
[McpServerToolType]
sealed class AssistantTools(TermLookup lookup, ConflictPages conflicts, CheckApi check, VectorSource vectors, IHttpContextAccessor http)
{
    const int MostConflicts = 100;

    const string SizeDescription = "Most bytes of the answer: 2000 to 200000. What is cut for it is marked 'cut'.";
    const string PageDescription = "What an earlier answer to the same question gave as nextPage; leave out for the first page.";

    [McpServerTool(Name = "look_up", Title = "Look a word up", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("What a word means to each organisation, with the conflicts about it. Ask before you use a term that readers of another organisation will read.")]
    public Task<string> LookUpAsync(
        [Description("The word or phrase.")] string term,
        CancellationToken cancellation,
        [Description("Only these organisations (ids); leave out for all.")] string[]? organisations = null,
        [Description("Only this partnership (id); leave out for all.")] string? partnership = null,
        [Description("Day on which it is asked (2026-01-31); leave out for today.")] string? at = null,
        [Description("Organisation (id) whose reader asks; leave out for nobody's.")] string? reader = null,
        [Description(SizeDescription)] int size = AssistantAnswer.UsualSize,
        [Description(PageDescription)] string? page = null) =>
        AnswerAsync("meanings", size, page, async (actor, _) => (LookUpTermResponse.Parser.ParseFrom((await lookup.LookUpAsync(
            actor, term, [.. Names(organisations)], Partnership(partnership), "", reader is null ? "" : Names([reader]).Single(), at ?? "", "", cancellation)).ToBytes()), ""));

    [McpServerTool(Name = "compare_definitions", Title = "Compare two definitions", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("How two definitions of one word differ: relation, kind of conflict, how badly one would be misread for the other, and the words that differ.")]
    public Task<string> CompareAsync(
        [Description("The word they define.")] string term,
        [Description("The first definition.")] string a,
        [Description("The second definition.")] string b,
        CancellationToken cancellation,
        [Description("Language of both (BCP 47).")] string language = "en") =>
        AnswerAsync(async _ => AssistantAnswer.Whole(await ConflictApi.CompareAsync(vectors, new() { Term = term, A = a, B = b, Language = language }, cancellation)));

    [McpServerTool(Name = "check_document", Title = "Check a document", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Which words of a document its readers will take in another sense, which should not be used, and where definitions have drifted.")]
    public Task<string> CheckAsync(
        [Description("The document's text.")] string text,
        [Description("The author's organisation (id).")] string author,
        [Description("The readers' organisations (ids).")] string[] readers,
        CancellationToken cancellation,
        [Description("Name of the file; its ending tells the format (.md, .html, .txt, .rst, .adoc).")] string name = "document.md",
        [Description("Which partnership (id); may be left out where there is one only.")] string? partnership = null,
        [Description(SizeDescription)] int size = AssistantAnswer.UsualSize,
        [Description(PageDescription)] string? page = null) =>
        AnswerAsync("findings", size, page, async (actor, _) => (await check.CheckAsync(actor, new()
        {
            Name = name,
            Content = ByteString.CopyFromUtf8(text),
            Settings = new() { Author = author, Readers = { readers }, Partnership = Partnership(partnership) },
        }, cancellation), ""));

    [McpServerTool(Name = "list_conflicts", Title = "List conflicts", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Words whose meanings part between organisations and that are still open, sharpest first.")]
    public Task<string> ListConflictsAsync(
        CancellationToken cancellation,
        [Description("Only this partnership (id); leave out for all.")] string? partnership = null,
        [Description("Only conflicts in which one of these takes part (ids); two or more: conflicts between them.")] string[]? organisations = null,
        [Description("Least severity, 0 to 1.")] double minimumSeverity = 0,
        [Description("How many at most, 1 to 100; fewer come where the size does not let them.")] int limit = 20,
        [Description(SizeDescription)] int size = AssistantAnswer.UsualSize,
        [Description(PageDescription)] string? page = null) =>
        AnswerAsync("conflicts", size, page, async (actor, token) =>
        {
            var found = await conflicts.ListAsync(actor, new()
            {
                Parent = Partnership(partnership),
                Organisations = { Names(organisations) },
                MinimumSeverity = minimumSeverity,
                PageSize = Math.Clamp(limit, 1, MostConflicts),
                PageToken = token,
            }, cancellation);
            foreach (var conflict in found.Conflicts)
            {
                // The sharpest pair tells what it is about.
                while (conflict.Comparisons.Count > 1)
                    conflict.Comparisons.RemoveAt(conflict.Comparisons.Count - 1);
            }

            return (found, found.NextPageToken);
        });

    Task<string> AnswerAsync(string list, int size, string? page, Func<Actor, string, Task<(IMessage Message, string Next)>> ask) => AnswerAsync(async actor =>
    {
        var from = AssistantAnswer.PageOf(page);
        var (message, next) = await ask(actor, from.Token);
        return AssistantAnswer.Page(message, list, from, next, size);
    });

    // A refusal is for whoever asked; anything else is for the log.
    async Task<string> AnswerAsync(Func<Actor, Task<string>> ask)
    {
        try
        {
            return await ask(Caller.Of(http.HttpContext!).Reader());
        }
        catch (Exception refusal) when (refusal is RefusalException or UnreadableInputException)
        {
            throw new McpException(refusal.Message, refusal);
        }
    }

    static string Partnership(string? id) => string.IsNullOrEmpty(id) || id.StartsWith("partnerships/", StringComparison.Ordinal) ? id ?? "" : "partnerships/" + id;

    static IEnumerable<string> Names(string[]? organisations) =>
        (organisations ?? []).Select(id => id.StartsWith("organisations/", StringComparison.Ordinal) ? id : "organisations/" + id);
}
