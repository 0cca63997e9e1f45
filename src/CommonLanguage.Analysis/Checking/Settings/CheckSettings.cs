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

    const string OrganisationKey = "organisation";
    const string AudienceKey = "audience";

    /// <summary>Nothing said.</summary>
    public static readonly CheckSettings None = new("", [], [], ImmutableDictionary<string, bool>.Empty);

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableInputException">Not YAML, a key that is not read, or a word that is neither always nor never a term; names it.</exception>
    public static CheckSettings Read(string yaml, string shownName)
    {
        var tree = YamlTree.Read(yaml, shownName).WithKeys(shownName, OrganisationKey, AudienceKey, "files", "terms");
        var terms = tree.Mapping("terms", shownName);
        return new(
            tree.Text(OrganisationKey),
            [.. tree.Texts(AudienceKey)],
            [
                .. tree.Mappings("files").Select(file => file.WithKeys(shownName, "path", OrganisationKey, AudienceKey))
                    .Select(file => new FileSettings(file.Text("path"), file.Text(OrganisationKey), [.. file.Texts(AudienceKey)])),
            ],
            terms.GroupBy(pair => NormalForm.Of(pair.Key), StringComparer.Ordinal).ToImmutableDictionary(
                pair => pair.Key, pair => IsAlways(pair.Last().Key, pair.Last().Value, shownName)));
    }

    /// <summary>
    /// Who writes and who reads a document, as its front matter says; nothing where it says nothing. What else stands there is for the
    /// site generator, but a key that is nearly one of ours is not passed over.
    /// </summary>
    /// <param name="yaml">The front matter.</param>
    /// <param name="shownName">What the document is called.</param>
    /// <exception cref="UnreadableInputException">A key is a misspelt one of ours.</exception>
    public static (string Organisation, ImmutableArray<string> Audience) OfFrontMatter(string yaml, string shownName)
    {
        Dictionary<string, object> front;
        try
        {
            front = YamlTree.Read(yaml, shownName);
        }
        catch (UnreadableInputException)
        {
            // What is no YAML to us is none of our business.
            return ("", []);
        }

        foreach (var key in front.Keys)
        {
            foreach (var ours in (string[])[OrganisationKey, AudienceKey])
            {
                if (key != ours && NearSpelling.Distance(key.ToLowerInvariant(), ours, 2) <= 2)
                    throw new UnreadableInputException($"The front matter of '{shownName}' has the key '{key}'; did you mean '{ours}'?");
            }
        }

        return (front.Text(OrganisationKey), [.. front.Texts(AudienceKey)]);
    }

    static bool IsAlways(string word, object value, string shownName) => value switch
    {
        string text when string.Equals(text, "always", StringComparison.OrdinalIgnoreCase) => true,
        string text when string.Equals(text, "never", StringComparison.OrdinalIgnoreCase) => false,
        string text when NearSpelling.Nearest(text, ["always", "never"]) is { } nearest =>
            throw new UnreadableInputException($"'{shownName}' says '{text}' of the word '{word}'; did you mean '{nearest}'?"),
        _ => throw new UnreadableInputException($"'{shownName}' does not say how the word '{word}' is treated; write 'always' or 'never' after it."),
    };

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
