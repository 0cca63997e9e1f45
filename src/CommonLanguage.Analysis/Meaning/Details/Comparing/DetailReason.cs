using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>Words a difference as a plain statement about both texts.</summary>
static class DetailReason
{
    const int Longest = 60;

    public static string Of(in DetailDifference difference, string a, string b)
    {
        var (mine, theirs) = (Cut(a, difference.A), Cut(b, difference.B));
        return (mine.Length, theirs.Length) switch
        {
            ( > 0, > 0) => difference.Kind switch
            {
                DetailKind.Quantity or DetailKind.Time or DetailKind.TimeBase or DetailKind.Threshold => $"{mine}, there {theirs}",
                DetailKind.StartPoint => $"counts \"{mine}\", there \"{theirs}\"",
                DetailKind.Modality => $"\"{mine}\", there \"{theirs}\": another obligation",
                DetailKind.Negation => $"\"{mine}\", there \"{theirs}\": one denies what the other states",
                DetailKind.Opposite => $"\"{mine}\", there \"{theirs}\": the opposite",
                DetailKind.Inclusion => $"\"{mine}\", there \"{theirs}\": not the same is included",
                DetailKind.Party => $"\"{mine}\", there \"{theirs}\": another party",
                DetailKind.Condition => $"condition \"{mine}\", there \"{theirs}\"",
                _ => $"\"{mine}\", there \"{theirs}\"",
            },
            ( > 0, 0) => $"{Alone(difference.Kind, mine)}, not said there",
            (0, > 0) => $"not said, there {Alone(difference.Kind, theirs)}",
            _ => "the details differ",
        };
    }

    static string Alone(DetailKind kind, string words) => kind switch
    {
        DetailKind.Quantity or DetailKind.Time or DetailKind.Threshold => words,
        _ => $"\"{words}\"",
    };

    static string Cut(string text, TextSpan span)
    {
        var length = span.End - span.Start;
        if (length <= Longest)
            return text.Substring(span.Start, length).ReplaceLineEndings(" ");
        var end = text.LastIndexOf(' ', span.Start + Longest, Longest);
        if (end <= span.Start)
            end = span.Start + Longest;
        return string.Concat(text.AsSpan(span.Start, end - span.Start), " …").ReplaceLineEndings(" ");
    }
}
