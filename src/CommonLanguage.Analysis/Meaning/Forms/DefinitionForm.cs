using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Forms;

/// <summary>
/// The form of a definition's text, told before its meaning is compared: what imported glossaries hold besides definitions must not look
/// like a disagreement. Immutable and thread-safe.
/// </summary>
/// <param name="Kind">Definition, or what stands in its place.</param>
/// <param name="Senses">The numbered senses, when the text holds two or more; else empty.</param>
/// <param name="Language">The language the text is written in when it plainly is not the one it was given as (ISO 639-1); else null.</param>
public sealed record DefinitionForm(FormKind Kind, ImmutableArray<TextSpan> Senses, string? Language)
{
    /// <summary>Reads the form of a definition of a term, said to be in a language (BCP 47). Takes any text; never throws.</summary>
    public static DefinitionForm Of(string term, string definition, string language)
    {
        var words = WordsOf(definition);
        if (!HasLetter(definition, words))
            return new(FormKind.Blank, [], null);
        var kind = ReferenceReader.IsReference(definition, words) ? FormKind.Reference
            : CitationReader.IsCitation(definition, words) ? FormKind.Citation
            : ReferenceReader.IsRemark(definition, words) ? FormKind.Remark
            : ExpansionReader.IsExpansion(term, definition, BeforeReference(definition, words)) ? FormKind.Expansion
            : FormKind.Definition;
        return new(kind, kind == FormKind.Definition ? SenseReader.Read(definition) : [], LanguageGuess.Of(definition, words, language));
    }

    static bool HasLetter(ReadOnlySpan<char> definition, TextSpan[] words)
    {
        foreach (var word in words)
        {
            foreach (var c in definition[word.Start..word.End])
            {
                if (char.IsLetter(c))
                    return true;
            }
        }

        return false;
    }

    // "Secure Sockets Layer See also Transport Layer Security": what comes before the reference.
    static ReadOnlySpan<TextSpan> BeforeReference(string definition, TextSpan[] words)
    {
        var see = Array.FindIndex(words, word => definition.AsSpan(word.Start, word.End - word.Start) is "See");
        return see > 0 && ReferenceReader.IsReference(definition, words.AsSpan(see)) ? words.AsSpan(0, see) : words;
    }

    // The first hundred words tell the form.
    static TextSpan[] WordsOf(string definition)
    {
        var words = new List<TextSpan>(24);
        var tokens = new Text.WordTokenizer(definition);
        while (words.Count < 100 && tokens.MoveNext())
        {
            if (tokens.Word.ContainsAnyInRange('A', 'z') || char.IsLetterOrDigit(tokens.Word[0]))
                words.Add(new(tokens.Start, tokens.End));
        }

        return [.. words];
    }
}
