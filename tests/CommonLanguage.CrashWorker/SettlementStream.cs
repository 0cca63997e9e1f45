using System.Globalization;
using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;

namespace CommonLanguage.CrashWorker;

/// <summary>An endless stream of conflicts, each carried from two definitions to a shared entry that both sides adopt.</summary>
public sealed class SettlementStream(OpenedGlossary glossary, int seed)
{
    static readonly Actor Someone = Actor.Local("test");
    static readonly string[] Sides = ["first", "second"];

    /// <summary>The word that a conflict is about.</summary>
    public static string Word(int seed, int number) => string.Create(CultureInfo.InvariantCulture, $"settled {seed} {number}");

    /// <summary>What the shared entry says.</summary>
    public static string Agreed(int seed, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"A disturbance, number {number} of {seed}, that the supplier must resolve within one day of the report by the customer.");

    /// <summary>Brings a conflict to the point where it may be resolved.</summary>
    public async Task<(ConflictName Name, string Etag)> SignAsync(int number)
    {
        var none = CancellationToken.None;
        foreach (var (side, limit) in Sides.Zip((string[])["4 hours", "2 days"]))
        {
            var content = new EntryContent(
                [new Term(Word(seed, number))], $"A disturbance that the supplier must resolve within {limit} of the report by the customer.", LanguageTag.Parse("en", "language"));
            _ = await glossary.Editor.CreateEntryAsync(Someone, OrganisationId.Parse(side, "name"), null, content, default, none);
        }

        var word = Analysis.Text.NormalForm.Of(Word(seed, number));
        var conflict = (await glossary.Reader.ReadConflictsOfAsync([word], none)).Single();
        var name = new ConflictName(glossary.Tables.Current.Directory.Partnership(conflict.Partnership).Id, conflict.Id);
        var desk = glossary.Reconciler;
        var at = await desk.TriageAsync(Someone, name, conflict.Etag, Verdict.Related, null, "", default, none);
        at = await desk.ProposeAsync(
            Someone, name, at.Conflict.Etag, new(Outcome.MergeIntoShared, "nearly equal") { Texts = [new(null, Definition: Agreed(seed, number))] }, default, none);
        at = await desk.OpenConsultationAsync(Someone, name, at.Conflict.Etag, 1, null, new(2099, 12, 31), default, none);
        foreach (var side in Sides)
            at = await desk.TakePositionAsync(Someone, name, at.Conflict.Etag, OrganisationId.Parse(side, "name"), 1, Stance.Accept, "", default, none);
        return (name, at.Conflict.Etag);
    }

    /// <summary>Resolves it.</summary>
    public Task ResolveAsync(ConflictName name, string etag) =>
        glossary.Reconciler.ResolveAsync(Someone, name, etag, 1, "", null, null, default, CancellationToken.None);
}
