using System.Globalization;
using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Interchange;

/// <summary>Files that are refused as a whole: nothing of them is stored, not even the organisation.</summary>
public sealed class ImportFileTests : IAsyncLifetime
{
    const string Header = "term,definition\n";

    Engine engine = null!;

    public async Task InitializeAsync() => engine = await Engine.StartAsync();

    public async Task DisposeAsync() => await engine.DisposeAsync();

    static readonly Dictionary<string, (Func<byte[]> File, ErrorReason Reason)> Refused = new(StringComparer.Ordinal)
    {
        ["empty"] = (() => [], ErrorReason.FileEmpty),
        ["only a byte order mark"] = (() => [0xEF, 0xBB, 0xBF], ErrorReason.FileEmpty),
        ["only blank lines"] = (() => "\n\r\n\n"u8.ToArray(), ErrorReason.FileEmpty),
        ["ZIP"] = (() => [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 0, 0, 8, 0], ErrorReason.FileNotText),
        ["PDF"] = (() => "%PDF-1.7\n"u8.ToArray(), ErrorReason.FileNotText),
        ["PNG"] = (() => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], ErrorReason.FileNotText),
        ["gzip"] = (() => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], ErrorReason.FileNotText),
        ["old Office"] = (() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ErrorReason.FileNotText),
        ["no term"] = (() => "thing,definition\nx,y\n"u8.ToArray(), ErrorReason.ColumnMissing),
        ["no definition"] = (() => "term,text\nx,y\n"u8.ToArray(), ErrorReason.ColumnMissing),
        ["a column twice"] = (() => "term,definition,Term\nx,y,z\n"u8.ToArray(), ErrorReason.ColumnDuplicated),
        ["an unknown column twice"] = (() => "term,definition,Area,area\nx,y,z,z\n"u8.ToArray(), ErrorReason.ColumnDuplicated),
        ["10 000 columns"] = (() => Encoding.UTF8.GetBytes("term,definition," + string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"c{i}")) + "\n"), ErrorReason.TooManyColumns),
        ["UTF-32"] = (() => [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Header)], ErrorReason.EncodingInvalid),
        ["tildes"] = (() => "term~definition\nx~y\n"u8.ToArray(), ErrorReason.SeparatorInvalid),
        ["2 MB field"] = (() => Encoding.UTF8.GetBytes(Header + "x," + new string('y', 2_000_000) + "\n"), ErrorReason.FieldTooLarge),
        ["2 MB quoted field"] = (() => Encoding.UTF8.GetBytes(Header + "x,\"" + string.Concat(Enumerable.Repeat("y\n", 1_000_000)) + "\"\n"), ErrorReason.FieldTooLarge),
        ["20 MB line of commas"] = (() => Encoding.UTF8.GetBytes(Header + new string(',', 20_000_000) + "\n"), ErrorReason.FieldTooLarge),
        ["20 MB header of commas"] = (() => Encoding.UTF8.GetBytes("term,definition" + new string(',', 20_000_000) + "\n"), ErrorReason.FieldTooLarge),
    };

    public static TheoryData<string> Files => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_no_glossary_is_refused_and_nothing_is_stored(string what)
    {
        var (make, reason) = Refused[what];
        var file = make();
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", file, "p"));

        Assert.True(reason == refusal.Reason, $"{what}: {refusal.Reason}: {refusal.Message}");
        Assert.InRange(refusal.Message.Length, 1, 900);
        Assert.Empty(await engine.ChangesAsync());
    }

    [Theory]
    [InlineData("tildes", "term~definition", "~")]
    [InlineData("colons", "Term:Definition", ":")]
    public async Task The_separator_that_was_found_is_named(string what, string header, string found)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", header + "\n"));
        Assert.True(refusal.Metadata["found"] == found, what);
    }

    [Theory]
    [InlineData("term,definition\none,\"never closed\ntwo,fine\n", 2)]
    [InlineData("term,definition\none,fine\n\ntwo,\"never closed", 4)]
    [InlineData("term,definition\none,fine\ntwo,\"never closed at the end", 3)]
    [InlineData("term,definition\none,in \"quotes\" here\n", 2)]
    [InlineData("term,definition\n\"one\ntwo\",fine\nthree,\"closed\" and more\n", 4)]
    [InlineData("\"term,definition\none,fine\n", 1)]
    [InlineData("term,definition\r\none,fine\r\ntwo,\"never\r\nclosed\r\n", 3)]
    public async Task An_unbalanced_quote_is_refused_with_its_line(string csv, int line)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", csv));

        Assert.Equal((ErrorReason.QuoteUnbalanced, line.ToString(CultureInfo.InvariantCulture)), (refusal.Reason, refusal.Metadata["line"]));
        Assert.Empty(await engine.ChangesAsync());
    }

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "Latin-1", [(byte)'t', 0xE9, (byte)'r'] },
        { "a lone continuation", [(byte)'t', 0x80, (byte)'r'] },
        { "overlong", [(byte)'t', 0xC0, 0x80] },
        { "overlong of three", [(byte)'t', 0xE0, 0x80, 0x80] },
        { "a surrogate", [(byte)'t', 0xED, 0xA0, 0x80] },
        { "above U+10FFFF", [(byte)'t', 0xF4, 0x90, 0x80, 0x80] },
        { "F5", [(byte)'t', 0xF5, 0x80, 0x80, 0x80] },
        { "cut off", [(byte)'t', 0xE2, 0x82] },
        { "cut off by another", [(byte)'t', 0xE2, 0x82, (byte)'x'] },
        { "NUL", [(byte)'t', 0x00] },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Bytes_that_are_no_text_are_refused_with_line_and_offset_however_they_arrive(string what, byte[] bytes)
    {
        var good = "term,definition\none,\u20AC \U0001F600\n"u8.ToArray();
        foreach (var chunk in new[] { 1, 3, 64 })
        {
            var refusal = await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", [.. good, .. bytes], chunk: chunk));

            Assert.Equal(what == "NUL" ? ErrorReason.CharacterNotAllowed : ErrorReason.EncodingInvalid, refusal.Reason);
            Assert.Equal("3", refusal.Metadata["line"]);
            Assert.InRange(int.Parse(refusal.Metadata["byte_offset"], CultureInfo.InvariantCulture), good.Length + 1, good.Length + bytes.Length);
        }
    }

    [Fact]
    public void Every_character_passes_the_check_of_the_encoding_wherever_it_is_cut()
    {
        var all = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 0x10FFFF).Where(Rune.IsValid).Where((c, i) => i % 61 == 0 || c < 0x900).Select(c => new Rune(c).ToString())));
        foreach (var size in new[] { 1, 2, 3, 5, all.Length })
        {
            var check = new FileCheck(null);
            for (var at = 0; at < all.Length; at += size)
                check.Look(all.AsSpan(at, Math.Min(size, all.Length - at)));
            _ = check.End();
            Assert.Equal(all.Length, check.Length);
        }
    }

    [Fact]
    public async Task Ids_given_twice_and_circles_of_replacements_are_all_named_in_one_report_and_nothing_is_stored()
    {
        var report = await engine.ImportAsync("a", """
            id,term,definition,replaced_by
            x,one,1,
            y,two,2,Threes
            x,three,3,four
            z,four,4,two
            w,self,5,self
            v,good,6,one
            """);

        Assert.Equal((0, 0, 6), (report.Added, report.Changed, report.Refused));
        Assert.Equal([(4, ErrorReason.IdDuplicated), (6, ErrorReason.ReplacementCircular)], report.Problems.Where(p => p.Line is 4 or 6).Select(p => (p.Line, p.Reason)).Distinct().Order());
        Assert.Equal(2, report.Problems.Count(p => p.Reason == ErrorReason.ReplacementCircular));
        Assert.Empty(await engine.ChangesAsync());
    }

    [Fact]
    public async Task A_long_chain_of_replacements_is_no_circle()
    {
        var report = await engine.ImportAsync("a", "term,definition,replaced_by\n" + string.Concat(Enumerable.Range(0, 3_000).Select(i => $"term {i},d,term {i + 1}\n")));

        Assert.Equal((3_000, 0), (report.Added, report.ProblemCount));
    }
}
