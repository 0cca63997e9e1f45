using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Lookup;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

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
    string text = "";

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

    Task CheckTextAsync() => CheckAsync(() => DocumentReader.ReadText("document", text, DocumentFormat.Markdown));

    async Task CheckFileAsync(InputFileChangeEventArgs e)
    {
        try
        {
            using var bytes = new MemoryStream();
            await using var stream = e.File.OpenReadStream(DocumentReader.MaximumBytes);
            await stream.CopyToAsync(bytes);
            await CheckAsync(() => DocumentReader.Read(e.File.Name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length)));
        }
        catch (IOException tooLarge)
        {
            (fault, document) = (new RefusalException(ErrorReason.FileTooLarge, "The file is larger than 16 MiB; split it.", inner: tooLarge), null);
        }
    }

    async Task CheckAsync(Func<Document> read)
    {
        (fault, document, findings) = (null, null, []);
        try
        {
            var snapshot = (await Snapshots.GetAsync(User.Actor, PartnershipId.Parse(partnership, "partnership").ResourceName, null, CancellationToken.None)).Snapshot;
            var checker = new DocumentChecker(snapshot, snapshot.Partnership, new()
            {
                Author = author,
                Readers = [.. readers],
                Today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime),
            });
            var opened = read();
            findings = checker.Check(opened);
            document = opened;
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
