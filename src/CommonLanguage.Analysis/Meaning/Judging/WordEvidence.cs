using System.Buffers;
using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Comparing;
using CommonLanguage.Analysis.Meaning.Parts;
using CommonLanguage.Analysis.Meaning.Readings;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>What shows a difference: the details first, then the weightiest words of each side that the other has nothing of.</summary>
static class WordEvidence
{
    const int Phrases = 3;

    static readonly SearchValues<char> Stops = SearchValues.Create(".;:!?()\n");

    static readonly string[] NounsInLy = ["ally", "anomaly", "assembly", "family", "monopoly", "rally", "reply", "supply", "tally"];

    /// <summary>A detail of less weight counts for the score but would only distract a reader.</summary>
    const double WorthSaying = .2;

    public static ImmutableArray<Evidence> Of(DefinitionReading a, DefinitionReading b, in Alignment alignment, Relation relation, ReadOnlySpan<DetailDifference> details)
    {
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        foreach (ref readonly var detail in details)
        {
            if (detail.Weight >= WorthSaying)
                evidence.Add(new(detail.Reason, detail.A, detail.B));
        }

        Span<TextSpan> onlyA = stackalloc TextSpan[Phrases];
        Span<TextSpan> onlyB = stackalloc TextSpan[Phrases];
        var (countA, countB) = (Only(a, alignment.A, onlyA), Only(b, alignment.B, onlyB));
        if (relation == Relation.None && a.Parts.Genus >= 0 && b.Parts.Genus >= 0 && alignment.A[a.Parts.Genus] < Alignment.Strong && alignment.B[b.Parts.Genus] < Alignment.Strong)
        {
            var (genusA, genusB) = (Kind(a.Parts), Kind(b.Parts));
            if (!IsAdverb(a, genusA) && !IsAdverb(b, genusB))
                evidence.Add(new($"a kind of \"{Cut(a, genusA)}\", there a kind of \"{Cut(b, genusB)}\"", genusA, genusB));
        }

        for (var i = 0; i < Math.Max(countA, countB); i++)
        {
            if (i < countA && i < countB)
                evidence.Add(new($"\"{Cut(a, onlyA[i])}\", there \"{Cut(b, onlyB[i])}\"", onlyA[i], onlyB[i]));
            else if (i < countA)
                evidence.Add(new($"\"{Cut(a, onlyA[i])}\", nothing of it there", onlyA[i], default));
            else
                evidence.Add(new($"nothing of it, there \"{Cut(b, onlyB[i])}\"", default, onlyB[i]));
        }

        return evidence.DrainToImmutable();
    }

    static TextSpan Kind(ReadParts parts) => parts.Words[parts.SecondGenus >= 0 ? parts.SecondGenus : parts.Genus].Span;

    /// <summary>The weightiest runs of words that the other side has nothing of, weightiest first.</summary>
    static int Only(DefinitionReading side, ReadOnlySpan<float> best, Span<TextSpan> into)
    {
        Span<float> weights = stackalloc float[into.Length];
        var count = 0;
        var words = side.Parts.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (best[i] >= Alignment.Strong)
                continue;
            var (from, weight) = (i, words[i].Weight * (1 - best[i]));
            // Words with no more than a short word between them make one phrase.
            while (i + 1 < words.Length && best[i + 1] < Alignment.Strong && IsOnePhrase(side.Definition, words[i].Span.End, words[i + 1].Span.Start))
                weight += words[++i].Weight * (1 - best[i]);
            var place = count;
            while (place > 0 && weights[place - 1] < weight)
                place--;
            if (place == into.Length)
                continue;
            count = Math.Min(count + 1, into.Length);
            for (var k = count - 1; k > place; k--)
                (into[k], weights[k]) = (into[k - 1], weights[k - 1]);
            (into[place], weights[place]) = (new(words[from].Span.Start, words[i].Span.End), weight);
        }

        return count;
    }

    static bool IsOnePhrase(string text, int from, int to) =>
        to - from is >= 0 and <= 4 && !text.AsSpan(from, to - from).ContainsAny(Stops);

    static string Cut(DefinitionReading reading, TextSpan span) => reading.Definition[span.Start..span.End].ReplaceLineEndings(" ");

    /// <summary>"An individual explicitly aligned with": the rule of thumb for the kind stopped at the adverb, which is none.</summary>
    static bool IsAdverb(DefinitionReading reading, TextSpan kind)
    {
        var text = reading.Definition.AsSpan()[kind.Start..kind.End];
        return text.EndsWith("ly", StringComparison.OrdinalIgnoreCase)
            && !NounsInLy.Any(noun => string.Equals(noun, reading.Definition[kind.Start..kind.End], StringComparison.OrdinalIgnoreCase));
    }
}
