using System.Buffers.Binary;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Snapshots;
using CsCheck;

namespace CommonLanguage.Analysis.Tests.Checking;

public sealed class Snapshot_files
{
    [Fact]
    public void Give_back_what_was_written()
    {
        var content = Samples.Incident;

        using var snapshot = Samples.Open(content);

        Assert.Equal(("ops", "Operations", Samples.Day), (snapshot.Partnership, snapshot.DisplayName, snapshot.AsOf));
        Assert.Equal(content.Organisations.OrderBy(o => o.Id), snapshot.Organisations.ToArray());
        var read = Enumerable.Range(0, snapshot.EntryCount).Select(snapshot.Entry).ToList();
        Assert.Equal(content.Entries.Select(e => (e.Name, e.Definition)).Order(), read.Select(e => (e.Name, e.Definition)).Order());
        Assert.Equal([.. content.Entries[1].Terms], read.Single(e => e.Name == "organisations/blue/entries/incident").Terms.ToArray());
        var (written, conflict) = (content.Conflicts[0], snapshot.Conflict(0));
        Assert.Equal((written.Id, written.Term, written.Kind, written.Severity, written.State, written.Since),
            (conflict.Id, conflict.Term, conflict.Kind, conflict.Severity, conflict.State, conflict.Since));
        Assert.Equal([.. written.Parties], conflict.Parties.ToArray());
        Assert.Equal([.. written.Pairs[0].Differences], conflict.Pairs[0].Differences.ToArray());
    }

    [Fact]
    public void Are_the_same_bytes_for_the_same_content_in_another_order()
    {
        var content = Samples.Incident;
        var turned = content with { Entries = [.. content.Entries.Reverse()], Organisations = [.. content.Organisations.Reverse()] };

        Assert.Equal(SnapshotWriter.Write(content), SnapshotWriter.Write(turned));
    }

    [Fact]
    public void Have_another_tag_when_one_definition_changes()
    {
        var content = Samples.Incident;
        using var before = Samples.Open(content);
        using var after = Samples.Open(content with { Entries = content.Entries.SetItem(0, content.Entries[0] with { Definition = "Any alert." }) });

        Assert.NotEqual(before.ETag, after.ETag);
        Assert.Matches("^[0-9a-f]{32}$", before.ETag);
    }

    [Fact]
    public void Open_from_a_mapped_file()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, SnapshotWriter.Write(Samples.Incident));
            using var snapshot = GlossarySnapshot.Open(path);
            Assert.Equal(4, snapshot.EntryCount);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Are_refused_when_any_one_bit_is_flipped()
    {
        var good = SnapshotWriter.Write(Samples.Incident);
        Gen.Int[0, (good.Length * 8) - 1].Sample(bit =>
        {
            var bad = (byte[])good.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            var refusal = Assert.Throws<UnreadableInputException>(() => GlossarySnapshot.Read(bad, "it.snapshot"));
            Assert.Contains("it.snapshot", refusal.Message, StringComparison.Ordinal);
        }, iter: 500);
    }

    [Fact]
    public void Are_refused_when_cut_off()
    {
        var good = SnapshotWriter.Write(Samples.Incident);
        foreach (var length in new[] { 0, 7, 8, 40, 199, good.Length / 2, good.Length - 1 })
            _ = Assert.Throws<UnreadableInputException>(() => GlossarySnapshot.Read(good.AsMemory(0, length), "cut"));
    }

    [Fact]
    public void Of_a_newer_format_are_refused_with_both_versions_named()
    {
        var newer = SnapshotWriter.Write(Samples.Incident);
        BinaryPrimitives.WriteInt32LittleEndian(newer.AsSpan(8), 7);

        var refusal = Assert.Throws<UnreadableInputException>(() => GlossarySnapshot.Read(newer, "new"));

        Assert.Equal("Snapshot 'new' has format 7, newer than this program reads (2); install a newer commonlanguage.", refusal.Message);
    }

    [Fact]
    public void Of_an_older_format_are_refused_with_the_way_out()
    {
        var older = SnapshotWriter.Write(Samples.Incident);
        BinaryPrimitives.WriteInt32LittleEndian(older.AsSpan(8), 1);

        var refusal = Assert.Throws<UnreadableInputException>(() => GlossarySnapshot.Read(older, "old"));

        Assert.Equal("Snapshot 'old' has format 1, older than this program reads (2); save it again with 'commonlanguage pull'.", refusal.Message);
    }

    [Fact]
    public void That_do_not_exist_are_refused_with_the_command_that_makes_one()
    {
        var refusal = Assert.Throws<UnreadableInputException>(() => GlossarySnapshot.Open("/nowhere/at-all"));
        Assert.Contains("commonlanguage pull", refusal.Message, StringComparison.Ordinal);
    }
}
