using System.Globalization;
using System.Text;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;
using CommonLanguage.Interchange.Csv;
using CsvHelper;
using CsvHelper.Configuration;

namespace CommonLanguage.Interchange.Sssom;

/// <summary>
/// Writes what people decided of pairs of entries as SSSOM, the Simple Standard for Sharing Ontological Mappings: a table of tab-separated
/// values with a head in YAML (https://mapping-commons.github.io/sssom/). Negative mappings are written too.
/// </summary>
static class SssomWriter
{
    static readonly string[] Columns =
    [
        "subject_id", "subject_label", "predicate_id", "predicate_modifier", "object_id", "object_label", "mapping_justification", "author_label", "reviewer_label",
        "subject_source", "subject_source_version", "object_source", "object_source_version", "mapping_date", "confidence", "comment",
    ];

    /// <summary>The head, and the names of the columns.</summary>
    /// <param name="organisation">Whose mappings they are.</param>
    /// <param name="token">The state of the glossary they were read from.</param>
    /// <param name="day">When.</param>
    public static byte[] WriteHeader(Organisation organisation, string token, DateOnly day) =>
    [
        .. Encoding.UTF8.GetBytes(
            $"""
            #sssom_version: "1.0"
            #mapping_set_id: urn:commonlanguage:{organisation.Id.ResourceName}/mappings
            #mapping_set_version: "{token}"
            #mapping_set_description: Mappings between the entries of {organisation.Id.ResourceName} and those of its partners, as people have decided them.
            #license: https://w3id.org/sssom/license/unspecified
            #publication_date: "{day:yyyy-MM-dd}"
            #mapping_tool: CommonLanguage
            #curie_map:
            #  cl: "urn:commonlanguage:"
            #  semapv: https://w3id.org/semapv/vocab/
            #  skos: http://www.w3.org/2004/02/skos/core#

            """.ReplaceLineEndings("\n")),
        .. Write(writer => Fields(writer, Columns)),
    ];

    /// <summary>Some mappings.</summary>
    public static byte[] WriteRows(IEnumerable<SssomRow> rows) => Write(writer =>
    {
        foreach (var row in rows)
        {
            var mapping = row.Mapping;
            Fields(
                writer,
                "cl:" + row.Subject.Entry, CsvGlossaryWriter.Guarded(row.Subject.Term), Predicate(mapping.Relation), mapping.Negated ? "Not" : "",
                "cl:" + row.Object.Entry, CsvGlossaryWriter.Guarded(row.Object.Term), Justification(mapping.Justification),
                CsvGlossaryWriter.Guarded(mapping.Author), CsvGlossaryWriter.Guarded(string.Join('|', mapping.Reviewers.Select(reviewer => reviewer.Replace('|', ' ')))),
                "cl:" + row.Subject.Entry.Organisation.ResourceName, Number(row.Subject.Revision), "cl:" + row.Object.Entry.Organisation.ResourceName, Number(row.Object.Revision),
                row.Time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), mapping.Confidence.ToString("0.###", CultureInfo.InvariantCulture),
                CsvGlossaryWriter.Guarded(mapping.Comment));
        }
    });

    // SKOS names the other side: "a broadMatch b" says that b is the broader one.
    static string Predicate(Relation relation) => relation switch
    {
        Relation.Exact => "skos:exactMatch",
        Relation.Close => "skos:closeMatch",
        Relation.Broader => "skos:narrowMatch",
        Relation.Narrower => "skos:broadMatch",
        _ => "skos:relatedMatch",
    };

    static string Justification(MappingJustification justification) => justification switch
    {
        MappingJustification.Agreed => "semapv:MappingReview",
        MappingJustification.Followed => "semapv:MappingChaining",
        _ => "semapv:ManualMappingCuration",
    };

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static byte[] Write(Action<CsvWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        using (var writer = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n", Delimiter = "\t" }))
            write(writer);
        return bytes.ToArray();
    }

    static void Fields(CsvWriter writer, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            writer.WriteField(field);
        writer.NextRecord();
    }
}
