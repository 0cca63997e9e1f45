using System.Globalization;

namespace CommonLanguage.Analysis.Meaning.Details.Reading;

/// <summary>Builds a lexicon from the lines of its table.</summary>
sealed class LexiconBuilder
{
    readonly Dictionary<ulong, Lexeme> words = [];
    readonly Dictionary<string, (ulong[] Words, Lexeme Meaning)> phrases = new(StringComparer.Ordinal);
    int concepts;
    int parties;
    int currencies;

    /// <summary>Takes in one line; blank lines and those that begin with # say nothing.</summary>
    public void Add(string line)
    {
        if (line.Length == 0 || line[0] == '#')
            return;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var rule = line[..colon].Trim();
        var entries = line[(colon + 1)..];
        if (rule == "same")
        {
            AddConcept(entries, "");
        }
        else if (rule == "opposite")
        {
            var bar = entries.IndexOf('|', StringComparison.Ordinal);
            AddConcept(entries[..bar], entries[(bar + 1)..]);
        }
        else if (rule is "party" or "anyparty")
        {
            var party = ++parties;
            foreach (var entry in Split(entries))
            {
                var lexeme = At(entry);
                lexeme.Roles |= rule == "party" ? LexemeRoles.Party : LexemeRoles.AnyParty;
                lexeme.Party = party;
                lexeme.Concepts = [.. lexeme.Concepts, 100_000 + party];
            }
        }
        else if (rule.StartsWith("unit ", StringComparison.Ordinal))
        {
            AddUnits(rule, entries);
        }
        else
        {
            AddRoles(rule, entries);
        }
    }

    /// <summary>The words, and the phrases by their first word, the longest first.</summary>
    public (Dictionary<ulong, Lexeme> Words, Dictionary<ulong, List<Lexicon.Phrase>> Phrases) Build()
    {
        var byFirst = new Dictionary<ulong, List<Lexicon.Phrase>>();
        foreach (var (hashes, meaning) in phrases.Values)
        {
            if (!byFirst.TryGetValue(hashes[0], out var phrasesOfWord))
                byFirst[hashes[0]] = phrasesOfWord = [];
            var place = phrasesOfWord.Count;
            while (place > 0 && phrasesOfWord[place - 1].Words.Length < hashes.Length)
                place--;
            phrasesOfWord.Insert(place, new(hashes, meaning));
        }

        return (words, byFirst);
    }

    void AddConcept(string same, string opposite)
    {
        var concept = ++concepts;
        foreach (var entry in Split(same))
            At(entry).Concepts = [.. At(entry).Concepts, concept];
        foreach (var entry in Split(opposite))
            At(entry).Concepts = [.. At(entry).Concepts, -concept];
    }

    void AddUnits(string rule, string entries)
    {
        var parts = rule.Split(' ');
        var dimension = Enum.Parse<Dimension>(parts[1]);
        var unit = new Unit(dimension, Number(parts[2]), dimension == Dimension.Money ? ++currencies : 0);
        foreach (var entry in Split(entries))
        {
            var lexeme = At(entry);
            lexeme.Roles |= LexemeRoles.Unit;
            lexeme.Unit = unit;
        }
    }

    void AddRoles(string rule, string entries)
    {
        var roles = rule.Split(' ').Aggregate(LexemeRoles.None, (all, name) => all | Enum.Parse<LexemeRoles>(name));
        foreach (var entry in Split(entries))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            var lexeme = At(equals < 0 ? entry : entry[..equals]);
            lexeme.Roles |= roles;
            if (equals > 0)
                lexeme.Number = Number(entry[(equals + 1)..]);
        }
    }

    static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    static string[] Split(string entries) => entries.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static ulong Hash(string word)
    {
        Span<char> buffer = stackalloc char[WordHash.Longest + WordHash.Room];
        word.CopyTo(buffer);
        var length = word.Length;
        return WordHash.Base(buffer, ref length, out _);
    }

    Lexeme At(string entry)
    {
        var parts = entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hashes = Array.ConvertAll(parts, Hash);
        if (hashes.Length == 1)
        {
            ref var word = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(words, hashes[0], out _);
            return word ??= new();
        }

        var key = string.Join(' ', hashes.Select(hash => hash.ToString(CultureInfo.InvariantCulture)));
        if (!phrases.TryGetValue(key, out var phrase))
            phrases[key] = phrase = (hashes, new());
        return phrase.Meaning;
    }
}
