using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>Reports what one side says beyond the other when nothing else was found and the other side says nothing of its own.</summary>
static class RemainderComparison
{
    public static void Compare(DetailMatch match)
    {
        if (match.Differences.Count > 0 || match.A.Left == 0 == (match.B.Left == 0))
            return;
        var ofA = match.A.Left > 0;
        var side = ofA ? match.A : match.B;
        // A word more is mostly another way to say it.
        if (side.Left < 2)
            return;
        var (from, to) = Longest(side);
        var span = side.Span(from, to);
        match.Add(DetailKind.Condition, ConflictKind.Scope, (side.Left > 2 ? .45 : .35) * match.Closeness, ofA ? span : default, ofA ? default : span);
    }

    // The longest run of words without a match, with the small words between them.
    static (int From, int To) Longest(MatchedSide side)
    {
        var (best, start, end, words, most) = ((0, 0), -1, -1, 0, 0);
        foreach (var i in side.Reading.Content)
        {
            if (side.IsMatched(i))
            {
                (start, words) = (-1, 0);
                continue;
            }

            start = start < 0 ? i : start;
            end = i + 1;
            if (++words > most)
                (best, most) = ((start, end), words);
        }

        return best;
    }
}
