using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Settings;

/// <summary>
/// What <c>.commonlanguage.yaml</c> at the root of a folder of documents says: who writes and who reads (<c>organisation</c>,
/// <c>audience</c>), for which files otherwise (<c>files</c>: a list with <c>path</c>, a glob), and how single words are treated
/// (<c>terms</c>: word to <c>always</c> or <c>never</c>).
/// </summary>
/// <param name="Organisation">The author's organisation; empty when not said.</param>
/// <param name="Audience">The readers' organisations.</param>
/// <param name="Files">For some files otherwise; the last that fits counts.</param>
/// <param name="Terms">Words that are always, or never, taken for a term, in normal form.</param>
public sealed record CheckSettings(
    string Organisation, ImmutableArray<string> Audience, ImmutableArray<FileSettings> Files, ImmutableDictionary<string, bool> Terms)
{
    /// <summary>Where they are kept, from the root of the documents.</summary>
    public const string FileName = ".commonlanguage.yaml";

    /// <summary>Nothing said.</summary>
    public static readonly CheckSettings None = new("", [], [], ImmutableDictionary<string, bool>.Empty);

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableInputException">Not YAML; names the line.</exception>
    public static CheckSettings Read(string yaml, string shownName)
    {
        var tree = YamlTree.Read(yaml, shownName);
        var terms = tree.GetValueOrDefault("terms") as Dictionary<string, object> ?? [];
        return new(
            tree.Text("organisation"),
            [.. tree.Texts("audience")],
            [.. tree.Mappings("files").Select(file => new FileSettings(file.Text("path"), file.Text("organisation"), [.. file.Texts("audience")]))],
            terms.GroupBy(pair => NormalForm.Of(pair.Key), StringComparer.Ordinal).ToImmutableDictionary(
                pair => pair.Key, pair => !string.Equals(pair.Last().Value as string, "never", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Who writes and who reads a file, by its path from the root with slashes.</summary>
    public (string Organisation, ImmutableArray<string> Audience) AudienceOf(string path)
    {
        var (organisation, audience) = (Organisation, Audience);
        foreach (var file in Files)
        {
            if (System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(file.Path.Replace("**", "*", StringComparison.Ordinal), path))
                (organisation, audience) = (file.Organisation.Length > 0 ? file.Organisation : organisation, file.Audience.IsEmpty ? audience : file.Audience);
        }

        return (organisation, audience);
    }
}
