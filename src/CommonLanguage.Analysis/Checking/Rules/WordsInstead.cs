using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>
/// The words to use instead of those that somebody no longer wants: what their entries name, never a word that the author's organisation
/// does not want. Not thread-safe.
/// </summary>
sealed class WordsInstead
{
    // A word is replaced by one that is replaced itself.
    const int LongestChain = 8;

    readonly CheckContext context;
    readonly List<string> words = [];

    WordsInstead(CheckContext context) => this.context = context;

    /// <summary>The words, the first one named first.</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>Whether it is one word, named plainly and wanted by everybody, that can be written without asking.</summary>
    public bool IsPlain { get; private set; } = true;

    /// <summary>What the entries say where it is no plain word; empty where it is.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>The words to use instead of some forms under the label of a use.</summary>
    public static WordsInstead Of(CheckContext context, TermUse use, IEnumerable<LabelForm> forms)
    {
        var instead = new WordsInstead(context);
        foreach (var form in forms)
            instead.Add(form.Entry, form.Text, 0);
        instead.IsPlain &= instead.words.Count == 1 && !context.HasUnwanted(instead.words[0], use.Label);
        return instead;
    }

    /// <summary>Whether a use stands in one of the words already: the "wagon" of a "rail wagon".</summary>
    public bool Holds(TermUse use, LabelForm form) => words.Exists(word => IsPartOf(word, use, form.Text));

    void Add(int number, string form, int steps)
    {
        var entry = context.Snapshot.Entry(number);
        var value = entry.ReplacedBy.Trim();
        if (value.Length > 0)
        {
            var reading = context.FormsNamed(value).Length > 0 ? new([value], true)
                : context.EntryNamed(value, entry.Organisation) is >= 0 and var named ? new([context.Snapshot.Entry(named).Term], false)
                : ReplacementReading.Of(value, entry.Language);
            if (!reading.IsPlain)
                (IsPlain, Remark) = (false, value);
            var before = words.Count;
            foreach (var word in reading.Words)
                Follow(number, word, form, steps);
            if (words.Count > before || reading.IsPlain && steps > 0)
                return;
        }

        if (entry.Terms.FirstOrDefault(term => term.Status == SnapshotTermStatus.Preferred && NormalForm.Of(term.Text) != NormalForm.Of(form)) is { } preferred)
            Take(preferred.Text);
    }

    // Where who names a word, or the author, has given it up too, the one that came after it.
    void Follow(int number, string word, string form, int steps)
    {
        if (NormalForm.Of(word) == NormalForm.Of(form))
            return;
        var owner = context.Snapshot.OwnerOf(number);
        var known = context.FormsNamed(word);
        foreach (var organisation in (ReadOnlySpan<int>)[context.Audience.Author, owner])
        {
            var own = Array.FindAll(known, other => context.Snapshot.OwnerOf(other.Entry) == organisation);
            if (own.Length == 0)
                continue;
            if (Array.TrueForAll(own, other => other.Status >= SnapshotTermStatus.Deprecated) && own[0].Entry != number)
            {
                if (steps < LongestChain)
                    Add(own[0].Entry, own[0].Text, steps + 1);
                return;
            }

            break;
        }

        Take(Spelling(word, known, owner));
    }

    // As the author's organisation spells it, else who names it; else another of the partners where it is one spelling.
    string Spelling(string word, LabelForm[] known, int owner)
    {
        var wanted = Array.FindAll(known, form => form.Status < SnapshotTermStatus.Deprecated && context.Audience.Has(context.Snapshot.OwnerOf(form.Entry)));
        foreach (var organisation in (ReadOnlySpan<int>)[context.Audience.Author, owner])
        {
            if (Array.Find(wanted, form => context.Snapshot.OwnerOf(form.Entry) == organisation) is { Text.Length: > 0 } own)
                return own.Text;
        }

        return wanted.Length == 0 || Array.Exists(wanted, form => form.Text == word) ? word : wanted[0].Text;
    }

    void Take(string word)
    {
        if (!words.Contains(word, StringComparer.Ordinal) && !context.IsUnwantedByAuthor(word))
            words.Add(word);
    }

    bool IsPartOf(string word, TermUse use, string form)
    {
        var text = context.Document.Text.AsSpan();
        var block = context.Document.Blocks[use.Block];
        for (var at = word.IndexOf(form, StringComparison.OrdinalIgnoreCase); at >= 0; at = word.IndexOf(form, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var before = word.AsSpan(0, at);
            var after = word.AsSpan(at + form.Length);
            if (before.Length + after.Length > 0 && use.Start - before.Length >= block.Start && use.End + after.Length <= block.End
                && IsSame(text.Slice(use.Start - before.Length, before.Length), before) && IsSame(text.Slice(use.End, after.Length), after)
                && (before.IsEmpty || use.Start - before.Length == block.Start || !char.IsLetterOrDigit(text[use.Start - before.Length - 1])))
                return true;
        }

        return false;
    }

    // Any blank or hyphen for any other.
    static bool IsSame(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (char.ToLowerInvariant(a[i]) != char.ToLowerInvariant(b[i]) && !(IsGap(a[i]) && IsGap(b[i])))
                return false;
        }

        return true;

        static bool IsGap(char c) => char.IsWhiteSpace(c) || TermTokenizer.IsHyphen(c);
    }
}
