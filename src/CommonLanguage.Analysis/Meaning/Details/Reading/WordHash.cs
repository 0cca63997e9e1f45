using System.Buffers;

namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>
/// Words as 64-bit numbers (FNV-1a), so that reading a definition makes no strings. <see cref="Base"/> takes off inflection
/// ("notifies", "notified"), <see cref="Stem"/> derivation too ("notification"), both British against American spelling. After Porter, "An
/// algorithm for suffix stripping", simplified: a stem only has to be the same for the same word, it need not be one. Pure and thread-safe.
/// </summary>
static class WordHash
{
    /// <summary>Words longer than this are cut.</summary>
    public const int Longest = 48;

    /// <summary>By how much a form without inflection can be longer than the word: "fed", "feed"; "receipt", "receive".</summary>
    public const int Room = 8;

    static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    static readonly Dictionary<string, string> Irregular = Forms(
        "be is are was were been being", "have has had having", "do does did done doing", "give gave given", "take took taken", "make made",
        "send sent", "pay paid", "hold held", "keep kept", "lose lost", "buy bought", "sell sold", "build built", "write wrote written", "meet met",
        "begin began begun", "choose chose chosen", "drive drove driven", "go went gone", "know knew known", "lend lent", "lead led", "see saw seen",
        "show shown", "spend spent", "steal stole stolen", "tell told", "understand understood", "withdraw withdrew withdrawn", "break broke broken",
        "forbid forbade forbidden", "hide hid hidden", "bring brought", "catch caught", "person people", "man men", "woman women", "child children",
        "fall fell fallen", "rise rose risen", "grow grew grown", "deal dealt", "get got gotten", "become became", "come came", "arise arose arisen",
        "undertake undertook undertaken", "undergo underwent undergone", "mean meant", "leave left", "say said", "hear heard", "learn learnt learned",
        "wear wore worn", "bear bore borne", "speak spoke spoken", "freeze froze frozen", "draw drew drawn", "throw threw thrown", "eat ate eaten",
        "sit sat", "stand stood", "feed fed", "sleep slept", "shut shutting", "criterion criteria", "analysis analyses", "analyze analyse analysed analyzed analysing",
        "check cheque cheques", "tire tyre tyres", "gray grey", "curb kerb kerbs", "aluminum aluminium", "datum data", "cannot can't", "medium media",
        "life lives", "half halves", "foot feet", "inch inches", "basis bases", "tooth teeth", "arrive arrival arrivals", "receive receipt receipts", "depart departure departures",
        "deliver delivery deliveries", "refuse refusal", "approve approval approvals", "pay payment payments", "store storage", "lose loss losses", "sell sale sales", "enter entry entries entrance",
        "choose choice choices", "respond response responses", "decide decision decisions", "sign signature signatures", "dispatch despatch despatched despatches", "complain complaint complaints",
        "fail failure failures", "close closure closures", "breach breaches", "proceed procedure procedures", "complete completion", "renew renewal renewals", "dispose disposal", "remove removal removals",
        "grow growth", "weigh weight weights", "know knowledge", "repair repairs", "use usage", "advise advice", "believe belief", "prove proof", "permit permission permissions",
        "submit submission submissions", "admit admission", "omit omission omissions", "announce announcement", "maintain maintenance", "destroy destruction", "describe description descriptions",
        "retain retention", "detain detention", "suspend suspension", "extend extension extensions", "expand expansion", "exclude exclusion exclusions", "include inclusion", "conclude conclusion", "divide division",
        "produce production", "reduce reduction reductions", "consume consumption", "assume assumption", "resolve resolution", "solve solution solutions", "absorb absorption", "intervene intervention", "prevent prevention",
        "identify identification", "verify verification", "notify notification notifications", "classify classification", "modify modification modifications", "certify certification", "qualify qualification");

    /// <summary>
    /// The hash of a word without inflection. The word stands in lower case at the beginning of <paramref name="buffer"/>, which is at
    /// least <see cref="Room"/> longer, and is written over with the form that was hashed.
    /// </summary>
    public static ulong Base(Span<char> buffer, ref int length, out TokenTraits traits)
    {
        traits = TokenTraits.None;
        if (Irregular.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(buffer[..length], out var regular))
        {
            if (buffer[length - 1] is 'n' or 't' or 'd')
                traits = TokenTraits.Participle;
            regular.CopyTo(buffer);
            length = regular.Length;
        }
        else
        {
            length = American(buffer[..length]);
            length = Inflection(buffer, length, ref traits);
            return Of(buffer[..length]);
        }

        // The form of the table is one without inflection; only its spelling is still made alike.
        length = American(buffer[..length]);
        if (length > 4 && buffer[length - 1] == 'e')
            length--;
        if (length > 2 && buffer[length - 1] == 'y' && buffer[length - 2] is not ('a' or 'e' or 'o' or 'u'))
            buffer[length - 1] = 'i';
        return Of(buffer[..length]);
    }

