namespace CommonLanguage.Glossary;

/// <summary>How the source of a definition follows its text (ISO 10241-1: identical or modified).</summary>
public static class Provenance
{
    const string Adopted = "adopted from ";
    const string Modified = "modified from ";

    /// <summary>The source of a definition that was taken over as it is.</summary>
    /// <param name="name">Resource name of the entry it was taken from.</param>
    /// <param name="source">Where that entry has it from; empty = not said.</param>
    public static string OfAdopted(string name, string source) => Kept(source.Length == 0 ? Adopted + name : $"{Adopted}{name}; {source}");

    /// <summary>The source of a definition whose words were changed.</summary>
    /// <param name="source">Where the text before came from; empty = the owner's own.</param>
    public static string OfModified(string source) =>
        source.Length == 0 || source.StartsWith(Modified, StringComparison.Ordinal) ? source
        : Kept(Modified + (source.StartsWith(Adopted, StringComparison.Ordinal) ? source[Adopted.Length..] : source));

    /// <summary>A changed content whose source still names the entry that the text before was adopted from: it is modified from there.</summary>
    public static EntryContent Follow(EntryContent before, EntryContent after) =>
        before.Adopts.Length > 0 && after.Definition != before.Definition && after.Source == before.Source
            && after.Source.StartsWith(Adopted, StringComparison.Ordinal)
            ? after.With(source: OfModified(after.Source))
            : after;

    static string Kept(string source) => source.Length <= Limits.Source ? source : source[..Limits.Source];
}
