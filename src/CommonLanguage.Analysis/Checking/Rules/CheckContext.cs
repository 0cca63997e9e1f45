using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using CommonLanguage.Analysis.Checking.Documents;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>One document under check: what the rules ask and where they put what they find. Not thread-safe.</summary>
sealed class CheckContext(
    Document document, DocumentTerms terms, GlossarySnapshot snapshot, TermMatcher matcher, Audience audience, CheckOptions options, AcceptedConflicts accepted, CorpusWords corpus)
{
    const int LongestSentence = 600;

    // Points of a word that not everybody uses; so many points are a cue.
    const int SpecialWord = 2;
    const int PointsOfACue = 3;

    // An everyday word without a cue in so many places has none in the others.
    const int MostPlaces = 200;

    readonly Dictionary<int, bool> everyday = [];
    readonly Dictionary<int, HashSet<string>> definitionWords = [];
    readonly Dictionary<int, bool> clear = [];
    readonly Dictionary<int, int> places = [];
    readonly HashSet<string> wordsAround = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> fingerprints = new(StringComparer.Ordinal);

    public Document Document => document;

    public DocumentTerms Terms => terms;

    public GlossarySnapshot Snapshot => snapshot;

    public Audience Audience => audience;

    public CheckOptions Options => options;

    public AcceptedConflicts Accepted => accepted;

    public CorpusWords Corpus => corpus;

    public List<Finding> Findings { get; } = [];

    public ReadOnlySpan<char> Text(TermUse use) => document.Text.AsSpan(use.Start, use.End - use.Start);

    /// <summary>The forms under the label of a use.</summary>
    public ReadOnlySpan<LabelForm> Forms(TermUse use) => matcher.FormsOf(use.Label).All;

    /// <summary>The forms of a use that author or readers have.</summary>
    public IEnumerable<LabelForm> FormsOfAudience(TermUse use) => matcher.FormsOf(use.Label).All.Where(form => audience.Has(snapshot.OwnerOf(form.Entry)));

    /// <summary>
    /// Whether a use is plainly one of the term: of an everyday word, one with a cue in its surroundings that the field is meant.
    /// </summary>
    public bool IsClear(TermUse use)
    {
        if (!clear.TryGetValue(use.Start, out var known))
        {
            var set = options.Settings.Terms;
            known = !set.IsEmpty && set.TryGetValue(Folded(use), out var always) ? always : !IsEveryday(use) || (Places(use.Label)++ < MostPlaces && HasCue(use));
            clear.Add(use.Start, known);
        }

        return known;
    }

    ref int Places(int label) => ref CollectionsMarshal.GetValueRefOrAddDefault(places, label, out _);

    /// <summary>The sentence around a use, within its block.</summary>
    public (int Start, int End) Sentence(int block, int start, int end)
    {
        var whole = document.Blocks[block];
        var text = document.Text;
        var from = start;
        while (from > whole.Start && start - from < LongestSentence && !EndsSentence(text, from - 1))
            from--;
        var to = end;
        while (to < whole.End && to - end < LongestSentence && !EndsSentence(text, to))
            to++;
        return (from, Math.Min(to + 1, whole.End));
    }

    /// <summary>How much of a definition stands around a use: for each different word two points, for one that everybody uses one.</summary>
    public int SharedWords(TermUse use, int entry)
    {
        if (!definitionWords.TryGetValue(entry, out var words))
            definitionWords.Add(entry, words = ContentWords(snapshot.Entry(entry).Definition, snapshot.Entry(entry).Term));
        var block = document.Blocks[use.Block];
        var from = Math.Max(block.Start, use.Start - LongestSentence);
        var to = Math.Min(block.End, use.End + LongestSentence);
        wordsAround.Clear();
        var points = 0;
        var walk = new TermTokenizer(document.Text.AsSpan(0, to), from);
        while (walk.MoveNext())
        {
            if (walk.IsWord && walk.End - walk.Start > 3 && (walk.End <= use.Start || walk.Start >= use.End)
                && matcher.NormalFormOf(document.Text.AsSpan(walk.Start, walk.End - walk.Start)) is var word && words.Contains(word) && wordsAround.Add(word))
                points += CommonWords.Contains(word) ? 1 : SpecialWord;
        }

        return points;
    }

    /// <summary>An entry as findings show it.</summary>
    public FindingEntry Show(int entry)
    {
        var content = snapshot.Entry(entry);
        return new(content.Name, snapshot.Organisations[snapshot.OwnerOf(entry)].DisplayName, content.Term, content.Definition);
    }

    /// <summary>Adds a finding. In a quotation, whose words are not the author's, it is only good to know.</summary>
    public void Report(
        RuleDescription rule, Severity severity, int block, int start, int end, string term, string message,
        ImmutableArray<FindingEntry> entries = default, ImmutableArray<string> evidence = default, ImmutableArray<FindingFix> fixes = default,
        IEnumerable<TermUse>? further = null, string conflict = "")
    {
        entries = entries.IsDefault ? [] : entries;
        Findings.Add(new(
            rule.Id,
            document.Blocks[block].Kind == BlockKind.Quotation ? Severity.Info : severity,
            document.Name,
            document.PlaceOf(start, end),
            term,
            OneLine(message),
            entries,
            evidence.IsDefault ? [] : evidence,
            fixes.IsDefault ? [] : fixes,
            further is null ? [] : [.. further.Select(use => document.PlaceOf(use.Start, use.End))],
            conflict,
            Fingerprint(rule.Id, term, entries, block, start, end)));
    }

    /// <summary>An edit that puts other words in the place of some; none where markup stands between their letters.</summary>
    public ImmutableArray<FindingFix> Replace(int start, int end, string replacement, bool isSafe) =>
        document.IsVerbatim(start, end) ? [new(document.PlaceOf(start, end), replacement, isSafe)] : [];

    public static string OneLine(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 400 ? line : string.Concat(line.AsSpan(0, 399), "…");
    }

    string Folded(TermUse use) => NormalForm.Of(Text(use).ToString());

    bool IsEveryday(TermUse use)
    {
        if (!everyday.TryGetValue(use.Label, out var known))
        {
            known = Forms(use) is [var form, ..] && form.Text.AsSpan().IndexOfAny(' ', '-') < 0
                && (form.Text.Length == 1 || corpus.IsCommon(use.Label) || CommonWords.Contains(NormalForm.Of(form.Text)));
            everyday.Add(use.Label, known);
        }

        return known && !IsInitials(use);
    }

    // "SOC" is no "soc"; two letters or one may stand for anything, or be loud.
    bool IsInitials(TermUse use) => use.End - use.Start > 2 && LetterCase.IsCapitals(Text(use)) && LetterCase.IsAcronym(Forms(use)[0].Text);

    // Enough of its definition nearby; a special word of it and another term of the field in the sentence; or a capital that no sentence asks for.
    bool HasCue(TermUse use)
    {
        // "IS" may be an information system, "is" is none.
        if (use.End - use.Start == 2 && !LetterCase.IsCapitals(Text(use)))
            return false;
        var shared = 0;
        foreach (var form in Forms(use))
        {
            if (audience.Has(snapshot.OwnerOf(form.Entry)))
                shared = Math.Max(shared, SharedWords(use, form.Entry));
        }

        if (shared >= PointsOfACue)
            return true;
        var (start, end) = Sentence(use.Block, use.Start, use.End);
        if (use.End - use.Start > 1 && char.IsUpper(document.Text[use.Start]) && !IsSentenceStart(use.Start, start) && !IsTitle(start, end) && document.Blocks[use.Block].Kind is not (BlockKind.Heading or BlockKind.Cell))
            return true;
        return shared >= SpecialWord && HasOtherTerm(use, start, end);
    }

    bool HasOtherTerm(TermUse use, int start, int end)
    {
        var uses = CollectionsMarshal.AsSpan(terms.Uses);
        var (low, high) = (0, uses.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (uses[middle].Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < uses.Length && uses[low].Start < end; low++)
        {
            if (uses[low].Label == use.Label || IsEveryday(uses[low]))
                continue;
            foreach (var form in Forms(uses[low]))
            {
                if (audience.Has(snapshot.OwnerOf(form.Entry)))
                    return true;
            }
        }

        return false;
    }

    bool IsSentenceStart(int at, int sentence)
    {
        while (at > sentence && !char.IsLetterOrDigit(document.Text[at - 1]))
            at--;
        return at == sentence;
    }

    // Most of the words that are long enough to get a capital in a title have one.
    bool IsTitle(int start, int end)
    {
        var (capitals, words) = (0, 0);
        var walk = new TermTokenizer(document.Text.AsSpan(0, end), start);
        while (walk.MoveNext())
        {
            if (!walk.IsWord || walk.End - walk.Start < 4)
                continue;
            words++;
            capitals += char.IsUpper(document.Text[walk.Start]) ? 1 : 0;
        }

        return capitals * 2 > words;
    }

    static bool EndsSentence(string text, int at) =>
        text[at] is '.' or '!' or '?' && (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]));

    static HashSet<string> ContentWords(string definition, string term)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        var walk = new WordTokenizer(definition);
        while (walk.MoveNext())
        {
            if (walk.Word.Length > 3 && NormalForm.Of(walk.Word.ToString()) is var word && !Stopwords.Contains(word))
                _ = words.Add(word);
        }

        _ = words.Remove(NormalForm.Of(term));
        return words;
    }

    static readonly HashSet<string> Stopwords = new(
        ("about after also another because been before being between both could does each either from have having into made make many more most much must only other "
        + "over said same shall should some such than that their them then there these they this those through under used uses using very well were what when where which "
        + "while will with within without would your something someone anything various several often usually generally typically include includes including").Split(' '),
        StringComparer.Ordinal);

    // Equal findings in equal sentences are told apart by their order.
    string Fingerprint(string rule, string term, ImmutableArray<FindingEntry> entries, int block, int start, int end)
    {
        var (from, to) = Sentence(block, start, end);
        var around = NormalForm.OfPrefix(document.Text[Math.Max(from, start - 60)..Math.Min(to, end + 60)]);
        var content = string.Join('\n', [rule, NormalForm.Of(term), .. entries.Select(entry => entry.Name), around]);
        var count = fingerprints[content] = fingerprints.GetValueOrDefault(content) + 1;
        var sum = XxHash64.HashToUInt64(MemoryMarshal.AsBytes($"{content}\n{count}".AsSpan()));
        return sum.ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
