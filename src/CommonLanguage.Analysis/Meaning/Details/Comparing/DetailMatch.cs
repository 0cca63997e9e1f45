using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Reading;

namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>
/// Which words of two readings speak of the same: by stem, or by a meaning of the lexicon, with like or opposite sense. Details are
/// compared only where they are about matching words. Gathers the differences. Not thread-safe; one comparison long.
/// </summary>
sealed class DetailMatch
{
    readonly List<DetailDifference> differences = [];

    public DetailMatch(DetailReading a, DetailReading b)
    {
        A = new(a);
        B = new(b);
        for (var i = 0; i < a.Words.Length; i++)
        {
            ref readonly var word = ref a.Words[i];
            for (var j = 0; j < b.Words.Length; j++)
            {
                var sense = word.Sense(b.Words[j]);
                if (sense == 0)
                    continue;
                A.Meet(a.Content[i], b.Content[j], sense);
                B.Meet(b.Content[j], a.Content[i], sense);
            }
        }

        A.Count();
        B.Count();
    }

    public MatchedSide A { get; }

    public MatchedSide B { get; }

    /// <summary>Whether nothing of the two texts matches: details of unrelated texts are not compared.</summary>
    public bool IsApart => A.Matched == 0 && (A.Reading.Content.Length > 1 || B.Reading.Content.Length > 1);

    /// <summary>
    /// 0..1: how far a thing that only one side says is a detail. In short texts, or long ones that are nearly alike, one remark more is
    /// a difference; of two long texts, or of two about different things, each always says something that the other does not.
    /// </summary>
    public double Closeness =>
        Math.Clamp(18.0 / Math.Max(1, A.Left + B.Left + ((A.Reading.Content.Length + B.Reading.Content.Length) * .5)), .15, 1)
        * Math.Min(1, 4.0 * (A.Matched + B.Matched) / Math.Max(1.0, A.Reading.Content.Length + B.Reading.Content.Length));

    public IReadOnlyList<DetailDifference> Differences => differences;

    /// <summary>The differences, weightiest first; of equal ones, the one found first.</summary>
    public DetailDifference[] ToSorted()
    {
        DetailDifference[] sorted = [.. differences];
        for (var i = 1; i < sorted.Length; i++)
        {
            var moved = sorted[i];
            var place = i;
            for (; place > 0 && sorted[place - 1].Weight < moved.Weight; place--)
                sorted[place] = sorted[place - 1];
            sorted[place] = moved;
        }

        return sorted;
    }

    public void Add(DetailKind kind, ConflictKind conflict, double weight, TextSpan a, TextSpan b)
    {
        if (weight >= .05)
            differences.Add(new(kind, conflict, Math.Round(Math.Min(weight, .98), 3), a, b, ""));
    }
}

/// <summary>One side of a match.</summary>
sealed class MatchedSide(DetailReading reading)
{
    readonly int[] like = Filled(reading.Tokens.Length);
    readonly int[] opposite = Filled(reading.Tokens.Length);

    public DetailReading Reading { get; } = reading;

    /// <summary>How many words of content have a match.</summary>
    public int Matched { get; private set; }

    /// <summary>How many words of content have none.</summary>
    public int Left => Reading.Content.Length - Matched;

    /// <summary>The token of the other side with like sense, or -1.</summary>
    public int Like(int i) => like[i];

    /// <summary>The token of the other side with opposite sense, or -1.</summary>
    public int Opposite(int i) => opposite[i];

    public bool IsMatched(int i) => like[i] >= 0 || opposite[i] >= 0;

    /// <summary>The first word with a role that is no example and no part of a quantity, or -1.</summary>
    public int Find(LexemeRoles roles)
    {
        if ((Reading.Roles & roles) == LexemeRoles.None)
            return -1;
        var tokens = Reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Is(roles) && !tokens[i].Has(TokenTraits.Example | TokenTraits.Taken))
                return i;
        }

        return -1;
    }

    public void Meet(int i, int j, int sense)
    {
        var into = sense > 0 ? like : opposite;
        // Of several, the one at about the same place of the text.
        if (into[i] < 0 || Math.Abs(into[i] - i) > Math.Abs(j - i))
            into[i] = j;
    }

    public void Count()
    {
        foreach (var i in Reading.Content)
            Matched += IsMatched(i) ? 1 : 0;
    }

    /// <summary>How many words of content between two tokens have no match, and how many there are.</summary>
    public (int Left, int All) Between(int from, int to)
    {
        var (left, all) = (0, 0);
        for (var i = Math.Max(0, from); i < to && i < Reading.Tokens.Length; i++)
        {
            if (!Reading.Tokens[i].IsContent)
                continue;
            all++;
            left += IsMatched(i) ? 0 : 1;
        }

        return (left, all);
    }

    /// <summary>The text from one token to before another.</summary>
    public TextSpan Span(int from, int to)
    {
        to = Math.Min(to, Reading.Tokens.Length);
        while (to > from + 1 && Reading.Tokens[to - 1].Kind == TokenKind.Mark && Reading.Tokens[to - 1].Mark is not '%')
            to--;
        return from >= to ? default : new(Reading.Tokens[from].Start, Reading.Tokens[to - 1].End);
    }

    static int[] Filled(int length)
    {
        var places = new int[length];
        places.AsSpan().Fill(-1);
        return places;
    }
}
