using System.Xml.Linq;

namespace CommonLanguage.Interchange.Tbx;

/// <summary>
/// A concept of a TBX file: data categories by attribute (&lt;descrip type="definition"&gt;) or by element (&lt;basic:definition&gt;), at
/// whatever level a producer has put them. The definition is that of the file's language where there is one; those of other languages, and
/// every category that is no field of an entry, go into the note.
/// </summary>
sealed class TbxEntry
{
    static readonly HashSet<string> Groups = new(StringComparer.Ordinal)
    {
        "descripGrp", "adminGrp", "termNoteGrp", "termGrp", "termCompGrp", "termCompList", "noteGrp",
    };

    readonly XElement entry;
    readonly List<(string Language, XElement Section)> sections;
    readonly XElement? definition;

    /// <summary>Reads a concept.</summary>
    /// <param name="entry">Its element.</param>
    /// <param name="language">Language of the file.</param>
    public TbxEntry(XElement entry, string language)
    {
        this.entry = entry;
        sections =
        [
            .. entry.Elements().Where(section => section.Name.LocalName is "langSec" or "langSet" or "langGroup")
                .Select(section => (Tag(Attribute(section, "lang") ?? language), section)),
        ];
        var definitions = Definitions().ToList();
        (Language, definition) = definitions.Find(found => found.Language == language) is { Element: not null } own ? own
            : definitions.Count > 0 ? definitions[0]
            : (sections.Count > 0 ? sections[0].Language : language, null);
    }

    /// <summary>Its id; empty where it has none.</summary>
    public string Id => Attribute(entry, "id")?.Trim() ?? "";

    /// <summary>Language of the definition.</summary>
    public string Language { get; }

    /// <summary>The definition; empty where there is none.</summary>
    public string Definition => definition is null ? "" : Text(definition);

    /// <summary>Where the definition comes from, else where the entry does; empty when not said.</summary>
    public string Source =>
        (definition?.Parent is { } group && Groups.Contains(group.Name.LocalName) ? Said(group).FirstOrDefault(IsSource) : null) is { } beside ? Text(beside)
        : Said(entry).Where(said => said.Parent == entry || said.Parent!.Name.LocalName == "adminGrp").FirstOrDefault(IsSource) is { } own ? Text(own)
        : "";

    /// <summary>The subject field; empty when not said.</summary>
    public string SubjectField => Said(entry).FirstOrDefault(said => Category(said) == "subjectField") is { } subject ? Text(subject) : "";

    /// <summary>The first word, of whatever language.</summary>
    public string FirstTerm =>
        sections.SelectMany(section => TermSections(section.Section)).Select(WordOf).FirstOrDefault(word => word.Length > 0) ?? "";

    /// <summary>Whether an element is a concept.</summary>
    public static bool IsEntry(string name) => name is "conceptEntry" or "termEntry" or "entry";

    /// <summary>A language tag as we write it.</summary>
    public static string Tag(string written) => written.Trim().Replace('_', '-');

    /// <summary>Its terms, those of the definition's language first.</summary>
    public IEnumerable<TbxTerm> Terms()
    {
        var shared = string.Join('\n', Lines(entry).Concat(sections.SelectMany(section => Lines(section.Section, section.Language)))
            .Concat(Definitions().Where(found => found.Element != definition).Select(found => $"definition ({found.Language}): {Text(found.Element)}")));
        foreach (var (language, section) in sections.OrderBy(section => section.Language == Language ? 0 : 1))
        {
            var isFirst = true;
            foreach (var part in TermSections(section).Where(part => WordOf(part).Length > 0))
            {
                var word = WordOf(part);
                var status = StatusOf(part);
                var note = string.Join('\n', Lines(part, word).Prepend(shared).Where(line => line.Length > 0));
                shared = "";
                // The first word of a language is the one to use there, where nothing else is said.
                yield return new(
                    word, language == Language ? "" : language, status.Length == 0 && isFirst ? "preferred" : status, FormOf(part), note);
                isFirst = false;
            }
        }
    }

    static string? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    static IEnumerable<XElement> TermSections(XElement section) =>
        section.Elements().Where(part => part.Name.LocalName is "termSec" or "tig" or "ntig" or "termGroup");

    static string WordOf(XElement part) =>
        part.Descendants().FirstOrDefault(element => element.Name.LocalName == "term") is { } term ? Text(term) : "";

    static string Text(XElement element) => string.Join(' ', element.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Without a type a <descrip> explains.
    static string Category(XElement said) =>
        Attribute(said, "type") is { Length: > 0 } type ? type
        : said.Name.LocalName == "descrip" ? "definition"
        : said.Name.LocalName;

    static bool IsDefinition(XElement said) => Category(said) == "definition" && Text(said).Length > 0;

    static bool IsSource(XElement said) => Category(said) == "source";

    static string StatusOf(XElement part) => Said(part).Where(IsStatus).Select(Text).FirstOrDefault(StatusWords.IsKnown) ?? "";

    static string FormOf(XElement part) =>
        Said(part).Where(said => Category(said) == "termType").Select(Text).FirstOrDefault(form => FormWords.Read(form) is not null) ?? "";

    static bool IsStatus(XElement said) => Category(said) is "administrativeStatus" or "usageStatus" or "termStatus" or "normativeAuthorization";

    /// <summary>What a level says of itself, out of its groups, without the levels within.</summary>
    static IEnumerable<XElement> Said(XElement level)
    {
        // Groups may be nested as deep as somebody likes.
        var pending = new Stack<XElement>(level.Elements().Reverse());
        while (pending.TryPop(out var element))
        {
            var name = element.Name.LocalName;
            if (Groups.Contains(name))
            {
                foreach (var inner in element.Elements().Reverse())
                    pending.Push(inner);
            }
            else if (name is not ("langSec" or "langSet" or "langGroup" or "termSec" or "tig" or "ntig" or "termGroup" or "term"))
            {
                yield return element;
            }
        }
    }

    IEnumerable<(string Language, XElement Element)> Definitions()
    {
        foreach (var (language, section) in sections)
        {
            foreach (var said in Said(section).Concat(TermSections(section).SelectMany(Said)).Where(IsDefinition))
                yield return (Attribute(said, "lang") is { } own ? Tag(own) : language, said);
        }

        foreach (var said in Said(entry).Where(IsDefinition))
            yield return (Attribute(said, "lang") is { } own ? Tag(own) : sections.Count > 0 ? sections[0].Language : "en", said);
    }

    // "category: text", with the word or the language it is said of.
    IEnumerable<string> Lines(XElement level, string of = "")
    {
        foreach (var said in Said(level))
        {
            var category = Category(said);
            var text = said.Name.LocalName == "transacGrp" ? string.Join(' ', said.Elements().Select(Text)) : Text(said);
            var isField = category switch
            {
                "definition" or "subjectField" => true,
                "source" => text == Source,
                "termType" => FormWords.Read(text) is not null,
                _ => IsStatus(said) && StatusWords.IsKnown(text),
            };
            if (text.Length > 0 && !isField)
                yield return $"{(category == "transacGrp" ? "transaction" : category)}{(of.Length > 0 ? $" ({of})" : "")}: {text}";
        }
    }
}
