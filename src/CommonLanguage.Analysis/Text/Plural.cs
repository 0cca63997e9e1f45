using System.Buffers;
using System.Collections.Frozen;

namespace CommonLanguage.Analysis.Text;

/// <summary>English plurals, folded only where no other word is met. Works on lower-case words.</summary>
static class Plural
{
    static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Irregular =
        ReadIrregular().GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prepositions = Set(
        "of in at for on by with to from under against per without between within de en").GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles =
        Set("by up on in off out down").GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Postpositive = Set(
        "general martial elect designate emeritus apparent presumptive laureate").GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoMen = Set(
        "specimen abdomen regimen acumen semen stamen hymen ramen yemen amen omen foramen lumen rumen cyclamen dolmen bitumen albumen "
        + "cerumen catechumen").GetAlternateLookup<ReadOnlySpan<char>>();

    static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Acronyms = Set(
        "https dtls mtls sftps cvss cwss wpss fips smtps ftps ldaps nntps ircs imaps csrs hsts pkcs gprs srtps hids "
        + "nids").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// A phrase in the singular: its last word, and the noun before its first preposition ("indicators of compromise") or before an
    /// adjective that follows its noun ("attorneys general").
    /// </summary>
    /// <param name="phrase">Words in lower case with one blank between.</param>
    /// <param name="keepsLast">Whether the last word stays as it is.</param>
    public static string SingularOfPhrase(string phrase, bool keepsLast)
    {
        var start = phrase.LastIndexOf(' ') + 1;
        if (start == 0)
            return keepsLast ? phrase : Singular(phrase) ?? phrase;
        var last = phrase.AsSpan(start);
        if (!keepsLast && (last is "ins" or "ons" or "ups" ? new string(last[..^1]) : Singular(last)) is { } singular)
            phrase = string.Concat(phrase.AsSpan(0, start), singular);
        var (from, to) = Head(phrase, start);
        return to > from && Singular(phrase.AsSpan(from, to - from)) is { } head
            ? string.Concat(phrase.AsSpan(0, from), head, phrase.AsSpan(to))
            : phrase;
    }

    /// <summary>The singular of the last word, or null when that is no plural.</summary>
    public static string? OfPhrase(string phrase) => Singular(phrase.AsSpan(phrase.LastIndexOf(' ') + 1));

    /// <summary>The singular of a plural, or null when the word is none.</summary>
    public static string? Singular(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return null;
        if (word[^1] != 's')
            return word[^1] is 'a' or 'e' or 'h' or 'i' or 'm' or 'n' or 't' or 'x' ? SingularWithoutS(word) : null;
        if (Irregular.TryGetValue(word, out var irregular))
            return irregular.Length == 0 ? null : irregular;
        if (!IsFoldable(word))
            return null;
        var singular = word switch
        {
            [.., 'i', 'e', 's'] when word.Length > 4 => string.Concat(word[..^3], "y"),
            [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c', 'h', 'e', 's'] or [.., 's', 'h', 'e', 's']
                or [.., 'z', 'z', 'e', 's'] => new string(word[..^2]),
            _ => new string(word[..^1]),
        };

        // A fold whose result would be folded once more ("asses") is not taken: the normal form must be stable.
        return Singular(singular) is null ? singular : null;
    }

    /// <summary>Whether the last word is the plural of a word that everybody uses: then capitals only make it loud ("RISKS").</summary>
    public static bool IsOfCommonWord(string phrase) => OfPhrase(phrase) is { } singular && CommonWords.Contains(singular);

    // The noun that the rest of a phrase belongs to; empty where it is the last word.
    static (int From, int To) Head(ReadOnlySpan<char> phrase, int last)
    {
        var end = phrase.IndexOf(' ');
        if (end + 1 == last && Particles.Contains(phrase[last..]))
            return (0, end);
        if (Postpositive.Contains(phrase[last..]))
            return (phrase[..(last - 1)].LastIndexOf(' ') + 1, last - 1);
        for (var from = 0; end >= 0 && end + 1 < last;)
        {
            var next = end + 1;
            var length = phrase[next..].IndexOf(' ');
            if (length >= 0 && Prepositions.Contains(phrase.Slice(next, length)))
                return (from, end);
            (from, end) = (next, length < 0 ? -1 : next + length);
        }

        return default;
    }

    static string? SingularWithoutS(ReadOnlySpan<char> word)
    {
        if (Irregular.TryGetValue(word, out var singular))
            return singular.Length == 0 ? null : singular;
        return word switch
        {
            [_, _, .., 'm', 'e', 'n'] when word.Length > 4 && !NoMen.Contains(word) => string.Concat(word[..^2], "an"),
            [_, .., 'p', 'e', 'o', 'p', 'l', 'e'] => string.Concat(word[..^6], "person"),
            [_, _, .., 'c', 'h', 'i', 'l', 'd', 'r', 'e', 'n'] => new string(word[..^3]),
            _ => null,
        };
    }

    // A word without a vowel, or of three letters with none before its last two, is an acronym more often than a plural: "dns", "tls"
    // and "aws" keep their s, as "DNS" does; "crls" and "vms", where four letters or a known tail say plural, lose it.
    static bool IsFoldable(ReadOnlySpan<char> word)
    {
        if (word is [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] or [.., '\'', 's'])
            return false;
        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c is not ('/' or '&'))
                return false;
        }

        return word[..^1].ContainsAny(Vowels) ? word.Length > 3 : word is "vms" or "pcs" || (word.Length > 3 && !Acronyms.Contains(word));
    }

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // No plural: an empty singular.
    static FrozenDictionary<string, string> ReadIrregular()
    {
        using var lines = new StreamReader(typeof(Plural).Assembly.GetManifestResourceStream("english-plurals.txt")!);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            words.Add(blank < 0 ? line : line[..blank], blank < 0 ? "" : line[(blank + 1)..]);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
