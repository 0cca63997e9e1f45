namespace CommonLanguage.Analysis.Meaning.Aligning;

/// <summary>Which pieces two texts share.</summary>
static class Sharing
{
    const byte OnlyHere = 1;
    const byte Somewhere = 2;
    const byte InOrder = 3;

    /// <summary>Marks each piece: only here, somewhere on the other side, or part of the longest common sequence.</summary>
    public static void Mark(IReadOnlyList<Piece> a, IReadOnlyList<Piece> b, Span<byte> marksA, Span<byte> marksB)
    {
        Present(a, b, marksA);
        Present(b, a, marksB);
        var common = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
                common[i, j] = a[i].Number == b[j].Number ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        // Of two sequences of one length neither side is preferred: a piece counts when some longest sequence has it.
        var before = new int[a.Count + 1, b.Count + 1];
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count; j++)
            {
                before[i + 1, j + 1] = a[i].Number == b[j].Number ? before[i, j] + 1 : Math.Max(before[i, j + 1], before[i + 1, j]);
                if (a[i].Number == b[j].Number && before[i, j] + 1 + common[i + 1, j + 1] == common[0, 0])
                    (marksA[i], marksB[j]) = (InOrder, InOrder);
            }
        }
    }

    static void Present(IReadOnlyList<Piece> here, IReadOnlyList<Piece> there, Span<byte> marks)
    {
        var numbers = there.Select(piece => piece.Number).ToHashSet();
        for (var i = 0; i < here.Count; i++)
            marks[i] = numbers.Contains(here[i].Number) ? Somewhere : OnlyHere;
    }
}
