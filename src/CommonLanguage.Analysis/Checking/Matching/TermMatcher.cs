using System.Runtime.InteropServices;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>
/// Finds the terms of a glossary in documents: leftmost-longest over all forms of all entries, so that "thermal gap pad" hides
/// "gap pad". Case, width, hyphens, spaces, plural and possessive of the last word do not count; nothing is found inside compounds and
/// technical text. The cost does not grow with the size of the glossary. Not thread-safe: one for each thread.
/// </summary>
sealed class TermMatcher
{
    readonly GlossarySnapshot snapshot;
    readonly TokenCache cache;
    readonly Dictionary<int, LabelForms> forms = [];
    readonly List<Token> tokens = new(256);

    readonly record struct Token(int Start, int End, int Inner, int Last, bool Begins, bool AfterHyphen);

    public TermMatcher(GlossarySnapshot snapshot)
    {
        this.snapshot = snapshot;
        cache = new(snapshot);
        Words = new(cache);
    }

    /// <summary>The normal forms of the words in <see cref="Words"/>.</summary>
    public WordKeys Keys => cache.Keys;

    /// <summary>The words of documents.</summary>
    public DocumentWords Words { get; }

    public LabelForms FormsOf(int label)
    {
        if (!forms.TryGetValue(label, out var known))
            forms.Add(label, known = new(snapshot, label));
        return known;
    }

    public DocumentTerms Match(Document document)
    {
        var found = new DocumentTerms([], [], 0);
        var trie = snapshot.Trie;
        var words = 0;
        for (var block = 0; block < document.Blocks.Length; block++)
        {
            var (start, end, _) = document.Blocks[block];
            words += Tokenise(document.Text.AsSpan(0, end), start, block, found.Acronyms);
            MatchBlock(trie, document.Text.AsSpan(0, end), block, found.Uses);
        }

        RemoveUsed(found);
        return found with { Words = words };
    }

    /// <summary>The different labels in a text that is no document.</summary>
    public IEnumerable<int> Match(string text)
    {
        var found = new List<TermUse>();
        _ = Tokenise(text, 0, 0, []);
        MatchBlock(snapshot.Trie, text, 0, found);
        return found.Select(use => use.Label).Distinct();
    }

    int Tokenise(ReadOnlySpan<char> text, int start, int block, List<TextSlice> acronyms)
    {
        tokens.Clear();
        var words = 0;
        var walk = new TermTokenizer(text, start);
        while (walk.MoveNext())
        {
            if (!walk.IsWord)
            {
                var mark = cache.Mark(text[walk.Start]);
                tokens.Add(new(walk.Start, walk.End, mark.Inner, mark.Last, mark.Begins, false));
                continue;
            }

            ref readonly var word = ref cache.Word(text[walk.Start..walk.End]);
            tokens.Add(new(walk.Start, walk.End, word.Inner, word.Last, word.Begins, walk.Gap == TokenGap.Hyphen));
            words++;
            if (word.IsAcronym)
                acronyms.Add(new(walk.Start, walk.End, block));
        }

        return words;
    }

    void MatchBlock(TokenTrie trie, ReadOnlySpan<char> text, int block, List<TermUse> uses)
    {
        var all = CollectionsMarshal.AsSpan(tokens);
        for (var i = 0; i < all.Length;)
        {
            // Of most words no term begins.
            if (!all[i].Begins && (i + 1 == all.Length || !all[i + 1].AfterHyphen))
            {
                i++;
                continue;
            }

            var (label, count) = Longest(trie, text, all[i..]);
            if (count == 0)
            {
                i++;
                continue;
            }

            uses.Add(new(label, all[i].Start, all[i + count - 1].End, block));
            i += count;
        }
    }

    (int Label, int Tokens) Longest(TokenTrie trie, ReadOnlySpan<char> text, ReadOnlySpan<Token> from)
    {
        var (label, count) = (-1, 0);
        Walk(trie, text, from, from[0].Inner, from[0].Last, 1, ref label, ref count);
        // "e-mail" where the glossary has "email".
        if (from.Length > 1 && from[1].AfterHyphen)
        {
            ref readonly var joined = ref cache.Joined(text[from[0].Start..from[1].End], from[0].End - from[0].Start);
            Walk(trie, text, from, joined.Inner, joined.Last, 2, ref label, ref count);
        }

        return (label, count);
    }

    // Takes the longest term that begins with the first tokens, given as one.
    void Walk(TokenTrie trie, ReadOnlySpan<char> text, ReadOnlySpan<Token> from, int inner, int last, int taken, ref int label, ref int count)
    {
        var end = trie.First(last);
        var node = trie.First(inner);
        for (var n = taken; ; n++)
        {
            if (end >= 0)
                Take(trie, end, text, from[0], from[n - 1], n, ref label, ref count);
            if (node < 0 || n == from.Length || !trie.GoesOn(node))
                break;
            end = trie.Next(node, from[n].Last);
            node = from[n].Inner == from[n].Last ? end : trie.Next(node, from[n].Inner);
        }
    }

    void Take(TokenTrie trie, int node, ReadOnlySpan<char> text, in Token first, in Token last, int tokenCount, ref int label, ref int count)
    {
        var value = trie.Value(node);
        if (value < 0 || tokenCount <= count)
            return;
        var use = text[first.Start..last.End];
        if (!FormsOf(value).TakesCaseOf(use))
            return;
        if (!TechnicalText.Holds(text, first.Start, last.End))
            (label, count) = (value, tokenCount);
    }

    // Words of capitals that are part of a term need no explanation of their own.
    static void RemoveUsed(DocumentTerms found)
    {
        var use = 0;
        var kept = 0;
        var acronyms = CollectionsMarshal.AsSpan(found.Acronyms);
        var uses = CollectionsMarshal.AsSpan(found.Uses);
        foreach (var acronym in acronyms)
        {
            while (use < uses.Length && uses[use].End <= acronym.Start)
                use++;
            if (use == uses.Length || uses[use].Start > acronym.Start)
                acronyms[kept++] = acronym;
        }

        found.Acronyms.RemoveRange(kept, found.Acronyms.Count - kept);
    }
}