    /// <summary>The hash of the stem of what <see cref="Base"/> left.</summary>
    public static ulong Stem(ReadOnlySpan<char> word)
    {
        // "measurement" loses two of them.
        for (var round = 0; round < 2 && word.Length > 5 && word[^1] is >= 'a' and <= 'z'; round++)
        {
            foreach (var suffix in SuffixesByEnd[word[^1] - 'a'])
            {
                if (word.Length - suffix.Length >= 4 && word.EndsWith(suffix, StringComparison.Ordinal))
                {
                    word = word[..^suffix.Length];
                    break;
                }
            }
        }

        while (word.Length > 3 && word[^1] is 'e' or 'i' or 'y' or 'a')
            word = word[..^1];
        if (word.Length > 4 && word.EndsWith("at", StringComparison.Ordinal))
            word = word[..^2];
        return Of(word);
    }

    /// <summary>FNV-1a over UTF-16 units.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var c in word)
            hash = (hash ^ c) * 1_099_511_628_211UL;
        return hash;
    }

    static readonly string[] Suffixes =
    [
        "ization", "ification", "ication", "ational", "ation", "ition", "ional", "ement", "ment", "ance", "anse", "ense", "ency", "ancy", "ness",
        "able", "ible", "ally", "fully", "ful", "ship", "ity", "ion", "ive", "al", "ly", "iz", "ary", "ous", "ic", "ur",
    ];

    static readonly string[][] SuffixesByEnd = [.. Enumerable.Range('a', 26).Select(end => Suffixes.Where(suffix => suffix[^1] == end).ToArray())];

    static int American(Span<char> word)
    {
        var length = word.Length;
        if (length < 5)
            return length;
        for (var i = 2; i + 1 < length; i++)
        {
            // "organisation", "organise", "organising"; every word with these letters is written alike, so no exceptions are needed.
            if (word[i] == 's' && word[i - 1] is 'i' or 'y' && word[i + 1] is 'e' or 'a' or 'i' && i >= 3)
                word[i] = 'z';
        }

        ReadOnlySpan<char> read = word;
        var our = read.IndexOf("our");
        if (our >= 3 && (length == our + 3 || word[our + 3] is 's' or 'e' or 'i' or 'a'))
        {
            word[(our + 2)..length].CopyTo(word[(our + 1)..]);
            length--;
        }

        read = word[..length];
        if (read.EndsWith("ence") || read.EndsWith("ences"))
            word[read.LastIndexOf("ence") + 2] = 's';
        else if (read.EndsWith("tre"))
            (word[length - 2], word[length - 1]) = ('e', 'r');
        else if (read.EndsWith("tres"))
            (word[length - 3], word[length - 2]) = ('e', 'r');
        else if (read.EndsWith("mme") || read.EndsWith("gue"))
            length -= 2;
        else if (read.EndsWith("mmes") || read.EndsWith("gues"))
            length -= 3;
        return length;
    }

    static int Inflection(Span<char> word, int length, ref TokenTraits traits)
    {
        ReadOnlySpan<char> read = word[..length];
        if (length > 3 && read[^1] == 's' && read[^2] is not ('s' or 'u' or 'i'))
            length--;
        else if (length > 3 && read.EndsWith("ed") && read[^3] != 'e' && HasVowel(read[..^2]))
            (length, traits) = (Whole(word, length - 2), traits | TokenTraits.Participle);
        else if (length > 5 && read.EndsWith("reed"))
            (length, traits) = (length - 1, traits | TokenTraits.Participle);
        else if (length > 4 && read.EndsWith("ing") && HasVowel(read[..^3]))
            (length, traits) = (Whole(word, length - 3), traits | TokenTraits.Gerund);

        if (length > 4 && word[length - 1] == 'e')
            length--;
        if (length > 3 && word[length - 1] == word[length - 2] && word[length - 1] is not ('e' or 'o'))
            length--;
        if (length > 2 && word[length - 1] == 'y' && word[length - 2] is not ('a' or 'e' or 'o' or 'u'))
            word[length - 1] = 'i';
        return length;
    }

    // "noted" and "used" get their e back; "planned" and "acted" need none.
    static int Whole(Span<char> word, int length)
    {
        var open = length == 2 || (length == 3 && !IsVowel(word[0]) && IsVowel(word[1]) && !IsVowel(word[2]) && word[2] is not ('w' or 'x'));
        if (!open)
            return length;
        word[length] = 'e';
        return length + 1;
    }

    static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);

    static Dictionary<string, string> Forms(params string[] lines)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var words = line.Split(' ');
            foreach (var word in words[1..])
                forms.TryAdd(word, words[0]);
        }

        return forms;
    }
}
