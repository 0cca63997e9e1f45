using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Interchange;

/// <summary>Files of other formats are named for what they are.</summary>
public sealed class TextFormatTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync() => engine = await Engine.StartAsync();

    public async Task DisposeAsync() => await engine.DisposeAsync();

    public static TheoryData<string, string> Files => new()
    {
        { "MultiTerm XML", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n<!-- made by \"hand\" -->\n<mtf><conceptGrp><concept>1</concept></conceptGrp></mtf>" },
        { "RDF/XML", "<!DOCTYPE rdf:RDF [<!ENTITY skos \"http://www.w3.org/2004/02/skos/core#\">]>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"></rdf:RDF>" },
        { "an HTML page", "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Words, \"ours\"</title></head></html>" },
        { "XLIFF", "<xliff version=\"1.2\"><file/></xliff>" },
        { "TMX", "<tmx version=\"1.4\"><header/></tmx>" },
        { "XML", "<glossary><word a=\"b\">x</word></glossary>" },
        { "Turtle (RDF)", "# a scheme\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<a> skos:prefLabel \"cell\"@en .\n" },
        { "Turtle (RDF)", "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n<a> skos:prefLabel \"cell\"@en ; skos:definition \"A; b\" .\n" },
        { "N-Triples (RDF)", "<http://a/b> <http://www.w3.org/2004/02/skos/core#prefLabel> \"cell\"@en .\n" },
        { "JSON-LD", "{\n  \"@context\": \"https://gbv.github.io/jskos/context.json\",\n  \"prefLabel\": {\"en\": \"cell\"}\n}\n" },
        { "JSON", "[{\"term\": \"cell\", \"definition\": \"A battery.\"}]\n" },
        { "YAML", "version: \"1\"\nsource: DataHub\nnodes:\n  - name: Words\n" },
        { "YAML", "# ours\n- slug: cell\n  en:\n    term: \"cell\"\n" },
        { "Markdown", "# Glossary\n\nThe words of \"ours\".\n\n## cell\n\nA battery, small.\n" },
        { "Markdown", "---\ntitle: Cell\nstatus: Completed\n---\n\nA \"battery\".\n" },
        { "UTX", "#UTX 1.2; de/en; 2013-12-20T17:00:45\n#src\ttgt\tsrc:pos\nHund\tdog\tnoun\n" },
        { "a gettext catalogue (PO)", "msgid \"\"\nmsgstr \"\"\n\nmsgid \"cell\"\nmsgstr \"cellule\"\n" },
        { "RTF", "{\\rtf1\\ansi \"cell\"}" },
        { "SSSOM", "#curie_map:\n#  a: http://a/\nsubject_id\tpredicate_id\tobject_id\na:1\tskos:exactMatch\tb:1\n" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_of_another_format_is_named(string name, string text)
    {
        foreach (var file in (byte[][])[Encoding.UTF8.GetBytes(text), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]])
        {
            var refusal = await Assert.ThrowsAsync<RefusalException>(() => engine.ImportAsync("a", file));

            Assert.Equal((ErrorReason.FormatUnsupported, name), (refusal.Reason, refusal.Metadata.GetValueOrDefault("value", refusal.Message)));
            Assert.StartsWith($"This is {name}; ", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Empty(await engine.ChangesAsync());
    }

    [Fact]
    public async Task A_table_is_a_table_whatever_its_texts_look_like()
    {
        var report = await engine.ImportAsync("a", "# Glossary\n\nterm,definition\n<html>,\"{\"\"@context\"\": 1}\"\n");

        Assert.Equal((1, 0), (report.Added, report.ProblemCount));
    }
}
