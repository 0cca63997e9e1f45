using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Reports;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Lookup;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace CommonLanguage.Server.Web.Checks;

/// <summary>Checks a document for its author and its readers; nothing of it is kept.</summary>
public sealed partial class CheckPage
{
    readonly HashSet<string> readers = new(StringComparer.OrdinalIgnoreCase);
    Document? document;
    ImmutableArray<Finding> findings = [];
    Exception? fault;
    string partnership = "";
    string author = "";
    string compared = "";
    // A new field after each file: browsers say nothing when the same one is chosen again.
    int drop;

    [Inject]
    IJSRuntime Scripts { get; set; } = null!;

    [Inject]
    PartnershipSnapshots Snapshots { get; set; } = null!;

    [Inject]
    LiveTables Tables { get; set; } = null!;

    [Inject]
    TimeProvider Time { get; set; } = null!;

    [Inject]
    DeskUser User { get; set; } = null!;

    List<Partnership> Partnerships => [.. Tables.Current.Directory.Partnerships.Where(p => !p.Archived && User.Actor.Rights.Sees(p))];

    List<Organisation> Organisations => Partnerships.FirstOrDefault(p => p.Id.Value == partnership) is { } chosen
        ? [.. Tables.Current.Directory.Organisations.Where(o => !o.Archived && chosen.Members.Contains(o.Key))]
        : [];

    IEnumerable<(TextSpan, int)> Marks => findings.Select((finding, i) => (new TextSpan(finding.Place.Start, finding.Place.End), i));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await Tables.Loaded;
        partnership = Partnerships.FirstOrDefault()?.Id.Value ?? "";
    }

    void Read(string organisation, bool reads) => _ = reads ? readers.Add(organisation) : readers.Remove(organisation);

    // A pasted text comes in pieces: a whole one in one message would be too long for the connection.
    async Task CheckTextAsync()
    {
        Clear();
        await using var pasted = await Scripts.InvokeAsync<IJSStreamReference>("deskText", "document");
        if (pasted.Length > DocumentReader.MaximumBytes)
        {
            fault = TooLarge("The text", null);
            return;
        }

        await using var stream = await pasted.OpenReadStreamAsync(DocumentReader.MaximumBytes);
        using var reader = new StreamReader(stream, System.Text.Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var text = await reader.ReadToEndAsync();
        if (string.IsNullOrWhiteSpace(text))
            fault = new RefusalException(ErrorReason.ValueMissing, "There is no text: paste it, or drop a file.", "text");
        else
            await CheckAsync(() => DocumentReader.ReadText("document", text, DocumentFormat.Markdown));
    }

    static RefusalException TooLarge(string what, Exception? inner) => new(
        ErrorReason.FileTooLarge, FormattableString.Invariant($"{what} is larger than {DocumentReader.MaximumBytes / 1024 / 1024} MiB; split it."), inner: inner);

    // Who writes and who reads must be known: without them nothing parts, and "nothing to say" would say nothing.
    RefusalException? Audience() =>
        author.Length == 0 ? new(ErrorReason.ValueMissing, "Say who writes: a word parts only from what its writer means by it.", "author")
        : !readers.Any(reader => reader != author && Organisations.Any(one => one.Id.Value == reader)) ? new(ErrorReason.ValueMissing, "Say who reads: tick somebody other than the writer.", "readers")
        : null;

    void Clear() => (fault, document, findings, compared) = (null, null, [], "");

    async Task CheckFileAsync(InputFileChangeEventArgs e)
    {
        Clear();
        try
        {
            using var bytes = new MemoryStream();
            await using var stream = e.File.OpenReadStream(DocumentReader.MaximumBytes);
            await stream.CopyToAsync(bytes);
            await CheckAsync(() => DocumentReader.Read(e.File.Name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length)));
        }
        catch (IOException tooLarge)
        {
            fault = TooLarge("The file", tooLarge);
        }
        finally
        {
            drop++;
        }
    }

    async Task CheckAsync(Func<Document> read)
    {
        try
        {
            if (Audience() is { } missing)
                throw missing;
            var snapshot = (await Snapshots.GetAsync(User.Actor, PartnershipId.Parse(partnership, "partnership").ResourceName, null, CancellationToken.None)).Snapshot;
            var checker = new DocumentChecker(snapshot, snapshot.Partnership, new()
            {
                Author = author,
                Readers = [.. readers.Where(reader => reader != author)],
                Today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime),
            });
            var opened = read();
            findings = checker.Check(opened);
            document = opened;
            compared = ReportWriter.Compared(checker.Finish());
        }
        catch (RefusalException refusal)
        {
            fault = refusal;
        }
        catch (UnreadableInputException unreadable)
        {
            fault = new RefusalException(ErrorReason.DocumentUnreadable, unreadable.Message, inner: unreadable);
        }
    }
}
