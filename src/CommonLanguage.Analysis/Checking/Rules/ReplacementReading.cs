using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>
/// What a glossary's "replaced by" names: one plain term, which can be written without asking, or a list, a choice or a remark, of which
/// the words it names can only be offered. Whoever reads it looks first whether it is a term or an entry of the glossary as it stands.
/// </summary>
/// <param name="Words">The words it names, in its order; none where it names none.</param>
/// <param name="IsPlain">Whether it is one term and nothing else.</param>
readonly partial record struct ReplacementReading(ImmutableArray<string> Words, bool IsPlain)
{
    // Of a longer text nobody can tell which words are the term.
    const int MostWords = 6;

    static readonly FrozenSet<string> Nothing = Set(
        "none|n/a|na|n.a.|n. a.|n.a|nil|null|nothing|no|tbd|tbc|tba|todo|unknown|unclear|open|various|several|many|any|other|others|deprecated|obsolete|removed|retired|"
        + "withdrawn|forbidden|avoid|delete|deleted|remove|rephrase|reword|rewrite|not applicable|not available|not defined|not known|see below|see above|see note|see notes|"
        + "see definition|see text|see comment|keine|keins|kein|entfällt|unbekannt|offen|aucun|aucune|néant|inconnu|s.o.|ninguno|ninguna|nessuno|nessuna|nenhum|nenhuma|geen|"
        + "ingen|inget|ingenting|brak|žádný|žádné|žiadny|žiadne|nincs|нет|немає|无|無|なし|없음");

    /// <summary>"Or", "and" and their like, which part the words of a list; "et al" and its like have none of them between two words.</summary>
    static readonly FrozenSet<string> Parting = Set(
        "or|and|and/or|nor|resp|resp.|respectively|versus|vs|vs.|alternatively|oder|und|und/oder|bzw|bzw.|beziehungsweise|respektive|ou|et|et/ou|soit|o|u|y|e|y/o|e/o|oppure|ovvero|"
        + "ossia|i|eller|och|og|en/of|tai|ja|vagy|és|lub|albo|oraz|nebo|anebo|alebo|či|sau|și|ili|ali|või|vai|un|arba|ir|edo|eta|nó|neu|jew|eða|veya|ve|atau|dan|hoặc|và|или|либо|"
        + "и|або|чи|та|ή|και|أو|או|या|または|もしくは|或|或者|또는|혹은|και/ή");

    // Of words that tell something of a word, in any place of the value, at its beginning and at its end.
    static readonly FrozenSet<string> Telling = Set(
        "is|are|was|were|be|yet|should|must|shall|when|if|unless|until|depending|depends|except|because|that|don't|instead|also|e.g.|i.e.|etc|etc.|usw.|vgl.|statt|anstatt|stattdessen|"
        + "formerly|previously|plutôt|cf.|см.");

    static readonly FrozenSet<string> Introducing = Set(
        "use|using|see|say|prefer|avoid|consult|refer|please|now|only|not|no|to|do|never|ask|choose|pick|try|consider|contact|look|rephrase|reword|rewrite|remove|delete|omit|nicht|kein|"
        + "keine|keinen|ohne|aucun|aucune|sin|nessun|geen|zonder|the|a|an|either|both|replaced|superseded|renamed|called|moved|merged|synonym|same|cf|siehe|verwende|"
        + "verwenden|benutze|besser|entweder|voir|utiliser|utilisez|soit|véase|ver|vea|usar|use|vedi|usare|veja|zie|gebruik|liever|patrz|viz|lásd|использовать|term:|terms:");

    static readonly FrozenSet<string> Closing = Set("preferred|recommended|possible|verwenden|benutzen|bevorzugt|place|préférence|lugar|invece|vez|gebruiken");

    static ReadOnlySpan<char> Wrapping => "\"'`*_<>[](){}«»‹›„“”‚‘’「」『』 .!…";

    /// <summary>Reads a value that is no term and no entry of the glossary as it stands.</summary>
    /// <param name="value">What the entry says.</param>
    /// <param name="language">Language of the entry: the Dutch "of" parts words.</param>
    public static ReplacementReading Of(string value, string language)
    {
        value = value.Trim();
        if (IsPlainTerm(value, language))
            return new([value], IsPlain: true);
        List<string> words = [];
        if (Nothing.Contains(value.AsSpan().Trim(Wrapping).ToString().ToLowerInvariant()))
            return new([], IsPlain: false);
        foreach (var piece in Pieces(WithoutRemarks().Replace(value, " "), language))
        {
            var word = Bare(piece);
            if (IsTerm(word) && !IsId().IsMatch(word) && !IsRemark(word.ToLowerInvariant().Split(' ')) && !words.Contains(word, StringComparer.OrdinalIgnoreCase))
                words.Add(word);
        }

        return new([.. words], IsPlain: false);
    }

    static bool IsPlainTerm(string value, string language)
    {
        if (!IsTerm(value) || IsNumbered().IsMatch(value))
            return false;
        var tokens = value.Split(' ');
        return !Array.Exists(tokens, Telling.Contains) && !Array.Exists(tokens[..^1], token => IsParting(token, language))
            && (tokens.Length == 1 || !Closing.Contains(tokens[^1])) && (!Introducing.Contains(tokens[0].ToLowerInvariant()) || tokens is [_, "case" or "cases" or "of", ..]);
    }

    // Letters, digits, and the few marks that terms have between and after them.
    static bool IsTerm(string word) =>
        word.Length > 0 && PlainWords().IsMatch(word) && word.AsSpan().Count(' ') < MostWords && !Nothing.Contains(word.ToLowerInvariant()) && !Address().IsMatch(word);

    static bool IsRemark(string[] tokens) => Introducing.Contains(tokens[0]) || Array.Exists(tokens, Telling.Contains) || Array.TrueForAll(tokens, Closing.Contains);

    static bool IsParting(string token, string language) =>
        Parting.Contains(token) || (token == "of" && language.StartsWith("nl", StringComparison.OrdinalIgnoreCase));

    static IEnumerable<string> Pieces(string value, string language)
    {
        foreach (var part in Separators().Split(value))
        {
            List<string> piece = [];
            foreach (var token in part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (IsParting(token, language))
                {
                    yield return string.Join(' ', piece);
                    piece.Clear();
                }
                else
                {
                    piece.Add(token);
                }
            }

            yield return string.Join(' ', piece);
        }
    }

    // "(see awl" and "use awl instead" name an awl.
    static string Bare(string piece)
    {
        for (var word = piece.Trim().AsSpan().Trim(Wrapping); ;)
        {
            var shorter = Introduction().Replace(word.ToString(), "");
            shorter = Ending().Replace(shorter, "").AsSpan().Trim(Wrapping).ToString();
            if (shorter.Length == word.Length)
                return shorter;
            word = shorter;
        }
    }

    static FrozenSet<string> Set(string words) => words.Split('|').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^[\p{L}\p{N}.][\p{L}\p{M}\p{N}]*([ '’&.\u2010\u2011-][\p{L}\p{M}\p{N}]+)*(\+\+|#)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PlainWords();

    /// <summary>Numbers of entries and of sources ("C12345", "TERM-0042", "17").</summary>
    [GeneratedRegex(@"^(\p{L}{0,8}[-.#]?\d{2,}|[a-zA-Z]\d+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex IsNumbered();

    /// <summary>What names an entry and is no word: "17", "e17", "Q42", "TERM-0042".</summary>
    [GeneratedRegex(@"^(\p{L}?\d+|\p{L}+[-.#]?0\d*|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex IsId();

    [GeneratedRegex(@"^(www\..*|[\w-]+(\.[\w-]+)*\.(com|org|net|io|gov|edu|int|info|eu|de|fr|uk|ch|at|nl|it|es|be|us|ca|dev|html?|md|pdf))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Address();

    /// <summary>Addresses, names of resources and of entries, and what stands in brackets behind a word.</summary>
    [GeneratedRegex(@"\S*(://|@|www\.)\S*|(?<!^)[(\[{][^)\]}]*[)\]}]|\b[\w.-]+:[^\s]+|\b\w+/\w+/\S+|\b[\w-]+(\.[\w-]+)+/\S*|(?<!\S)\.{0,2}/\S+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex WithoutRemarks();

    [GeneratedRegex(@"[;,|/\\•·、，；：:\n\t=>→⇒+<>]+|\s[&–—-]+\s|\.\s|\s?\?\s?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Separators();

    [GeneratedRegex(
        @"^(please|instead|use|using|used|write|say|prefer|preferably|see|see also|also|or|either|both|now|replaced by|superseded by|renamed( to)?|called|known as|moved to|merged into|same as|synonym of|consult|"
        + @"refer to|cf\.?|the|the terms?|terms?|one of|any of|siehe( auch)?|vgl\.?|verwende|verwenden|benutze|besser|stattdessen|voir( aussi)?|utiliser|utilisez|plutôt|véase|ver|vea|usar|use|vedi( anche)?|usare|"
        + @"veja|zie( ook)?|gebruik|liever|patrz|viz|lásd|использовать|см\.?|entweder|soit|o bien)\s+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Introduction();

    [GeneratedRegex(
        @"\s+(instead|preferred|is preferred|recommended|is recommended|where possible|if possible|etc\.?|verwenden|benutzen|stattdessen|bevorzugt|à la place|de préférence|en su lugar|invece|em vez|gebruiken)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Ending();
}
