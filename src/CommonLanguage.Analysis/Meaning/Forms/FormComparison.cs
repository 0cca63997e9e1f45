using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Forms;

/// <summary>
/// Answers for texts whose form forbids comparing their meanings: with low confidence, the reason said, and never near the top of the
/// queue. Pure and thread-safe.
/// </summary>
public static class FormComparison
{
    // Nothing was compared: every relation is about as likely.
    static readonly RelationProbabilities Unknown = new(.25, .1, .1, .35, .2);

    /// <summary>
    /// Whether the meanings of two texts can be compared: both are definitions, or both an abbreviation written out, in one language.
    /// </summary>
    /// <param name="a">Form of the first text.</param>
    /// <param name="b">Form of the second text.</param>
    /// <param name="languageA">Language that the first is said to be in (BCP 47).</param>
    /// <param name="languageB">Language that the second is said to be in.</param>
    public static bool CanCompare(DefinitionForm a, DefinitionForm b, string languageA, string languageB) =>
        a.Kind == b.Kind && a.Kind is FormKind.Definition or FormKind.Expansion
        && (a.Language ?? Primary(languageA)) == (b.Language ?? Primary(languageB));

    /// <summary>The answer, or null when both sides are definitions in one language and their meanings can be compared.</summary>
    public static Comparison? Conclude(DefinitionForm a, DefinitionForm b, string definitionA, string definitionB, string languageA, string languageB)
    {
        if (CanCompare(a, b, languageA, languageB))
            return null;
        return a.Kind != FormKind.Definition || b.Kind != FormKind.Definition
            ? Low($"{Said(a.Kind)}, there {Said(b.Kind)}", definitionA, definitionB)
            : Low($"written in {Named(a.Language ?? Primary(languageA))}, there in {Named(b.Language ?? Primary(languageB))}", definitionA, definitionB);
    }

    /// <summary>What a text with several numbered senses adds to what was found of it as a whole: nothing when both have equally many.</summary>
    public static ImmutableArray<Evidence> Senses(DefinitionForm a, DefinitionForm b)
    {
        if (a.Senses.Length == b.Senses.Length)
            return [];
        return [new($"{Counted(a.Senses.Length)}, there {Counted(b.Senses.Length)}", Whole(a.Senses), Whole(b.Senses))];
    }

    static string Counted(int senses) =>
        senses < 2 ? "one meaning" : string.Create(CultureInfo.InvariantCulture, $"{senses} numbered meanings");

    static TextSpan Whole(ImmutableArray<TextSpan> senses) => senses.IsEmpty ? default : new(senses[0].Start, senses[^1].End);

    static Comparison Low(string reason, string a, string b) =>
        new(Relation.Related, Unknown, .5, .1, ConflictKind.Wording, [new(reason, new(0, a.Length), new(0, b.Length))]);

    static string Said(FormKind kind) => kind switch
    {
        FormKind.Blank => "no words",
        FormKind.Expansion => "only the abbreviation written out",
        FormKind.Reference => "only a reference to another entry",
        FormKind.Remark => "only a remark about the word",
        FormKind.Citation => "only the name of a source",
        _ => "a definition",
    };

    static string Primary(string language)
    {
        var end = language.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? language : language[..end]).ToLowerInvariant();
    }

    static string Named(string language) => language switch
    {
        "en" => "English",
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        "it" => "Italian",
        "nl" => "Dutch",
        "" => "an unknown language",
        _ => $"\"{language}\"",
    };
}
