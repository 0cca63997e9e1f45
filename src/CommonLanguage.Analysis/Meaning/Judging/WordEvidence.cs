using System.Buffers;
using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Comparing;
using CommonLanguage.Analysis.Meaning.Readings;
using CommonLanguage.Analysis.Meaning.Words;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>What shows a difference: the details first, then the weightiest words of each side that the other has nothing of.</summary>
static class WordEvidence
{
    const int Phrases = 3;

    /// <summary>How many phrases of each side are told that the other has nothing of.</summary>
    const int MostUnanswered = 2;

    static readonly SearchValues<char> Stops = SearchValues.Create(".;:!?()\n");

    /// <summary>A detail of less weight counts for the score but would only distract a reader.</summary>
    const double WorthSaying = .2;

    /// <summary>How many words to each side of a word say what it is about.</summary>
    const int WordsBeside = 3;

    /// <summary>Nearness from which two phrases count as answering each other; read off 100 pairs of the sample.</summary>
    const float Answering = .35f;

    /// <summary>
    /// For different things, what each is, or nothing where a definition does not say it. Else the details, then the phrases that the other
    /// side has nothing of; two phrases stand together only when they speak of the same.
    /// </summary>
    public static ImmutableArray<Evidence> Of(DefinitionReading a, DefinitionReading b, in Alignment alignment, Relation relation, ReadOnlySpan<DetailDifference> details)
    {
        if (relation == Relation.None)
            return Kinds(a, b);
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        foreach (ref readonly var detail in details)
        {
            if (detail.Weight >= WorthSaying && (detail.Kind != DetailKind.Opposite || IsAboutOneThing(a, detail.A, b, detail.B)))
                evidence.Add(new(detail.Reason, detail.A, detail.B));
        }

        var kinds = relation == Relation.Exact ? [] : Kinds(a, b);
        evidence.AddRange(kinds);
        var (kindA, kindB) = kinds.IsEmpty ? default : (kinds[0].A, kinds[0].B);
        Span<Phrase> onlyA = stackalloc Phrase[Phrases];
        Span<Phrase> onlyB = stackalloc Phrase[Phrases];
        onlyA = onlyA[..Only(a, alignment.A, kindA, onlyA)];
        onlyB = onlyB[..Only(b, alignment.B, kindB, onlyB)];
        foreach (var (i, j) in Answers(a, b, onlyA, onlyB))
        {
            evidence.Add(new($"\"{Cut(a, onlyA[i].Span)}\", there \"{Cut(b, onlyB[j].Span)}\"", onlyA[i].Span, onlyB[j].Span));
            (onlyA[i], onlyB[j]) = (default, default);
        }

        List<(float Weight, string Text, Evidence Evidence)> left = [];
        foreach (var span in Unanswered(a, onlyA))
            left.Add((span.Weight, Cut(a, span.Span), new($"\"{Cut(a, span.Span)}\", nothing of it there", span.Span, default)));
        foreach (var span in Unanswered(b, onlyB))
            left.Add((span.Weight, Cut(b, span.Span), new($"nothing of it, there \"{Cut(b, span.Span)}\"", default, span.Span)));
        // The order of the sides must not matter.
        evidence.AddRange(left.OrderByDescending(one => one.Weight).ThenBy(one => one.Text, StringComparer.Ordinal).Select(one => one.Evidence));
        return evidence.DrainToImmutable();
    }

    // "legitimate signals" and "illegal entry" are no opposites: a word beside one must be alike to a word beside the other.
    static bool IsAboutOneThing(DefinitionReading a, TextSpan spanA, DefinitionReading b, TextSpan spanB)
    {
        foreach (var word in Beside(a, spanA))
        {
            foreach (var other in Beside(b, spanB))
            {
                if (Alignment.Similarity(word, other) >= Alignment.Strong)
                    return true;
            }
        }

        return false;
    }

    static IEnumerable<MeaningWord> Beside(DefinitionReading side, TextSpan span) =>
        side.Parts.Words.Where(word => word.Span.End <= span.Start).OrderByDescending(word => word.Span.Start).Take(WordsBeside)
            .Concat(side.Parts.Words.Where(word => word.Span.Start >= span.End).OrderBy(word => word.Span.Start).Take(WordsBeside));

    // Nothing where both name one kind: "an electronic device" and "electronic devices".
    static ImmutableArray<Evidence> Kinds(DefinitionReading a, DefinitionReading b) =>
        a.Kind is { } kindA && b.Kind is { } kindB && !IsOneKind(a, kindA, b, kindB)
            ? [new($"a kind of \"{Cut(a, kindA)}\", there a kind of \"{Cut(b, kindB)}\"", kindA, kindB)]
            : [];

    static bool IsOneKind(DefinitionReading a, TextSpan kindA, DefinitionReading b, TextSpan kindB) =>
        NormalForm.Of(Cut(a, kindA)) == NormalForm.Of(Cut(b, kindB))
        || Nearness(a.Parts.Words, kindA, b.Parts.Words, kindB) >= Alignment.Strong;

