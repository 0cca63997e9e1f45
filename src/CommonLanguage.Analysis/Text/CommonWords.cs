using System.Text;

namespace CommonLanguage.Analysis.Text;

/// <summary>
/// Words that everybody uses, so that their standing in a text says little about a glossary's sense of them. Looked up in the list
/// as it lies in the program, one word a line in the order of bytes: a check of one small file asks for a few words only.
/// </summary>
static class CommonWords
{
    static readonly UnmanagedMemoryStream List =
        (UnmanagedMemoryStream)typeof(CommonWords).Assembly.GetManifestResourceStream("common-words.txt")!;

    /// <summary>The list: comments, then words in normal form and in others.</summary>
    public static unsafe ReadOnlySpan<byte> Lines => new(List.PositionPointer, (int)List.Length);

    /// <summary>Whether a word, in normal form, is one.</summary>
    public static bool Contains(string normalForm)
    {
        const int LongestWord = 64;
        if (normalForm.Length > LongestWord)
            return false;
        Span<byte> word = stackalloc byte[LongestWord * 3];
        word = word[..Encoding.UTF8.GetBytes(normalForm, word)];
        var rest = Lines;
        while (!rest.IsEmpty)
        {
            var start = rest[..(rest.Length / 2)].LastIndexOf((byte)'\n') + 1;
            var length = rest[start..].IndexOf((byte)'\n');
            var order = word.SequenceCompareTo(rest.Slice(start, length));
            if (order == 0)
                return true;
            rest = order < 0 ? rest[..start] : rest[(start + length + 1)..];
        }

        return false;
    }
}
