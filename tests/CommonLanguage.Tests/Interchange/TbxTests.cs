using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Interchange;

/// <summary>Glossaries in TBX, as ISO 30042 and as the tools write it.</summary>
public sealed class TbxTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync() => engine = await Engine.StartAsync();

    public async Task DisposeAsync() => await engine.DisposeAsync();

    const string Elements = """
        <?xml version="1.0" encoding="utf-8"?>
        <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
          <tbxHeader><fileDesc><sourceDesc><p>Own words</p></sourceDesc></fileDesc></tbxHeader>
          <text><body>
            <conceptEntry id="c1">
              <min:subjectField>parcels</min:subjectField>
              <note>Kept by the depot.</note>
              <langSec xml:lang="de">
                <descripGrp><basic:definition>Ein Tor für Pakete.</basic:definition></descripGrp>
                <termSec><term>Ausfahrt</term><min:partOfSpeech>noun</min:partOfSpeech></termSec>
              </langSec>
              <langSec xml:lang="en">
                <descripGrp><basic:definition>A door through which parcels
                  leave the depot.</basic:definition><basic:source>house rules</basic:source></descripGrp>
                <termSec><term>exit gate</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
                <termSec><term>EG</term><basic:termType>acronym</basic:termType><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
                <termSec><term>way out</term><min:administrativeStatus>notRecommended</min:administrativeStatus></termSec>
              </langSec>
            </conceptEntry>
          </body></text>
        </tbx>
        """;

    [Fact]
    public async Task A_concept_is_an_entry_with_the_terms_of_all_its_languages()
    {
        var report = await engine.ImportAsync("a", Elements);

        Assert.Equal((1, 0, "TBX"), (report.Added, report.ProblemCount, report.Reading.Format));
        var german = LanguageTag.Parse("de", "l");
        Assert.Equal(
            new EntryContent(
                [
                    new Term("exit gate"), new Term("EG", TermForm.Acronym, TermStatus.Admitted), new Term("way out", TermForm.FullForm, TermStatus.Deprecated),
                    new Term("Ausfahrt", language: german),
                ],
                "A door through which parcels leave the depot.", LanguageTag.English,
                note: "note: Kept by the depot.\ndefinition (de): Ein Tor für Pakete.\nstatus: notRecommended\npartOfSpeech (Ausfahrt): noun",
                subjectField: "parcels", source: "house rules"),
            (await engine.CurrentAsync("a", "c1"))!.Content);
        Assert.Equal((0, 0, 1), await AgainAsync(Encoding.UTF8.GetBytes(Elements)));
        Assert.Equal((0, 0, 1), await AgainAsync([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Elements.Replace("utf-8", "utf-16", StringComparison.Ordinal))]));
    }

    [Theory]
    [InlineData("<martif type=\"TBX\" xml:lang=\"en-US\">", "<ntig><termGrp><term>cell</term><termNote type=\"termType\">abbreviation</termNote></termGrp></ntig>", "langSet", "termEntry")]
    [InlineData("<martif type=\"TBX\" xml:lang=\"en-US\" xmlns=\"urn:iso:std:iso:30042:ed-2\">", "<tig><term>cell</term><termNote type=\"termType\">shortForm</termNote></tig>", "langSet", "termEntry")]
    [InlineData("<tbx type=\"TBX-Core\" style=\"dca\" xml:lang=\"en-US\" xmlns=\"urn:iso:std:iso:30042:ed-2\">", "<termSec><term>cell</term><termNote type=\"termType\">abbreviation</termNote></termSec>", "langSec", "conceptEntry")]
    [InlineData("<TBX dialect=\"TBX-Min\" xml:lang=\"en-US\">", "<termGroup><term>cell</term><termType>abbreviation</termType></termGroup>", "langGroup", "entry")]
    public async Task Each_version_is_read(string root, string term, string language, string entry)
    {
        var name = root[1..root.IndexOf(' ', StringComparison.Ordinal)];
        var file = $"""
            <?xml version='1.0'?>
            <!DOCTYPE {name} SYSTEM "TBXcoreStructV02.dtd">
            {root}<text><body>
            <{entry} id="IATE-1"><{language} xml:lang="en_US">{term}<descripGrp><descrip type="definition">A &lt;battery&gt;.</descrip></descripGrp></{language}></{entry}>
            <{entry}><{language} xml:lang="en">{term.Replace("cell", "room", StringComparison.Ordinal)}<descrip type="definition">A place.</descrip></{language}></{entry}>
            <{entry} id="bare"><{language} xml:lang="en">{term}</{language}></{entry}>
            </body></text></{name}>
            """;

        var report = await engine.ImportAsync("a", file);

        Assert.Equal((2, 1), (report.Added, report.Refused));
        Assert.Equal((6, ErrorReason.ValueMissing, "definition"), (report.Problems[0].Line, report.Problems[0].Reason, report.Problems[0].Column));
        var content = (await engine.CurrentAsync("a", "IATE-1"))!.Content;
        Assert.Equal(("cell", TermForm.Abbreviation, "A <battery>.", "en-US"), (content.Term.Text, content.Term.Form, content.Definition, content.Language.Value));
        Assert.Equal((0, 0, 2), await AgainAsync(Encoding.UTF8.GetBytes(file)));
    }

    [Theory]
    [InlineData("<martif><text><body><termEntry id=\"a\"><langSet xml:lang=\"en\">")]
    [InlineData("<martif><text><body><termEntry id=\"a\">&undeclared;</termEntry></body></text></martif>")]
    [InlineData("<!DOCTYPE martif [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><martif><text><body><termEntry><note>&e;</note></termEntry></body></text></martif>")]
    public async Task A_damaged_file_is_refused_with_its_line(string file)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", file));

        Assert.Equal(ErrorReason.FileNotText, refusal.Reason);
        Assert.StartsWith("This is TBX that cannot be read from line 1 on", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await engine.ChangesAsync());
    }

    [Theory]
    [InlineData("<descripGrp>", "</descripGrp>", 200_000)]
    [InlineData("<note>x</note>", "", 30_000)]
    [InlineData("<note>xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx</note>", "", 15_000)]
    public async Task An_entry_that_is_large_or_deep_beyond_reason_is_refused(string open, string close, int count)
    {
        var file = $"<martif><text><body><termEntry>{string.Concat(Enumerable.Repeat(open, count))}{string.Concat(Enumerable.Repeat(close, count))}"
            + "</termEntry></body></text></martif>";

        Assert.Equal(ErrorReason.FieldTooLarge, (await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", file))).Reason);
    }

    [Fact]
    public async Task A_thousand_rows_of_one_id_are_one_entry_that_is_refused()
    {
        var report = await engine.ImportAsync("a", "id,term,definition\n" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $"e,term {i},d\n")));

        Assert.Equal((0, ErrorReason.TooManyValues), (report.Added, Assert.Single(report.Problems).Reason));
    }

    async Task<(int Added, int Changed, int Unchanged)> AgainAsync(byte[] file)
    {
        var report = await engine.ImportAsync("a", file);
        return (report.Added, report.Changed, report.Unchanged);
    }
}
