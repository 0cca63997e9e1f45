using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Settings;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>One document under check: what the rules ask and where they put what they find. Not thread-safe.</summary>
sealed class CheckContext(
    Document document, DocumentTerms terms, GlossarySnapshot snapshot, TermMatcher matcher, Audience audience, CheckOptions options, AcceptedConflicts accepted, CorpusWords corpus)
{
    // Points of a word that not everybody uses; so many points are a cue.
    const int SpecialWord = 2;
    public const int PointsOfACue = 3;

    // A long definition shares words with anything: of so many words of it, a cue asks for one point more.
    const int WordsPerPoint = 10;

    // Words of a document in which those of a definition need not come up.
    const int ShortDocument = 200;

    // So many places tell what the surroundings of a word are.
    const int PlacesToLookAt = 20;

    // UTF-16 units before and after a finding.
    const int ReachOfAFingerprint = 60;

    // An everyday word without a cue in so many places has none in the others.
    const int MostPlaces = 200;

    readonly Dictionary<int, bool> everyday = [];
    readonly Dictionary<int, HashSet<int>> definitionWords = [];
    readonly Dictionary<int, bool> clear = [];
    readonly Dictionary<int, int> places = [];
    readonly HashSet<int> wordsAround = [];
    readonly Dictionary<ulong, int> fingerprints = [];
    readonly Dictionary<(string Rule, int Start), string> common = [];
    readonly Dictionary<string, LabelForm[]> named = new(StringComparer.Ordinal);

    public Document Document => document;

    public DocumentTerms Terms => terms;

    public GlossarySnapshot Snapshot => snapshot;

    public Audience Audience => audience;

    public CheckOptions Options => options;

    public AcceptedConflicts Accepted => accepted;

    public List<Finding> Findings { get; } = [];

    /// <summary>Whether a rule has something to say of a term at a place; of one that is common in the corpus, whether none has been shown.</summary>
    public bool IsNews(string rule, int label, int start, int end, out string note) => corpus.IsNews(rule, label, out note) && Remember(rule, CorpusWords.Word(label), start, end, note);

    /// <summary>The same of initials that are no term.</summary>
    public bool IsNews(string rule, string word, int start, int end, out string note) => corpus.IsNews(rule, word, out note) && Remember(rule, word, start, end, note);

    /// <summary>Takes note that a finding has been said, not silenced or outside of what was asked for.</summary>
    public void Tell(Finding finding)
    {
        if (common.TryGetValue((finding.Rule, finding.Place.Start), out var word))
            corpus.Tell(finding.Rule, word);
    }

    bool Remember(string rule, string word, int start, int end, string note)
    {
        if (note.Length > 0)
            common[(rule, document.PlaceOf(start, end).Start)] = word;
        return true;
    }

    public ReadOnlySpan<char> Text(TermUse use) => document.Text.AsSpan(use.Start, use.End - use.Start);

    /// <summary>The forms under the label of a use.</summary>
    public ReadOnlySpan<LabelForm> Forms(TermUse use) => matcher.FormsOf(use.Label).All;

    /// <summary>The forms of a use that author or readers have.</summary>
    public IEnumerable<LabelForm> FormsOfAudience(TermUse use) => matcher.FormsOf(use.Label).All.Where(form => audience.Has(snapshot.OwnerOf(form.Entry)));

    /// <summary>Whether two of those who write and read define the word of a use.</summary>
    public bool IsShared(TermUse use)
    {
        var first = -1;
        foreach (var form in Forms(use))
        {
            var owner = snapshot.OwnerOf(form.Entry);
            if (!audience.Has(owner) || owner == first)
                continue;
            if (first >= 0)
                return true;
            first = owner;
        }

        return false;
    }

    /// <summary>The forms that a text is, whole: none where it is no term of the partnership.</summary>
    public LabelForm[] FormsNamed(string word)
    {
        if (!named.TryGetValue(word, out var forms))
        {
            var key = NormalForm.Of(word);
            forms = [.. matcher.Match(word).SelectMany(label => matcher.FormsOf(label).All).Where(form => NormalForm.Of(form.Text) == key)];
            named.Add(word, forms);
        }

        return forms;
    }

    /// <summary>Number of the entry that a text names by its id or resource name, or -1.</summary>
    /// <param name="name">"organisations/red/entries/e7", or an id of an entry of the organisation.</param>
    /// <param name="organisation">Id of the organisation.</param>
    public int EntryNamed(string name, string organisation)
    {
        if (name.Contains(' ', StringComparison.Ordinal))
            return -1;
        var owner = name.StartsWith("organisations/", StringComparison.Ordinal) && name.Split('/') is [_, var other, "entries", _] ? other : organisation;
        return snapshot.EntryNumber(owner, name[(name.LastIndexOfAny(['/', ':', '#']) + 1)..]);
    }

    /// <summary>Whether the author's organisation has a word and no longer wants it used.</summary>
    public bool IsUnwantedByAuthor(string word) =>
        Array.FindAll(FormsNamed(word), form => snapshot.OwnerOf(form.Entry) == audience.Author) is { Length: > 0 } own && Array.TrueForAll(own, form => form.Status >= SnapshotTermStatus.Deprecated);

    /// <summary>Whether a text holds a word that author or readers no longer want used, other than that of a label.</summary>
    public bool HasUnwanted(string text, int except)
    {
        foreach (var label in matcher.Match(text))
        {
            var forms = matcher.FormsOf(label).All;
            if (label != except && Array.Exists(forms, form => form.Status >= SnapshotTermStatus.Deprecated && audience.Has(snapshot.OwnerOf(form.Entry)))
                && !Array.Exists(forms, form => form.Status < SnapshotTermStatus.Deprecated && snapshot.OwnerOf(form.Entry) == audience.Author))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a use is plainly one of the term: of an everyday word, one with a cue in its surroundings that the field is meant.
    /// </summary>
    public bool IsClear(TermUse use)
    {
        if (!clear.TryGetValue(use.Start, out var known))
        {
            known = IsSetAsTerm(use) is { } always ? always : !IsEveryday(use) || (Places(use.Label)++ < MostPlaces && HasCue(use));
            clear.Add(use.Start, known);
        }

        return known;
    }

    /// <summary>Whether the settings say that the word is never a term.</summary>
    public bool IsNeverATerm(TermUse use) => IsSetAsTerm(use) == false;

    bool? IsSetAsTerm(TermUse use)
    {
        var set = options.Settings.Terms;
        return !set.IsEmpty && set.TryGetValue(Folded(use), out var always) ? always : null;
    }

    ref int Places(int label) => ref CollectionsMarshal.GetValueRefOrAddDefault(places, label, out _);

    /// <summary>The sentence around a use, within its block.</summary>
    public (int Start, int End) Sentence(int block, int start, int end) => Sentences.Around(document, block, start, end);

    /// <summary>How much of a definition stands around a use: for each different word two points, for one that everybody uses one.</summary>
    public int SharedWords(TermUse use, int entry)
    {
        if (!definitionWords.TryGetValue(entry, out var words))
            definitionWords.Add(entry, words = ContentWords(snapshot.Entry(entry).Definition, snapshot.Entry(entry).Term));
        var block = document.Blocks[use.Block];
        var to = Math.Min(block.End, use.End + Sentences.Longest);
        wordsAround.Clear();
        var points = 0;
        foreach (ref readonly var word in matcher.Words.In(document, use.Block, Math.Max(block.Start, use.Start - Sentences.Longest), to))
        {
            if (word.End - word.Start > 3 && (word.End <= use.Start || word.Start >= use.End) && words.Contains(word.Key) && wordsAround.Add(word.Key))
                points += matcher.Keys.IsCommon(word.Key) ? 1 : SpecialWord;
        }

        return points;
    }

    /// <summary>
    /// Whether the surroundings of some uses speak for a definition: a word of it that not everybody uses, or two that everybody does. In
    /// a short document their absence says nothing.
    /// </summary>
    public bool MayMean(int entry, IEnumerable<TermUse> uses) =>
        terms.Words < ShortDocument || uses.Take(PlacesToLookAt).Any(use => SharedWords(use, entry) >= SpecialWord);

    /// <summary>How much of a definition stands around some uses.</summary>
    public int SharedWords(int entry, IEnumerable<TermUse> uses) => uses.Take(PlacesToLookAt).Sum(use => SharedWords(use, entry));

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
            Fingerprint(rule.Id, term, entries, block, start, end)) { Written = OneLine(document.Text[start..end]) });
    }

    /// <summary>An edit that puts other words in the place of some; none where markup stands between their letters.</summary>
    public ImmutableArray<FindingFix> Replace(int start, int end, string replacement, bool isSafe) =>
        document.IsEditable(start, end) ? [new(document.PlaceOf(start, end), replacement, isSafe)] : [];

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
            if (!audience.Has(snapshot.OwnerOf(form.Entry)))
                continue;
            var points = SharedWords(use, form.Entry);
            if (points >= Math.Max(PointsOfACue, definitionWords[form.Entry].Count / WordsPerPoint))
                return true;
            shared = Math.Max(shared, points);
        }

        var (start, end) = Sentence(use.Block, use.Start, use.End);
        if (use.End - use.Start > 1 && char.IsUpper(document.Text[use.Start]) && !Sentences.IsStart(document.Text, use.Start, start) && !Sentences.IsTitle(document.Text, start, end) && document.Blocks[use.Block].Kind is not (BlockKind.Heading or BlockKind.Cell))
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

    HashSet<int> ContentWords(string definition, string term)
    {
        HashSet<int> words = [];
        var walk = new WordTokenizer(definition);
        while (walk.MoveNext())
        {
            if (walk.Word.Length > 3 && NormalForm.Of(walk.Word.ToString()) is var word && !Stopwords.Contains(word))
                _ = words.Add(matcher.Keys.NumberOf(word));
        }

        _ = words.Remove(matcher.Keys.NumberOf(NormalForm.Of(term)));
        return words;
    }

    static readonly HashSet<string> Stopwords = new(
        ("about after also another because been before being between both could does each either from have having into made make many more most much must only other "
        + "over said same shall should some such than that their them then there these they this those through under used uses using very well were what when where which "
        + "while will with within without would your something someone anything various several often usually generally typically include includes including").Split(' '),
        StringComparer.Ordinal);

    // Of the words around in normal form, so that it stays when lines move and marks change; equal findings in equal sentences are told
    // apart by their order.
    string Fingerprint(string rule, string term, ImmutableArray<FindingEntry> entries, int block, int start, int end)
    {
        var (from, to) = Sentence(block, start, end);
        var sum = new XxHash64();
        Append(sum, rule);
        Append(sum, NormalForm.Of(term));
        foreach (var entry in entries)
            Append(sum, entry.Name);
        foreach (ref readonly var word in matcher.Words.In(document, block, Math.Max(from, start - ReachOfAFingerprint), Math.Min(to, end + ReachOfAFingerprint)))
            Append(sum, word.Key < 0 ? "" : matcher.Keys[word.Key]);
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(fingerprints, sum.GetCurrentHashAsUInt64(), out _);
        sum.Append(BitConverter.GetBytes(count++));
        return sum.GetCurrentHashAsUInt64().ToString("x16", System.Globalization.CultureInfo.InvariantCulture);
    }

    static void Append(XxHash64 sum, string text)
    {
        sum.Append(MemoryMarshal.AsBytes(text.AsSpan()));
        sum.Append([0]);
    }
}
