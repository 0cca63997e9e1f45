using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Matching;

/// <summary>
/// Numbers of the tokens of a text: each surface form is normalised and looked up once. Texts repeat few forms, so this is what makes
/// matching cheap: a table of its own, without an object for each form. Not thread-safe.
/// </summary>
sealed class TokenCache
{
    // Documents made to fill the memory would have as many forms as words.
    const int MostForms = 1_000_000;

    // Nor can a document be made whose words all fall into one place of the table.
    static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    readonly GlossarySnapshot snapshot;
    readonly SurfaceForm[] marks;
    int[] places = new int[4_096];
    int[] keys = [];
    SurfaceForm[] forms = new SurfaceForm[2_048];
    char[] letters = new char[16_384];
    int formCount, letterCount;

    public TokenCache(GlossarySnapshot snapshot)
    {
        this.snapshot = snapshot;
        marks = new SurfaceForm[128];
        for (var c = 0; c < marks.Length; c++)
        {
            var number = char.IsControl((char)c) ? -1 : snapshot.Token(((char)c).ToString());
            marks[c] = new(0, 0, 1, -1, number, number, Begins(number), false);
        }
    }

    /// <summary>The normal forms of the words that were asked for.</summary>
    public WordKeys Keys { get; } = new();

    /// <summary>Number of a word's normal form at the end of a term, or -1 where there is no room for more.</summary>
    public int Key(ReadOnlySpan<char> surface)
    {
        var hash = Hash(surface);
        var number = Find(surface, hash);
        if (number < 0)
            number = Add(surface, hash, surface.ToString());
        if (number == MostForms)
            return -1;
        if (number >= keys.Length)
            Array.Resize(ref keys, forms.Length);
        // They are kept one higher, so that zero is none.
        ref var key = ref keys[number];
        if (key == 0)
            key = 1 + Keys.NumberOf(PhraseTokens.Last(surface.ToString()));
        return key - 1;
    }

    /// <summary>A word. Holds until the next one is asked for.</summary>
    public ref readonly SurfaceForm Word(ReadOnlySpan<char> surface)
    {
        var hash = Hash(surface);
        var known = Find(surface, hash);
        return ref forms[known >= 0 ? known : Add(surface, hash, surface.ToString())];
    }

    /// <summary>Two words that a hyphen binds, written as one. Holds until the next one is asked for.</summary>
    public ref readonly SurfaceForm Joined(ReadOnlySpan<char> surface, int hyphen)
    {
        var hash = Hash(surface);
        var known = Find(surface, hash);
        return ref forms[known >= 0 ? known : Add(surface, hash, PhraseTokens.AsOne(surface[..hyphen], surface[(hyphen + 1)..]))];
    }

    /// <summary>A single other character.</summary>
    public SurfaceForm Mark(char mark) => mark < marks.Length ? marks[mark] : new(0, 0, 1, -1, -1, -1, false, false);

    static int Hash(ReadOnlySpan<char> surface)
    {
        var hash = Seed;
        foreach (var unit in surface)
            hash = (hash ^ unit) * 0x9FB2_1C65_1E98_DF25;
        return (int)(hash >> 32);
    }

    int Find(ReadOnlySpan<char> surface, int hash)
    {
        // Places hold the number of the form after one, so that zero is none.
        for (var at = places[hash & (places.Length - 1)] - 1; at >= 0; at = forms[at].Next)
        {
            ref readonly var form = ref forms[at];
            if (form.Hash == hash && surface.SequenceEqual(letters.AsSpan(form.Start, form.Length)))
                return at;
        }

        return -1;
    }

    int Add(ReadOnlySpan<char> surface, int hash, string word)
    {
        var (inner, last) = (PhraseTokens.Inner(word), PhraseTokens.Last(word));
        var innerToken = snapshot.Token(inner);
        var lastToken = string.Equals(inner, last, StringComparison.Ordinal) ? innerToken : snapshot.Token(last);
        var isFull = formCount == MostForms;
        var form = new SurfaceForm(
            hash, letterCount, surface.Length, -1, innerToken, lastToken, Begins(innerToken) || Begins(lastToken), Acronym.HasForm(surface));
        if (formCount == forms.Length - 1)
            Grow();
        if (isFull)
        {
            // The one place that no look-up leads to.
            forms[MostForms] = form;
            return MostForms;
        }

        while (letterCount + surface.Length > letters.Length)
            Array.Resize(ref letters, letters.Length * 2);
        surface.CopyTo(letters.AsSpan(letterCount));
        letterCount += surface.Length;
        Enter(form, formCount);
        return formCount++;
    }

    void Enter(SurfaceForm form, int number)
    {
        ref var place = ref places[form.Hash & (places.Length - 1)];
        forms[number] = form with { Next = place - 1 };
        place = number + 1;
    }

    void Grow()
    {
        Array.Resize(ref forms, forms.Length * 2);
        places = new int[places.Length * 2];
        for (var number = 0; number < formCount; number++)
            Enter(forms[number], number);
    }

    bool Begins(int token) => snapshot.Trie.First(token) >= 0;
}
