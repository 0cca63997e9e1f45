using System.Numerics;
using CommonLanguage.Analysis.Meaning.Words;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Meaning.Parts;

/// <summary>Reads the words, parts and kinds out of a definition in one walk over its text.</summary>
static class PartsReader
{
    const int MaxSequence = 128;
    const int MaxParts = 5;

    public static ReadParts Read(string term, string definition, string language)
    {
        var english = language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language[2] == '-');
        var table = WordTable.English;
        var lexicon = Details.Lexicon.Of(language);
        Span<uint> termKeys = stackalloc uint[8];
        termKeys = termKeys[..ReadTerm(term, english, termKeys)];
        var words = new MeaningWord[Reading.MaxWords];
        var sequence = new uint[MaxSequence];
        var triples = new ulong[64];
        var sums = english ? new float[MaxParts][] : [];
        var (count, sequenceLength, wordCount, read) = (0, 0, 0, 0);
        var weight = 0f;
        var plain = 14695981039346656037UL;
        var genus = new GenusFinder();
        var walk = new ZoneWalk(definition);
        var tokens = new WordTokenizer(definition);
        Span<char> folded = stackalloc char[WordFold.MaxLength];
        var previous = 0;
        while (tokens.MoveNext() && read < 600)
        {
            read++;
            var zone = walk.Next(previous, tokens.Start, tokens.End);
            previous = tokens.End;
            if (zone == Zone.Skipped)
                continue;
            var (start, end) = (tokens.Start, tokens.End);
            while (start < end)
            {
                // Joined words count by their parts, joined numbers as one.
                var rest = definition.AsSpan(start, end - start);
                var joint = char.IsAsciiDigit(rest[0]) ? -1 : rest.IndexOfAny('-', '\u2010', '\u2011');
                var length = joint > 0 ? joint : rest.Length;
                var form = folded[..WordFold.Fold(rest[..length], folded)];
                var span = new TextSpan(start, start + length);
                start += length + (joint > 0 ? 1 : 0);
                if (form.IsEmpty)
                    continue;
                wordCount++;
                var hash = WordTable.Hash(form);
                plain = (plain ^ hash) * 1099511628211UL;
                var word = english ? table.Find(form) : -1;
                var isFunction = word >= 0 && FunctionWords.All.Contains(word);
                if (english && zone == Zone.Core && walk.Sentence == 0 && !genus.IsFound)
                    genus.Take(word, count, isFunction, walk.AfterStop);
                if (isFunction)
                    continue;
                AddTriples(triples, form);
                var key = word >= 0 ? (uint)word : hash | 0x8000_0000u;
                var told = (word >= 0 ? table.Weight(word) : WeightOf(form)) * zone switch { Zone.Core => 1f, Zone.Later => .6f, _ => .3f };
                if (termKeys.Contains(key))
                    told *= termKeys.Length == 1 ? .15f : .5f;
                if (word >= 0)
                    table.Add(word, told, sums[Math.Min(walk.Part, MaxParts - 1)] ??= new float[table.Width]);
                if (sequenceLength < MaxSequence)
                    sequence[sequenceLength++] = key;
                if (count == words.Length || told < .04f || Contains(words.AsSpan(0, count), key))
                    continue;
                words[count++] = new(span, word, key, word >= 0 ? (uint)table.Family(word) : FamilyOf(form), told, lexicon.Senses(form));
                weight += told;
            }
        }

        var (vector, parts) = Vectors(sums, english ? table.Width : 0);
        var tripleCount = 0;
        foreach (var bits in triples)
            tripleCount += BitOperations.PopCount(bits);
        genus.End(count);
        return new()
        {
            Words = words[..count],
            Sequence = sequence[..sequenceLength],
            Weight = weight,
            Vector = vector,
            PartVectors = parts,
            Genus = english ? Math.Min(genus.First, count - 1) : count > 0 ? 0 : -1,
            SecondGenus = Math.Min(genus.Second, count - 1),
            Triples = triples,
            TripleCount = tripleCount,
            Plain = plain,
            WordCount = wordCount,
            Sentences = walk.Sentence + 1,
            PartCount = walk.Part + 1,
            Stops = walk.Stops,
            IsBare = count <= 1 || walk.IsReference,
            TermWords = termKeys.Length,
            TermSenses = termKeys.Length == 1 && (int)termKeys[0] >= 0 ? table.Senses((int)termKeys[0]) : 0,
            TermIsShort = termKeys.Length == 1 && term.Length <= 4 && ((int)termKeys[0] < 0 || table.Senses((int)termKeys[0]) == 0),
            HasVectors = vector.Length > 0,
        };
    }

    static int ReadTerm(string term, bool english, Span<uint> keys)
    {
        var count = 0;
        Span<char> folded = stackalloc char[WordFold.MaxLength];
        var tokens = new WordTokenizer(term);
        while (tokens.MoveNext() && count < keys.Length)
        {
            var form = folded[..WordFold.Fold(tokens.Word, folded)];
            var word = english ? WordTable.English.Find(form) : -1;
            if (word < 0 || !FunctionWords.All.Contains(word))
                keys[count++] = word >= 0 ? (uint)word : WordTable.Hash(form) | 0x8000_0000u;
        }

        return count;
    }

    static bool Contains(ReadOnlySpan<MeaningWord> words, uint key)
    {
        foreach (ref readonly var word in words)
        {
            if (word.Key == key)
                return true;
        }

        return false;
    }

    // Without frequencies, short words are mostly grammar in the languages that are written with spaces.
    static float WeightOf(ReadOnlySpan<char> form) => char.IsAsciiDigit(form[0]) ? .6f : form.Length switch { 1 => .02f, 2 => .06f, 3 => .15f, 4 => .5f, 5 => .8f, _ => 1f };

    // Words of one beginning: the first three fifths, at least four letters.
    static uint FamilyOf(ReadOnlySpan<char> form) =>
        WordTable.Hash(form[..Math.Min(form.Length, Math.Max(4, ((form.Length * 3) + 4) / 5))]) | 0x8000_0000u;

    static void AddTriples(ulong[] triples, ReadOnlySpan<char> form)
    {
        var (before, at) = ('^', '^');
        for (var i = 0; i <= form.Length; i++)
        {
            var c = i < form.Length ? form[i] : '$';
            var bit = ((((before * 31u) + at) * 961u) + c) * 2654435761u >> 20;
            triples[bit >> 6] |= 1UL << (int)(bit & 63);
            (before, at) = (at, c);
        }
    }

    static (float[] Whole, float[][] Parts) Vectors(float[][] sums, int width)
    {
        var whole = new float[width];
        var any = false;
        var parts = new List<float[]>();
        foreach (var sum in sums)
        {
            if (sum is null)
                continue;
            for (var i = 0; i < width; i++)
                whole[i] += sum[i];
            if (UnitVector.Normalise(sum))
                parts.Add(sum);
        }

        any = UnitVector.Normalise(whole);
        return any ? (whole, parts.Count > 1 ? [.. parts] : []) : ([], []);
    }
}
