using System.Collections.Frozen;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Meaning.Readings;

/// <summary>
/// Finds the phrase in which an English definition says what kind of thing the concept is: its superordinate concept (ISO 704). Where
/// that is not plain it finds none: a definition that begins with a verb or with another subject, a remark, a reference. Pure.
/// </summary>
static class KindPhrase
{
    const int LongestLead = 16;
    const int LongestPhrase = 12;
    const int LongestText = 70;

    static readonly FrozenSet<string> Determiners = Words(
        "a an the any this these each every its their his her one some all another either both no such almost certain various several");

    static readonly FrozenSet<string> Prepositions = Words(
        "of in on at by for with from to into onto within without between among through via per during under over against about across "
        + "as than upon toward towards until till since after before behind beyond near outside inside like unlike using based regarding "
        + "concerning including excluding if when where while whereby wherein that which who whom whose what why how whether because so but "
        + "not only is are was were be been being am has have had having can could may might must shall should will would do does did cannot "
        + "defined used designed intended due necessary available responsible capable able unable sufficient suitable subject likely");

    static readonly FrozenSet<string> BeVerbs = Words("is are was were means");

    // A definition that begins with one of these says what something does, or is no definition.
    static readonly FrozenSet<string> Openers = Words(
        "allows applies assures consists contains defines denotes describes determines enables ensures establishes gives helps identifies "
        + "includes indicates involves makes occurs performs permits prevents protects provides refers reflects removes represents requires "
        + "serves shows specifies supports takes uses verifies able capable unable obsolete deprecated see same note synonym there it");

    // The thing is behind these words: "a term used to describe".
    static readonly FrozenSet<string> Signs = Words(
        "term terms word words phrase name names abbreviation acronym synonym expression label one ones something anything thing those way");

    // These say nothing without what stands behind "of".
    static readonly FrozenSet<string> Light = Words("act case class fact form kind manner part piece practice set sort type use");

    // What follows tells more of the noun before: "a card containing", "a notification describing".
    static readonly FrozenSet<string> Tellers = Words(
        "affecting allowing applying arising assigning associating combining comprising connecting consisting containing covering defining "
        + "depending describing detailing determining documenting enabling ensuring establishing exceeding existing extending following giving "
        + "governing having identifying indicating involving issuing joining leading linking listing making meeting occurring performing "
        + "pertaining preventing producing providing purporting reflecting relating remaining representing requiring resulting running "
        + "serving showing specifying starting stating supporting taking tending using working");

    static readonly FrozenSet<string> IrregularParticiples = Words(
        "made given taken written known shown held kept sent built drawn done seen found stored bound chosen driven grown sold paid led "
        + "meant understood brought bought thought worn laid left lost run");

    static readonly FrozenSet<string> NotParticiples = Words("need speed feed seed breed bed weed red shed hundred embed deed creed exceed proceed");

    static readonly FrozenSet<string> NounsLikeAdjectives = Words(
        "table cable variable deliverable executable consumable wearable vegetable constable crucible handful genus consensus");

    static readonly FrozenSet<string> NounsLikeAdverbs = Words("anomaly assembly family monopoly reply supply");

    /// <summary>The phrase, or null where none is plain.</summary>
    public static TextSpan? Find(DefinitionReading reading)
    {
        if (!reading.Parts.HasVectors)
            return null;
        var pieces = Cut(reading.Definition);
        var start = BehindLead(pieces);
        if (start < 0 || start >= pieces.Count)
            return null;
        var (first, last) = Scan(pieces, start);
        if (first < 0 || !IsNoun(pieces[last].Word) || Signs.Contains(pieces[last].Word) || (first == last && Light.Contains(pieces[first].Word)))
            return null;
        var span = new TextSpan(pieces[first].Start, pieces[last].End);
        var isTerm = NormalForm.Of(reading.Definition[span.Start..span.End]) == NormalForm.Of(reading.Term);
        return isTerm || span.End - span.Start > LongestText ? null : span;
    }

    // Where the phrase may begin: behind "(1)", "In cryptography,", "A host is", "Defined by [FIPS 201] as"; -1 when it is nowhere.
    static int BehindLead(List<Piece> pieces)
    {
        var at = 0;
        while (at >= 0 && at < pieces.Count && (pieces[at].Word.Length == 0 || char.IsAsciiDigit(pieces[at].Word[0])))
            at = pieces[at].Mark == '(' ? Behind(pieces, at, ')') : at + 1;
        if (at < 0 || at >= pieces.Count || pieces[at].Word is "to" or "not" or "if" || Openers.Contains(pieces[at].Word))
            return -1;
        if (pieces[at].Word is "defined" or "described" or "known")
            return Behind(pieces, at, "as");
        if (Prepositions.Contains(pieces[at].Word))
            at = Behind(pieces, at, ',');
        if (at < 0 || at >= pieces.Count || IsParticiple(pieces[at].Word))
            return -1;
        // "A host is any hardware device": what stands behind the verb. "Interoperability is achieved" names no kind.
        for (var i = at + 1; i < Math.Min(pieces.Count - 1, at + LongestPhrase); i++)
        {
            if (pieces[i].Word.Length == 0 ? pieces[i].Mark is not ('(' or ')') : pieces[i].Word is "that" or "which" or "who" or "where" or "when")
                break;
            if (BeVerbs.Contains(pieces[i].Word))
                return Determiners.Contains(pieces[i + 1].Word) ? i + 1 : -1;
        }

        return at;
    }

