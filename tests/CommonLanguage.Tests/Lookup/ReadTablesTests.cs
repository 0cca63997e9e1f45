using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Tests.Rig;
using CsCheck;

namespace CommonLanguage.Tests.Lookup;

public sealed class ReadTablesTests
{
    static readonly string[] Words = ["incident", "outage (OUT)", "OUT", "key", "keys", "certificate revocation list (CRL)", "CRL"];
    static readonly string[] Texts = [Definitions.InFourHours, Definitions.InTwoDays, Definitions.InNineWeeks];

    [Fact]
    public Task Tables_that_followed_a_history_answer_as_tables_loaded_afterwards() =>
        AfterHistoriesAsync(
            async engine =>
            {
                var loaded = new LiveTables(engine.Store, engine.Reader);
                await loaded.LoadAsync(CancellationToken.None);
                var fresh = new TermLookup(loaded, new StoredLookup(engine.Reader), new(), engine.Clock);

                Assert.Equal(loaded.Current.Sequence, engine.Tables.Current.Sequence);
                Assert.Equal(loaded.Current.StartingWith("").Select(w => w.Key), engine.Tables.Current.StartingWith("").Select(w => w.Key));
                foreach (var word in Words)
                {
                    foreach (var partnership in new[] { "", "partnerships/q" })
                        Assert.Equal(await MeaningsAsync(fresh, word, partnership), await MeaningsAsync(engine.Lookup, word, partnership));
                }
            });

    [Fact]
    public Task Conflicts_that_followed_a_history_hold_what_a_comparison_of_everything_says() =>
        AfterHistoriesAsync(
            async engine =>
            {
                foreach (var conflict in await engine.OpenConflictsAsync())
                {
                    var anew = engine.Detector.Compared(engine.Tables.Current, conflict with { ComparerVersion = "none" });

                    Assert.Equal<ConflictParty>([.. anew.Parties], [.. conflict.Parties]);
                    Assert.Equal(anew.Pairs.Select(Shown), conflict.Pairs.Select(Shown));
                }
            });

    static Task AfterHistoriesAsync(Func<Engine, Task> look) =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], Gen.Int[0, Words.Length - 1], Gen.Int[0, Texts.Length - 1]).Array[10, 40].SampleAsync(
            async steps =>
            {
                await using var engine = await Engine.StartAsync();
                await engine.AddPartnersAsync("o0", "o1", "o2");
                _ = await engine.AddPartnershipAsync("q", "o0", "o1");
                foreach (var (what, organisation, word, text) in steps)
                {
                    await StepAsync(engine, what, $"o{organisation}", Words[word], Texts[text]);
                    // Answers that are kept from before the next step must not outlive it.
                    foreach (var asked in Words)
                        _ = await engine.LookUpAsync(asked);
                }

                await look(engine);
            },
            iter: 12, threads: 2);

    static string Shown(ConflictPair pair) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{pair.A} {pair.B} {pair.Comparison with { Evidence = [] }} {string.Join(';', pair.Comparison.Evidence)}");

    // The order in which conflicts are named is not promised.
    static async Task<V1.Meaning[]> MeaningsAsync(TermLookup lookup, string word, string partnership)
    {
        var answer = await lookup.LookUpAsync(Engine.Actor, word, [], partnership, "", "", "", "", CancellationToken.None);
        return [.. V1.LookUpTermResponse.Parser.ParseFrom(answer.ToBytes()).Meanings.Select(meaning =>
        {
            string[] conflicts = [.. meaning.Conflicts.Order(StringComparer.Ordinal)];
            meaning.Conflicts.Clear();
            meaning.Conflicts.Add(conflicts);
            return meaning;
        })];
    }

    static async Task StepAsync(Engine engine, int what, string organisation, string word, string text)
    {
        var mine = engine.Tables.Current.StartingWith("").SelectMany(w => w.Value.Postings).Select(p => p.Sense)
            .Where(sense => engine.Tables.Current.Directory[sense.Organisation].Id.Value == organisation).OrderBy(sense => sense.EntryKey).FirstOrDefault();
        switch (what)
        {
            case 0 when mine is not null:
                _ = await engine.ArchiveAsync(organisation, mine.EntryId);
                break;
            case 1 or 2 or 3 when mine is not null:
                _ = await engine.ChangeAsync(organisation, mine.EntryId, Engine.Content(word, text));
                break;
            case 4:
                _ = await engine.SetMembersAsync("p", "o0", organisation);
                break;
            case 5:
                _ = await engine.SetMembersAsync("q", "o1", "o2", organisation);
                break;
            case 6:
                _ = await engine.ImportAsync(organisation, $"term,definition\n\"{word}\",\"{text}\"\nother,\"{text}\"\n");
                break;
            default:
                _ = await engine.AddAsync(organisation, new EntryContent([new Term(word), new Term("outage", TermForm.Variant)], text, LanguageTag.English));
                break;
        }
    }
}
