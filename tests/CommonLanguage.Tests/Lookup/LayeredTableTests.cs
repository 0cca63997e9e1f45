using CommonLanguage.Lookup;
using CsCheck;

namespace CommonLanguage.Tests.Lookup;

public sealed class LayeredTableTests
{
    static readonly Gen<string> Key = Gen.OneOf(Gen.Char["abc"].Array[0, 3].Select(c => new string(c)), Gen.OneOfConst("", "\u00E4", "\U0001F600", "\uFFFE", "ab c"));

    // A value "" stands for a tombstone.
    static readonly Gen<Dictionary<string, string>> Change =
        Gen.Select(Key, Gen.OneOfConst("", "one", "two", "three")).Array[0, 12].Select(pairs => pairs.DistinctBy(p => p.Item1).ToDictionary(p => p.Item1, p => p.Item2));

    [Fact]
    public void A_history_of_changes_and_compactions_gives_what_a_dictionary_gives() =>
        Gen.Select(Change.Array[0, 30], Gen.Int[0, 3].Array[30]).Sample(
            (changes, compactions) =>
            {
                var table = LayeredTable<string>.Empty;
                var plain = new Dictionary<string, string>(StringComparer.Ordinal);
                (LayeredTable<string> Before, LayeredTable<string> Compacted)? pending = null;
                for (var i = 0; i < changes.Length; i++)
                {
                    table = table.With(changes[i]);
                    foreach (var (key, value) in changes[i])
                        plain[key] = value;
                    switch (compactions[i])
                    {
                        case 0:
                            pending = (table, table.Compact(value => value.Length == 0));
                            break;
                        case 1 when pending is { } p:
                            table = table.Rebase(p.Before, p.Compacted) ?? table;
                            pending = null;
                            break;
                    }

                    AssertSame(plain, table);
                }
            },
            iter: 300);

    [Fact]
    public void A_compaction_keeps_one_layer_and_drops_what_is_gone()
    {
        var table = LayeredTable<string>.Empty.With(Of(("a", "1"), ("b", "2"))).With(Of(("a", "")));

        var compacted = table.Compact(value => value.Length == 0);

        Assert.Equal((1, 1), (compacted.LayerCount, compacted.CountAtMost));
        Assert.Null(compacted.Find("a"));
        Assert.Equal("2", compacted.Find("b"));
    }

    [Fact]
    public void Changes_after_a_compaction_began_stand_on_top_of_it()
    {
        var before = LayeredTable<string>.Empty.With(Large(3_000));
        var compacted = before.Compact(_ => false);

        var rebased = before.With(Of(("k1", "changed"))).Rebase(before, compacted);

        Assert.NotNull(rebased);
        Assert.Equal(2, rebased.LayerCount);
        Assert.Equal(("changed", "2"), (rebased.Find("k1"), rebased.Find("k2")));
    }

    [Fact]
    public void A_table_is_not_changed_by_the_changes_that_follow_it()
    {
        var before = LayeredTable<string>.Empty.With(Of(("a", "1")));

        _ = before.With(Of(("a", "2"))).With(Of(("b", "3")));

        Assert.Equal(("1", null), (before.Find("a"), before.Find("b")));
    }

    [Fact]
    public void Small_changes_do_not_pile_up_layers()
    {
        var table = LayeredTable<string>.Empty.With(Large(50_000));
        for (var i = 0; i < 1_000; i++)
            table = table.With(Of(($"k{i}", "changed")));

        Assert.InRange(table.LayerCount, 1, 14);
    }

    static void AssertSame(Dictionary<string, string> plain, LayeredTable<string> table)
    {
        foreach (var (key, value) in plain)
            Assert.Equal(value, table.Find(key) ?? "");
        foreach (var prefix in new[] { "", "a", "ab", "\u00E4", "z" })
        {
            var expected = plain.Where(p => p.Value.Length > 0 && p.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(p => p.Key, StringComparer.Ordinal);
            Assert.Equal(expected, table.StartingWith(prefix).Where(p => p.Value.Length > 0));
        }
    }

    static Dictionary<string, string> Of(params (string Key, string Value)[] pairs) => pairs.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    static Dictionary<string, string> Large(int size) => Enumerable.Range(0, size).ToDictionary(i => $"k{i}", i => $"{i}", StringComparer.Ordinal);
}
