using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Words;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Meaning.Parts;

/// <summary>Reads the words, parts and kinds out of a definition in one walk over its text.</summary>
static class PartsReader
{
    const int MaxSequence = 128;
    const int MostPartsOfAWord = 3;
    const int ShortestHalf = 4;

    [SkipLocalsInit]
    public static ReadParts Read(string term, string definition, string language)
    {
        var english = language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language[2] == '-');
        var table = WordTable.English;
        var lexicon = Details.Reading.Lexicon.Of(language);
        Span<uint> termKeys = stackalloc uint[8];
        termKeys = termKeys[..ReadTerm(term, english, lexicon, termKeys)];
        var words = ArrayPool<MeaningWord>.Shared.Rent(ReadParts.MaxWords);
        Span<uint> sequence = stackalloc uint[MaxSequence];
        var triples = new ulong[64];
        var width = english ? table.Width : 0;
        var sums = new PartSums(stackalloc float[PartSums.Most * width], width);
        var (count, sequenceLength, wordCount, read) = (0, 0, 0, 0);
        var (widening, narrowing) = (0, 0);
        var weight = 0f;
        var plain = 14695981039346656037UL;
        var genus = new GenusFinder();
        var walk = new ZoneWalk(definition);
        var tokens = new WordTokenizer(definition);
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
                var known = KnownWord.Of(rest[..length], english, lexicon);
                var span = new TextSpan(start, start + length);
                start += length + (joint > 0 ? 1 : 0);
                if (known.IsBlank)
                    continue;
                wordCount++;
                widening += known.IsWidening ? 1 : 0;
                narrowing += known.IsNarrowing ? 1 : 0;
                plain = (plain ^ known.Hash) * 1099511628211UL;
                if (english && zone == Zone.Core && walk.Sentence == 0 && !genus.IsFound)
                    genus.Take(known.Word, count, known.IsFunction || known.IsAdverb, rest[..length] is [_, _, .., 'e', 'd'], walk.AfterStop);
                if (known.IsFunction)
                    continue;
                foreach (var triple in known.Triples)
                    triples[triple >> 6] |= 1UL << (triple & 63);
                var told = known.Weight * zone switch { Zone.Core => 1f, Zone.Later => .6f, _ => .3f };
                if (termKeys.Contains(known.Key))
                    told *= termKeys.Length == 1 ? .15f : .5f;
                if (known.Word >= 0)
                    table.Add(known.Word, told, sums.Of(walk.Part));
                if (sequenceLength < MaxSequence)
                    sequence[sequenceLength++] = known.Key;
                if (count == ReadParts.MaxWords || told < .04f || Contains(words.AsSpan(0, count), known.Key))
                    continue;
                words[count++] = new(span, known.Word, known.Key, known.Family, told, known.Senses);
                weight += told;
            }
        }

        var (vector, parts) = sums.ToVectors();
        var kept = words.AsSpan(0, count).ToArray();
        ArrayPool<MeaningWord>.Shared.Return(words, clearArray: true);
        var tripleCount = 0;
        foreach (var bits in triples)
            tripleCount += BitOperations.PopCount(bits);
        genus.End(count);
        return new()
        {
            Words = kept,
            Sequence = sequence[..sequenceLength].ToArray(),
            Weight = weight,
            Vector = vector,
            PartVectors = parts,
            Genus = english ? Math.Min(genus.First, count - 1) : count > 0 ? 0 : -1,
            SecondGenus = Math.Min(genus.Second, count - 1),
            Triples = triples,
            TripleCount = tripleCount,
            Plain = plain,
            WordCount = wordCount,
            Widening = widening,
            Narrowing = narrowing,
            Sentences = walk.Sentence + 1,
            PartCount = walk.Part + 1,
            Stops = walk.Stops,
            IsBare = count <= 1 || walk.IsReference,
            TermWords = termKeys.Length,
            TermSenses = termKeys.Length == 1 && (int)termKeys[0] >= 0 ? table.Senses((int)termKeys[0]) : 0,
            TermIsShort = termKeys.Length == 1 && NormalForm.Of(term).Length <= 4 && ((int)termKeys[0] < 0 || table.Senses((int)termKeys[0]) == 0),
            HasVectors = vector.Length > 0,
        };
    }

    // By what the spellings of one word share: "Safe-Links" and "safe link", "log in" and "login" are read alike.
    static int ReadTerm(string term, bool english, Details.Reading.Lexicon lexicon, Span<uint> keys)
    {
        List<string> parts = [];
        var tokens = new WordTokenizer(term);
        while (tokens.MoveNext())
        {
            foreach (var part in tokens.Word.SplitAny('-', '\u2010', '\u2011'))
                parts.Add(tokens.Word[part].ToString());
        }

        var count = 0;
        for (var at = 0; at < parts.Count && count < keys.Length;)
        {
            var (known, length) = LongestKnown(CollectionsMarshal.AsSpan(parts)[at..], english, lexicon);
            at += length;
            if (known.Word < 0 && Halves(NormalForm.Of(parts[at - 1]), english, lexicon) is var (first, second))
            {
                keys[count++] = first.Key;
                if (count < keys.Length)
                    keys[count++] = second.Key;
            }
            else if (!known.IsFunction)
            {
                keys[count++] = known.Key;
            }
        }

        return count;
    }

    // "multifactor" is "multi factor": two words of the table that carry meaning.
    static (KnownWord First, KnownWord Second)? Halves(string word, bool english, Details.Reading.Lexicon lexicon)
    {
        for (var cut = word.Length - ShortestHalf; cut >= ShortestHalf; cut--)
        {
            if (KnownWord.Of(word.AsSpan(0, cut), english, lexicon) is { Word: >= 0, IsFunction: false } first
                && KnownWord.Of(word.AsSpan(cut), english, lexicon) is { Word: >= 0, IsFunction: false } second)
                return (first, second);
        }

        return null;
    }

    // As many parts as are one word of the table, else the first.
    static (KnownWord Known, int Parts) LongestKnown(ReadOnlySpan<string> parts, bool english, Details.Reading.Lexicon lexicon)
    {
        for (var length = Math.Min(parts.Length, MostPartsOfAWord); length > 1; length--)
        {
            if (KnownWord.Of(NormalForm.Of(string.Concat(parts[..length])), english, lexicon) is { Word: >= 0 } joined)
                return (joined, length);
        }

        return (KnownWord.Of(NormalForm.Of(parts[0]), english, lexicon), 1);
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
}