    /// <summary>The phrases that speak of the same, by their places: the nearest two first, each once.</summary>
    static List<(int A, int B)> Answers(DefinitionReading a, DefinitionReading b, ReadOnlySpan<Phrase> first, ReadOnlySpan<Phrase> second)
    {
        List<(int A, int B)> answers = [];
        List<(float Near, string Key, int A, int B)> pairs = [];
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = 0; j < second.Length; j++)
            {
                var near = Nearness(a.Parts.Words, first[i].Span, b.Parts.Words, second[j].Span);
                if (near < Answering)
                    continue;
                var (mine, theirs) = (Cut(a, first[i].Span), Cut(b, second[j].Span));
                pairs.Add((near, string.CompareOrdinal(mine, theirs) < 0 ? $"{mine}\n{theirs}" : $"{theirs}\n{mine}", i, j));
            }
        }

        foreach (var (_, _, i, j) in pairs.OrderByDescending(pair => pair.Near).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!answers.Exists(answer => answer.A == i || answer.B == j))
                answers.Add((i, j));
        }

        return answers;
    }

    static List<Phrase> Unanswered(DefinitionReading side, ReadOnlySpan<Phrase> phrases)
    {
        List<Phrase> left = [];
        foreach (var phrase in phrases)
        {
            if (left.Count < MostUnanswered && phrase.Weight > 0 && IsTelling(side, phrase.Span))
                left.Add(phrase);
        }

        return left;
    }

    /// <summary>The cosine of the words of two phrases, by weight: the mean of each word's nearest, both ways.</summary>
    static float Nearness(ReadOnlySpan<MeaningWord> a, TextSpan spanA, ReadOnlySpan<MeaningWord> b, TextSpan spanB) =>
        (Nearest(a, spanA, b, spanB) + Nearest(b, spanB, a, spanA)) / 2;

    static float Nearest(ReadOnlySpan<MeaningWord> words, TextSpan span, ReadOnlySpan<MeaningWord> others, TextSpan otherSpan)
    {
        var (sum, weight) = (0f, 0f);
        foreach (ref readonly var word in words)
        {
            if (!Holds(span, word))
                continue;
            var best = 0f;
            foreach (ref readonly var other in others)
            {
                if (Holds(otherSpan, other))
                    best = Math.Max(best, Alignment.Similarity(word, other));
            }

            sum += word.Weight * best;
            weight += word.Weight;
        }

        return weight > 0 ? sum / weight : 0;
    }

    static bool Holds(TextSpan span, in MeaningWord word) => word.Span.Start >= span.Start && word.Span.End <= span.End;

    /// <summary>The weightiest runs of words that the other side has nothing of, weightiest first.</summary>
    static int Only(DefinitionReading side, ReadOnlySpan<float> best, TextSpan taken, Span<Phrase> into)
    {
        var count = 0;
        var words = side.Parts.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (best[i] >= Alignment.Strong || Holds(taken, words[i]))
                continue;
            var (from, weight) = (i, words[i].Weight * (1 - best[i]));
            // Words with no more than a short word between them make one phrase.
            while (i + 1 < words.Length && best[i + 1] < Alignment.Strong && !Holds(taken, words[i + 1])
                && IsOnePhrase(side.Definition, words[i].Span.End, words[i + 1].Span.Start))
                weight += words[++i].Weight * (1 - best[i]);
            var place = count;
            while (place > 0 && into[place - 1].Weight < weight)
                place--;
            if (place == into.Length)
                continue;
            count = Math.Min(count + 1, into.Length);
            for (var k = count - 1; k > place; k--)
                into[k] = into[k - 1];
            into[place] = new(Trimmed(side, words.AsSpan()[from..(i + 1)]), weight);
        }

        return count;
    }

    // "specific attack has", "including hardware": the noun phrase alone.
    static TextSpan Trimmed(DefinitionReading side, ReadOnlySpan<MeaningWord> run)
    {
        while (run.Length > 1 && IsVerbal(side, run[^1]))
            run = run[..^1];
        while (run.Length > 1 && IsVerbal(side, run[0]))
            run = run[1..];
        return new(run[0].Span.Start, run[^1].Span.End);
    }

    static bool IsVerbal(DefinitionReading side, in MeaningWord word)
    {
        var text = Cut(side, word.Span);
        return text is "has" or "have" or "had" or "being" or "rather" or "whether" or "otherwise" or "including" or "excluding" or "based"
            || text.EndsWith("ly", StringComparison.Ordinal) || (text.Length > 5 && text.EndsWith("ing", StringComparison.Ordinal));
    }

    // A word by itself says too little.
    static bool IsTelling(DefinitionReading side, TextSpan phrase) => side.Definition.AsSpan()[phrase.Start..phrase.End].Trim().ContainsAny(' ', '-');

    static bool IsOnePhrase(string text, int from, int to) =>
        to - from is >= 0 and <= 4 && !text.AsSpan(from, to - from).ContainsAny(Stops);

    static string Cut(DefinitionReading reading, TextSpan span) => reading.Definition[span.Start..span.End].ReplaceLineEndings(" ");

    readonly record struct Phrase(TextSpan Span, float Weight);
}
