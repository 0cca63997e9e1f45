using System.Globalization;
using System.Text;
using CommonLanguage.Analysis.Meaning.Aligning;
using CommonLanguage.Analysis.Text.Unicode;

namespace CommonLanguage.Encoder;

/// <summary>
/// Cuts a text into the pieces of words that the encoder knows (WordPiece, lower case, without accents), each with its place in the text.
/// Thread-safe.
/// </summary>
public sealed class WordPiece
{
    /// <summary>The piece that opens every text.</summary>
    public const int Start = 101;

    /// <summary>The piece that closes every text.</summary>
    public const int End = 102;

    const int Unknown = 100;
    const int LongestWord = 100;
    const int FirstDecomposed = 0xA0;

    readonly Dictionary<string, int> pieces = new(StringComparer.Ordinal);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> spans;

    /// <param name="vocabulary">Path of the vocabulary: a piece a line, numbered from 0.</param>
    public WordPiece(string vocabulary)
    {
        foreach (var (number, line) in File.ReadLines(vocabulary).Index())
            _ = pieces.TryAdd(line, number);
        spans = pieces.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The pieces of a text, at most as many as asked for.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">How many pieces to keep.</param>
    public IReadOnlyList<Piece> Cut(string text, int most)
    {
        var cut = new List<Piece>();
        var (letters, places) = (new StringBuilder(), new List<int>());
        var place = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (cut.Count >= most)
                break;
            if (Rune.IsWhiteSpace(rune))
            {
                Add();
            }
            else if (rune.Value < FirstDecomposed || NfkcTable.Instance.Decomposed(rune.Value) is not { } parts)
            {
                AddRune(rune);
            }
            else
            {
                foreach (var part in parts)
                    AddRune(new Rune(part));
            }

            place += rune.Utf16SequenceLength;
        }

        Add();
        return cut.Count > most ? cut[..most] : cut;

        void AddRune(Rune rune)
        {
            if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                return;
            var alone = IsPunctuation(rune);
            if (alone)
                Add();
            foreach (var letter in Rune.ToLowerInvariant(rune).ToString())
            {
                _ = letters.Append(letter);
                places.Add(place);
            }

            if (alone)
                Add();
        }

        void Add()
        {
            if (letters.Length > 0)
                AddWord(cut, letters.ToString(), places);
            _ = letters.Clear();
            places.Clear();
        }
    }

    void AddWord(List<Piece> cut, string word, List<int> places)
    {
        var before = cut.Count;
        if (word.Length <= LongestWord)
        {
            for (var start = 0; start < word.Length;)
            {
                var end = word.Length;
                int number;
                while (!Find(word.AsSpan(start, end - start), start > 0, out number) && end > start)
                    end--;
                if (end == start)
                {
                    cut.RemoveRange(before, cut.Count - before);
                    break;
                }

                cut.Add(new Piece(number, places[start], places[end - 1] + 1, start == 0));
                start = end;
            }
        }

        if (cut.Count == before)
            cut.Add(new Piece(Unknown, places[0], places[^1] + 1, true));
    }

    bool Find(ReadOnlySpan<char> letters, bool continues, out int number)
    {
        if (letters.IsEmpty)
        {
            number = 0;
            return false;
        }

        return continues ? spans.TryGetValue($"##{letters}", out number) : spans.TryGetValue(letters, out number);
    }

    static bool IsPunctuation(Rune rune) =>
        rune.Value is (>= '!' and <= '/') or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~') || Rune.IsPunctuation(rune);
}
