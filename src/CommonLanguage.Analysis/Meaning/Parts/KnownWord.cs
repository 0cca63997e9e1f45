using System.Runtime.CompilerServices;
using CommonLanguage.Analysis.Meaning.Details.Reading;
using CommonLanguage.Analysis.Meaning.Words;

namespace CommonLanguage.Analysis.Meaning.Parts;

/// <summary>What reading needs to know of a word as it is written, whatever text it stands in.</summary>
sealed class KnownWord
{
    static readonly RecentWords<KnownWord> Recent = new();

    KnownWord(ReadOnlySpan<char> form, bool english, Lexicon lexicon)
    {
        IsBlank = form.IsEmpty;
        if (IsBlank)
            return;
        var table = WordTable.English;
        Hash = WordTable.Hash(form);
        Word = english ? table.Find(form) : -1;
        IsFunction = Word >= 0 && FunctionWords.All.Contains(Word);
        IsWidening = Word >= 0 && FunctionWords.Widening.Contains(Word);
        IsNarrowing = Word >= 0 && FunctionWords.Narrowing.Contains(Word);
        Key = Word >= 0 ? (uint)Word : Hash | 0x8000_0000u;
        Family = Word >= 0 ? (uint)table.Family(Word) : FamilyOf(form);
        Weight = Word >= 0 ? table.Weight(Word) : WeightOf(form);
        if (IsFunction)
            return;
        IsAdverb = english && EndsAsAdverb(form, table);
        Senses = lexicon.Senses(form);
        Triples = TriplesOf(form);
    }

    /// <summary>Nothing but invisible characters.</summary>
    public bool IsBlank { get; }

    /// <summary>Hash of its folded form.</summary>
    public uint Hash { get; }

    /// <summary>Its place in the word table, or -1.</summary>
    public int Word { get; }

    /// <summary>Whether it carries grammar rather than meaning.</summary>
    public bool IsFunction { get; }

    /// <summary>Whether a definition mostly covers more by it: "or", "such", "may".</summary>
    public bool IsWidening { get; }

    /// <summary>Whether a definition mostly covers less by it: "only", "within", "if".</summary>
    public bool IsNarrowing { get; }

    /// <summary>Whether it is an English adverb of a known adjective: "explicitly", "necessarily", "automatically".</summary>
    public bool IsAdverb { get; }

    /// <summary>Equal for forms of one word.</summary>
    public uint Key { get; }

    /// <summary>Equal for words of one derivation.</summary>
    public uint Family { get; }

    /// <summary>0..1: how much it tells.</summary>
    public float Weight { get; }

    /// <summary>The meanings of the lexicon of details it has.</summary>
    public int[] Senses { get; } = [];

    /// <summary>Its letter triples, hashed to 4096.</summary>
    public ushort[] Triples { get; } = [];

    /// <summary>What is known of a word.</summary>
    [SkipLocalsInit]
    public static KnownWord Of(ReadOnlySpan<char> word, bool english, Lexicon lexicon)
    {
        var kept = english && word.Length <= WordFold.MaxLength;
        if (kept && Recent.Find(word) is { } known)
            return known;
        Span<char> folded = stackalloc char[WordFold.MaxLength];
        var read = new KnownWord(folded[..WordFold.Fold(word, folded)], english, lexicon);
        return kept ? Recent.Keep(word, read) : read;
    }

    // Without frequencies, short words are mostly grammar in the languages that are written with spaces.
    static float WeightOf(ReadOnlySpan<char> form) => char.IsAsciiDigit(form[0]) ? .6f : form.Length switch { 1 => .02f, 2 => .06f, 3 => .15f, 4 => .5f, 5 => .8f, _ => 1f };

    // Not "family", "assembly", "reply": what is left of those is no word, or a shorter one.
    static bool EndsAsAdverb(ReadOnlySpan<char> form, WordTable table) => form.EndsWith("ly") && form.Length >= 6
        && (table.Find(form[..^2]) >= 0 || (form.EndsWith("ily") && table.Find($"{form[..^3]}y") >= 0)
            || (form.EndsWith("ically") && table.Find(form[..^4]) >= 0) || (form is [.., 'a' or 'i', 'b', 'l', 'y'] && table.Find($"{form[..^1]}e") >= 0));

    // Words of one beginning: the first three fifths, at least four letters.
    static uint FamilyOf(ReadOnlySpan<char> form) =>
        WordTable.Hash(form[..Math.Min(form.Length, Math.Max(4, ((form.Length * 3) + 4) / 5))]) | 0x8000_0000u;

    static ushort[] TriplesOf(ReadOnlySpan<char> form)
    {
        var triples = new ushort[form.Length + 1];
        var (before, at) = ('^', '^');
        for (var i = 0; i <= form.Length; i++)
        {
            var c = i < form.Length ? form[i] : '$';
            triples[i] = (ushort)(((((before * 31u) + at) * 961u) + c) * 2654435761u >> 20);
            (before, at) = (at, c);
        }

        return triples;
    }
}
