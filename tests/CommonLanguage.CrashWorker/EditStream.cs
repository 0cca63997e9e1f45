using System.Globalization;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;

namespace CommonLanguage.CrashWorker;

/// <summary>
/// An endless, repeatable stream of edits in a few lanes: whoever knows the seed knows every request, and can send it again. In each
/// lane, one organisation defines a word, the other defines it otherwise, then the first changes its definition.
/// </summary>
public sealed class EditStream(OpenedGlossary glossary, int seed)
{
    static readonly OrganisationId First = OrganisationId.Parse("first", "name");
    static readonly OrganisationId Second = OrganisationId.Parse("second", "name");
    static readonly Actor Someone = new("crash-worker", "test") { Rights = Rights.All };

    /// <summary>Makes the two organisations partners of each other.</summary>
    public async Task PrepareAsync()
    {
        foreach (var organisation in new[] { First, Second })
            _ = await glossary.Partners.EnsureAsync(Someone, organisation, "", PartnershipId.Parse("both", "name"), validateOnly: false, CancellationToken.None);
    }

    /// <summary>The word that an edit of a lane is about.</summary>
    public string Word(int lane, int number) => string.Create(CultureInfo.InvariantCulture, $"word {seed} {lane} {number / 3}");

    /// <summary>Sends an edit of a lane, for the first time or again.</summary>
    public Task<EntryWritten> SendAsync(int lane, int number, CancellationToken cancellation = default)
    {
        var options = new WriteOptions(RequestId: string.Create(CultureInfo.InvariantCulture, $"{seed}-{lane}-{number}"));
        var id = string.Create(CultureInfo.InvariantCulture, $"e-{seed}-{lane}-{number / 3}");
        return (number % 3) switch
        {
            0 => glossary.Editor.CreateEntryAsync(Someone, First, id, Content(lane, number), options, cancellation),
            1 => glossary.Editor.CreateEntryAsync(Someone, Second, id, Content(lane, number), options, cancellation),
            _ => glossary.Editor.UpdateEntryAsync(
                Someone, new EntryName(First, id), FirstEtag(lane, number - 2), _ => Content(lane, number), options, cancellation),
        };
    }

    string FirstEtag(int lane, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"1-{ContentHash.Of(Content(lane, number)).ToString()[..12]}");

    EntryContent Content(int lane, int number) => new(
        [new Term(Word(lane, number))],
        (number % 3) switch
        {
            0 => $"A thing of kind {number} that is kept for at least {number + 2} days in lane {lane} of run {seed}.",
            1 => $"A thing of kind {number} that is never kept for more than {number + 40} hours in lane {lane} of run {seed}.",
            _ => $"A thing of kind {number} that need not be kept at all, changed in lane {lane} of run {seed}. {new string('x', number * 37 % 900)}",
        },
        LanguageTag.Parse("en", "language"));
}