    // The first and the last piece of the noun phrase that begins at a place; (-1, -1) when there is none.
    static (int First, int Last) Scan(List<Piece> pieces, int at)
    {
        // Whole: where the phrase ended before the first comma. What follows a comma belongs to it when it ends as a noun phrase does.
        var (first, last, whole, i) = (-1, -1, -1, at);
        for (; i < pieces.Count; i++)
        {
            if (i - at > LongestPhrase)
                return (-1, -1);
            var (word, mark) = (pieces[i].Word, pieces[i].Mark);
            if (word.Length == 0)
            {
                if (mark == '(' && first >= 0)
                {
                    var behind = Behind(pieces, i, ')');
                    if (behind < 0)
                        break;
                    i = behind - 1;
                    continue;
                }

                if (mark != ',' || last < 0)
                    break;
                whole = whole < 0 ? last : whole;
                last = -1;
                continue;
            }

            if (word == "of" && last >= 0 && last == first && whole < 0)
                continue;
            if (last >= 0 && Openers.Contains(word))
                return (-1, -1);
            if (Prepositions.Contains(word) || (first >= 0 && EndsNoun(pieces, i, last)))
                break;
            if (Determiners.Contains(word))
            {
                // "a disturbance of a service" goes on; "interoperability allows any facility" had a verb.
                if (last < 0 || pieces[i - 1].Word == "of")
                    continue;
                // "a list of users and the rights": another noun phrase.
                if (pieces[i - 1].Word is "and" or "or")
                    break;
                return (-1, -1);
            }

            if (word is "and" or "or" or "and/or" || (IsAdverb(word) && last < 0))
                continue;
            if (IsAdverb(word))
                break;
            if (first == i - 1 && last == first && i - 1 == at && IsVerbBeforeNoun(pieces[first].Word))
                return (-1, -1);
            first = first < 0 ? i : first;
            last = i;
        }

        last = last < 0 ? whole : last;
        // A lone word is a synonym or a remark.
        var isAll = i >= pieces.Count || (pieces[i].Word.Length == 0 && pieces[i].Mark == '.' && i == pieces.Count - 1);
        return last < 0 || (isAll && first == last) ? (-1, -1) : (first, last);
    }

    static bool EndsNoun(List<Piece> pieces, int i, int last)
    {
        var word = pieces[i].Word;
        // "a form of controlled interface".
        if (last < 0 || pieces[i - 1].Word == "of")
            return false;
        // "a completed or planned action".
        if ((IsParticiple(word) && !IsParticiple(pieces[last].Word)) || Tellers.Contains(word))
            return true;
        // "data processing equipment" is one noun; "a key wrapping the other" is a noun and what it does.
        return word.EndsWith("ing", StringComparison.Ordinal) && word.Length > 5 && i + 1 < pieces.Count && Determiners.Contains(pieces[i + 1].Word);
    }

    // "Restricts access", "Storing files": a noun before a noun is singular, and says no "ing" without an article.
    static bool IsVerbBeforeNoun(string word) => HasEnding(word, "ing")
        || (word.Length > 3 && word[^1] == 's' && !(HasEnding(word, "ss") || HasEnding(word, "us") || HasEnding(word, "is") || HasEnding(word, "ics")));

    static bool IsParticiple(string word) => IrregularParticiples.Contains(word)
        || (word.Length > 3 && word.EndsWith("ed", StringComparison.Ordinal) && !word.Contains('-', StringComparison.Ordinal) && !NotParticiples.Contains(word));

    static bool IsAdverb(string word) =>
        word is "usually" or "often" or "typically" or "very" or "also"
        || (word.Length > 5 && word.EndsWith("ly", StringComparison.Ordinal) && !NounsLikeAdverbs.Contains(word));

    static bool IsNoun(string word) => NounsLikeAdjectives.Contains(word) || !(IsAdverb(word) || IsParticiple(word) || HasEnding(word, "able") || HasEnding(word, "ible")
        || HasEnding(word, "ous") || HasEnding(word, "ful") || HasEnding(word, "less") || HasEnding(word, "specific") || HasEnding(word, "related"));

    static bool HasEnding(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    static int Behind(List<Piece> pieces, int from, char mark)
    {
        var found = pieces.FindIndex(from, piece => piece.Word.Length == 0 && piece.Mark == mark);
        return found < 0 || found - from > LongestLead ? -1 : found + 1;
    }

    static int Behind(List<Piece> pieces, int from, string word)
    {
        var found = pieces.FindIndex(from, piece => piece.Word == word);
        return found < 0 || found - from > LongestLead ? -1 : found + 1;
    }

    // The words of the beginning and the marks between them; what hyphens, strokes and apostrophes join is one word.
    static List<Piece> Cut(string text)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < text.Length && pieces.Count < LongestLead + (2 * LongestPhrase); i++)
        {
            if (char.IsWhiteSpace(text[i]))
                continue;
            if (!char.IsLetterOrDigit(text[i]))
            {
                pieces.Add(new("", text[i] is ';' or ':' or '!' or '?' or '—' or '–' ? '.' : text[i], i, i + 1));
                continue;
            }

            var end = i + 1;
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '-' or '/' or '\'' or '’' or '&' or '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
                end++;
            pieces.Add(new(text[i..end].ToLowerInvariant(), '\0', i, end));
            i = end - 1;
        }

        return pieces;
    }

    static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    readonly record struct Piece(string Word, char Mark, int Start, int End);
}
