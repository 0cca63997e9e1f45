using CommonLanguage.Analysis.Text;
using CommonLanguage.CrashWorker;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;
using Microsoft.Data.Sqlite;

namespace CommonLanguage.Tests.Faults;

/// <summary>Bytes of the database change by themselves (fault F10).</summary>
public sealed class DamageTests : IDisposable
{
    const int Page = 4_096;

    readonly Folder folder = new();

    string Sound => folder.Sub("sound");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_damaged_row_refuses_its_own_word_stops_writing_and_leaves_all_others_answered()
    {
        await BuildAsync(entries: 20);
        await ChangeAsync(Sound, "UPDATE revisions SET definition = replace(definition, 'at least', 'at most') WHERE form = 'word7' AND number = 1");
        await using var glossary = await OpenedGlossary.OpenAsync(Sound);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => AnswerAsync(glossary, "word 7"));
        Assert.Equal(ErrorReason.StorageDamaged, refusal.Reason);
        Assert.Contains("Restore", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorReason.StorageDamaged, glossary.Store.Failure?.Reason);
        Assert.NotEmpty(glossary.Tables.Current.Find(NormalForm.Of("word 8")).Postings);
        refusal = await Assert.ThrowsAsync<RefusalException>(() => new EditStream(glossary, seed: 99).SendAsync(0, 0));
        Assert.Equal(ErrorReason.StorageDamaged, refusal.Reason);
    }

    [Theory]
    [InlineData("UPDATE revisions SET number = 1 WHERE form = 'word6' AND number = 2", "word 6")]
    [InlineData("UPDATE revisions SET entry_key = 3 WHERE form = 'word6' AND number = 2", "word 6")]
    [InlineData("UPDATE revisions SET form = 'sword7' WHERE form = 'word7'", "word 7")]
    [InlineData("UPDATE revisions SET term = 'Word 77' WHERE form = 'word7'", "word 7")]
    [InlineData("UPDATE revisions SET state = 2 WHERE form = 'word7'", "word 7")]
    [InlineData("UPDATE revisions SET definition = x'00ff', language = 12 WHERE form = 'word7'", "word 7")]
    [InlineData("UPDATE conflicts SET state = 6 WHERE word = 'word1 0 0'", "word 1 0 0")]
    [InlineData("UPDATE conflicts SET judgement = '{' WHERE word = 'word1 0 0'", "word 1 0 0")]
    public async Task A_word_is_refused_whatever_column_of_its_row_is_damaged(string damage, string word)
    {
        await BuildAsync(entries: 20);
        // The indexes keep what they had, as they do when a byte of the row changes on the disk.
        const string Indexes = "type = 'index' AND sql IS NOT NULL";
        await ChangeAsync(
            Sound,
            $"CREATE TABLE aside AS SELECT * FROM sqlite_master WHERE {Indexes}",
            $"PRAGMA writable_schema=ON; DELETE FROM sqlite_master WHERE {Indexes}",
            damage,
            "PRAGMA writable_schema=ON; INSERT INTO sqlite_master SELECT * FROM aside",
            "DROP TABLE aside");
        await using var glossary = await OpenedGlossary.OpenAsync(Sound);
        Assert.Equal(ErrorReason.StorageDamaged, (await Assert.ThrowsAsync<RefusalException>(() => AnswerAsync(glossary, word))).Reason);
        Assert.NotEmpty(glossary.Tables.Current.Find(NormalForm.Of("word 8")).Postings);
        Assert.NotNull(glossary.Store.Failure);
    }

    [Theory]
    [InlineData("UPDATE changes SET time = time + 86400000 WHERE sequence = 5")]
    [InlineData("UPDATE changes SET actor = 'nobody' WHERE sequence = 5")]
    [InlineData("DELETE FROM changes WHERE sequence = 5")]
    [InlineData("UPDATE organisations SET display_name = 'Fist' WHERE id = 'first'")]
    [InlineData("UPDATE partnerships SET members = '1' WHERE id = 'both'")]
    [InlineData("UPDATE conflicts SET organisations = ' 1 3 '")]
    public async Task The_scrub_finds_damage_that_no_look_up_meets(string damage)
    {
        await BuildAsync(entries: 20);
        await ChangeAsync(Sound, damage);
        await using var glossary = await OpenedGlossary.OpenAsync(Sound, loads: false);
        Assert.NotEmpty(await new StoreScrub(glossary.Store, TimeProvider.System).ScrubAsync(TimeSpan.Zero, CancellationToken.None));
        Assert.Equal(ErrorReason.StorageDamaged, glossary.Store.Failure?.Reason);
        await Assert.ThrowsAnyAsync<RefusalException>(async () =>
        {
            await glossary.Tables.LoadAsync(CancellationToken.None);
            _ = await new EditStream(glossary, seed: 99).SendAsync(0, 0);
        });
    }

    /// <summary>The hash of a change covers the one before: what somebody edits, takes out or puts in breaks the chain at that place.</summary>
    [Theory]
    [InlineData("UPDATE changes SET actor = 'nobody' WHERE sequence = 5", 5)]
    [InlineData("UPDATE changes SET origin = 'elsewhere' WHERE sequence = 5", 5)]
    [InlineData("UPDATE changes SET subject = 'organisations/first/entries/another' WHERE sequence IN (9, 5, 7)", 5)]
    [InlineData("UPDATE changes SET hash = (SELECT p.hash FROM changes p WHERE p.sequence = 4) WHERE sequence = 5", 5)]
    [InlineData("DELETE FROM changes WHERE sequence = 5", 6)]
    [InlineData("DELETE FROM changes WHERE sequence BETWEEN 5 AND 8", 9)]
    [InlineData("DELETE FROM changes WHERE sequence = 1", 2)]
    [InlineData("UPDATE changes SET sequence = -5 WHERE sequence = 5; UPDATE changes SET sequence = 5 WHERE sequence = 6; UPDATE changes SET sequence = 6 WHERE sequence = -5", 5)]
    public async Task The_scrub_names_the_first_change_that_was_tampered_with(string tampering, int first)
    {
        await BuildAsync(entries: 20);
        await ChangeAsync(Sound, tampering.Split("; "));
        await using var glossary = await OpenedGlossary.OpenAsync(Sound, loads: false);

        var found = await new StoreScrub(glossary.Store, TimeProvider.System).ScrubAsync(TimeSpan.Zero, CancellationToken.None);

        Assert.Equal($"change {first}", found[0].Metadata["name"]);
        Assert.Contains($"change {first} does not match its hash", found[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flipped_bit_is_refused_or_found_and_never_changes_an_answer()
    {
        await BuildAsync(entries: 300);
        Dictionary<string, byte[]> answers;
        await using (var glossary = await OpenedGlossary.OpenAsync(Sound))
        {
            var words = (await Proof.AllRevisionsAsync(glossary)).SelectMany(revision => Sense.FormsOf(revision.Content)).Select(form => form.Key).Distinct().ToList();
            answers = [];
            foreach (var word in words)
                answers[word] = await AnswerAsync(glossary, word);
        }

        var sound = await DumpAsync(Sound);
        var pages = (int)(new FileInfo(Path.Combine(Sound, "commonlanguage.db")).Length / Page);
        var rounds = Rounds.Of(few: 30, full: 300);
        var (harmless, atStart, atLoad, byScrub, refusals, asked) = (0, 0, 0, 0, 0, 0);
        for (var round = 0; round < rounds; round++)
        {
            var random = new Random(round);
            var data = folder.Sub($"damaged{round}");
            Folder.Copy(Sound, data);
            var at = ((long)random.Next(pages) * Page) + random.Next(Page);
            Flip(Path.Combine(data, "commonlanguage.db"), at, 1 << random.Next(8));
            var changed = await DumpAsync(data) != sound;
            var (found, refused) = await TryAsync(data, answers, $"round {round}, byte {at}");
            (atStart, atLoad, byScrub) = (atStart + (found == 1 ? 1 : 0), atLoad + (found == 2 ? 1 : 0), byScrub + (found == 3 ? 1 : 0));
            (refusals, asked) = (refusals + refused, asked + (found == 1 ? 0 : answers.Count));
            if (found == 0)
            {
                Assert.False(changed, $"Damage was not found (round {round}, byte {at}).");
                harmless++;
            }

            Directory.Delete(data, recursive: true);
        }

        Rounds.Report("F10", $"{rounds} flipped bits in the database", $"0 changed answers; found at the start {atStart}, at load {atLoad}, by the scrub {byScrub}; {harmless} lay in unused bytes; {refusals} of {asked:N0} look-ups refused");
    }

    /// <summary>Where the damage was found (1 start, 2 load, 3 scrub, 0 nowhere), and how many words were refused.</summary>
    static async Task<(int Found, int Refused)> TryAsync(string data, Dictionary<string, byte[]> answers, string where)
    {
        OpenedGlossary glossary;
        try
        {
            glossary = await OpenedGlossary.OpenAsync(data, loads: false);
        }
        catch (RefusalException refusal)
        {
            Assert.Contains(refusal.Reason, (ErrorReason[])[ErrorReason.StorageDamaged, ErrorReason.StorageFailed]);
            return (1, 0);
        }

        await using var opened = glossary;
        try
        {
            await glossary.Tables.LoadAsync(CancellationToken.None);
        }
        catch (RefusalException refusal)
        {
            Assert.Equal(ErrorReason.StorageDamaged, refusal.Reason);
        }

        var found = glossary.Store.Failure is null ? 0 : 2;
        var refused = 0;
        foreach (var (word, answer) in answers)
        {
            try
            {
                Assert.True((await AnswerAsync(glossary, word)).AsSpan().SequenceEqual(answer), $"Another answer for {word} ({where}).");
            }
            catch (RefusalException refusal)
            {
                Assert.Equal(ErrorReason.StorageDamaged, refusal.Reason);
                refused++;
            }
        }

        if (found == 0 && (await new StoreScrub(glossary.Store, TimeProvider.System).ScrubAsync(TimeSpan.Zero, CancellationToken.None)).Count > 0)
            found = 3;
        Assert.Equal(found == 0, glossary.Store.Failure is null);
        return (found, refused);
    }

    async Task BuildAsync(int entries)
    {
        await using var glossary = await OpenedGlossary.OpenAsync(Sound);
        var edits = new EditStream(glossary, seed: 1);
        await edits.PrepareAsync();
        for (var number = 0; number < entries / 4; number++)
            _ = await edits.SendAsync(0, number);
        foreach (var (owner, at) in new[] { ("first", "least"), ("second", "most") })
        {
            var actor = Actor.Local("test");
            for (var n = 1; n <= entries; n++)
            {
                if (n > 5 && owner == "second")
                    break;
                EntryContent Content(string more) => new(
                    [new($"word {n}"), new($"w{n} variant", TermForm.Variant)], $"What word {n} means: at {at} {n} times a day. {more}", LanguageTag.Parse("en", "language"), scopeNote: n % 3 == 0 ? "Everywhere." : null);
                var written = await glossary.Editor.CreateEntryAsync(actor, OrganisationId.Parse(owner, "name"), $"w{n}", Content(""), new(), CancellationToken.None);
                if (n % 6 == 0)
                    _ = await glossary.Editor.UpdateEntryAsync(actor, new(OrganisationId.Parse(owner, "name"), $"w{n}"), written.Revision.Etag, _ => Content("Changed."), new(), CancellationToken.None);
            }
        }
    }

    static async Task<byte[]> AnswerAsync(OpenedGlossary glossary, string word) => (await glossary.Lookup.LookUpAsync(Actor.Service, word, [], "", "", "", "", "", CancellationToken.None)).ToBytes();

    static async Task ChangeAsync(string data, params string[] statements)
    {
        foreach (var sql in statements)
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "commonlanguage.db")};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            _ = await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Everything that the tables hold, or what went wrong while it was read.</summary>
    static async Task<string> DumpAsync(string data)
    {
        var dump = new System.Text.StringBuilder();
        try
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "commonlanguage.db")};Pooling=False");
            await connection.OpenAsync();
            foreach (var (table, key) in new[] { ("organisations", "key"), ("partnerships", "key"), ("revisions", "key"), ("conflicts", "key"), ("changes", "sequence"), ("forms", "rowid") })
            {
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT * FROM {table} ORDER BY {key}";
                await using var rows = await command.ExecuteReaderAsync();
                while (await rows.ReadAsync())
                {
                    for (var i = 0; i < rows.FieldCount; i++)
                    {
                        // A text that has become a blob of the same bytes reads the same.
                        var bytes = rows[i] as byte[] ?? System.Text.Encoding.UTF8.GetBytes(Convert.ToString(rows[i], System.Globalization.CultureInfo.InvariantCulture)!);
                        _ = dump.Append(Convert.ToHexString(bytes)).Append('|');
                    }
                }
            }
        }
        catch (Exception fault) when (fault is SqliteException or InvalidOperationException or OverflowException)
        {
            _ = dump.Append(fault.Message);
        }

        return dump.ToString();
    }

    static void Flip(string file, long at, int bit)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = at;
        var value = stream.ReadByte();
        stream.Position = at;
        stream.WriteByte((byte)(value ^ bit));
    }
}
