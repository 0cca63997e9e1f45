using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Analysis.Meaning.Details;

namespace CommonLanguage.Analysis.Meaning;

/// <summary>
/// Compares two definitions of one word. This first form counts what content words of each side the other covers (containment gives
/// broader and narrower) and looks at details that turn near-equal texts into conflicts (<see cref="DetailComparer"/>).
/// Deterministic; Compare(b, a) mirrors Compare(a, b). Thread-safe.
/// </summary>
public static class MeaningComparer
{
    /// <summary>Stored with each comparison; changes when answers change.</summary>
    public const string Version = "1";

    /// <summary>At or above: worth a translator's time.</summary>
    public const double ConflictThreshold = 0.3;

    /// <summary>Compares two readings. Takes any; never throws, never gives NaN.</summary>
    public static Comparison Compare(Reading a, Reading b)
    {
        if (string.Equals(a.Plain, b.Plain, StringComparison.Ordinal))
            return Same(1);
        if (a.Keys.Count == 0 || b.Keys.Count == 0 || a.IsBare || b.IsBare)
            return new(Relation.Related, new(.3, .1, .1, .3, .2), .5, .1, ConflictKind.Wording, []);

        var aInB = Covered(a, b);
        var bInA = Covered(b, a);
        var similarity = Math.Sqrt(aInB * bInA);
        var details = Details(a, b, similarity);
        var sameWords = aInB == 1 && bInA == 1 && details.IsEmpty;
        if (sameWords)
            return Same(.98);

        var relation = RelationOf(aInB, bInA, similarity);
        var (kind, conflict) = Judge(relation, similarity, details, aInB, bInA, a, b);
        ImmutableArray<Evidence> evidence = [.. details.Select(detail => detail.Evidence), .. Words(a, b, relation)];
        return new(relation, Probabilities(relation, similarity), similarity, Math.Round(conflict, 4), kind, evidence);
    }

    static Comparison Same(double similarity) =>
        new(Relation.Exact, new(.96, .01, .01, .01, .01), similarity, 0, ConflictKind.Wording, []);

    /// <summary>Share of the content words of one side that the other side has too; words with a common beginning count in part.</summary>
    static double Covered(Reading side, Reading other)
    {
        double sum = 0, all = 0;
        foreach (var key in side.Keys)
        {
            var weight = Math.Min(key.Length, 10);
            all += weight;
            if (other.Keys.Contains(key))
                sum += weight;
            else if (key.Length > 4 && other.Keys.Any(candidate => Akin(key, candidate)))
                sum += .8 * weight;
        }

        return all == 0 ? 0 : sum / all;
    }

    /// <summary>Whether two words share their beginning, as "encrypt" and "encryption" do.</summary>
    static bool Akin(string a, string b)
    {
        var shared = 0;
        while (shared < a.Length && shared < b.Length && a[shared] == b[shared])
            shared++;
        return shared >= 5 && shared >= Math.Max(a.Length, b.Length) - 5 && shared * 2 > Math.Max(a.Length, b.Length);
    }

    static Relation RelationOf(double aInB, double bInA, double similarity) => (aInB, bInA) switch
    {
        _ when similarity >= .72 => Relation.Exact,
        _ when aInB >= .6 && bInA < aInB - .2 => Relation.Broader,
        _ when bInA >= .6 && aInB < bInA - .2 => Relation.Narrower,
        _ when similarity >= .45 => Relation.Exact,
        _ when similarity >= .12 => Relation.Related,
        _ => Relation.None,
    };

    static (ConflictKind Kind, double Conflict) Judge(
        Relation relation, double similarity, ImmutableArray<Detail> details, double aInB, double bInA, Reading a, Reading b)
    {
        if (details.Any(detail => detail.Kind == ConflictKind.Contradiction))
            return (ConflictKind.Contradiction, .6 + (.35 * similarity));
        if (details.Any(detail => detail.Kind == ConflictKind.Parameter || detail.Kind == ConflictKind.Scope))
            return (ConflictKind.Parameter, .5 + (.4 * similarity));
        var shorter = Math.Min(a.Keys.Count, b.Keys.Count);
        // A text of a word or two says too little to accuse anybody.
        var confidence = shorter >= 5 ? 1 : .4 + (.12 * shorter);
        return relation switch
        {
            Relation.Exact => (ConflictKind.Wording, Math.Max(0, .25 - (.25 * similarity))),
            Relation.Broader or Relation.Narrower => (ConflictKind.Scope, confidence * (.2 + (.25 * Math.Abs(aInB - bInA)))),
            Relation.Related when similarity >= .3 => (ConflictKind.Overlap, confidence * (.5 - (.4 * similarity))),
            Relation.Related => (ConflictKind.Polysemy, confidence * (.7 - (.8 * similarity))),
            _ => (ConflictKind.Homonymy, confidence * (.85 - similarity)),
        };
    }

    static RelationProbabilities Probabilities(Relation relation, double similarity)
    {
        Span<double> p = [.05 + (.3 * similarity), .08, .08, .12, .05 + (.3 * (1 - similarity))];
        p[relation switch { Relation.Exact => 0, Relation.Broader => 1, Relation.Narrower => 2, Relation.Related => 3, _ => 4 }] += .5;
        var sum = p[0] + p[1] + p[2] + p[3] + p[4];
        return new(p[0] / sum, p[1] / sum, p[2] / sum, p[3] / sum, p[4] / sum);
    }

    // A detail counts for as much as the texts are about the same.
    static ImmutableArray<Detail> Details(Reading a, Reading b, double similarity) =>
    [
        .. DetailComparer.Compare(a.Details, b.Details)
            .Where(detail => detail.Weight >= .5 && similarity >= .25)
            .Select(detail => new Detail(detail.ConflictKind, new(detail.Reason, detail.A, detail.B))),
    ];

    /// <summary>Up to three words of each side that the other does not have.</summary>
    static IEnumerable<Evidence> Words(Reading a, Reading b, Relation relation)
    {
        if (relation == Relation.Exact)
            yield break;
        var onlyA = Only(a, b);
        var onlyB = Only(b, a);
        for (var i = 0; i < Math.Max(onlyA.Count, onlyB.Count); i++)
        {
            var spanA = i < onlyA.Count ? onlyA[i] : default;
            var spanB = i < onlyB.Count ? onlyB[i] : default;
            yield return new(
                spanA.End == 0 ? $"nothing of it, there \"{Cut(b, spanB)}\""
                : spanB.End == 0 ? $"\"{Cut(a, spanA)}\", nothing of it there"
                : $"\"{Cut(a, spanA)}\", there \"{Cut(b, spanB)}\"",
                spanA,
                spanB);
        }
    }

    static List<TextSpan> Only(Reading side, Reading other)
    {
        List<TextSpan> spans = [];
        foreach (var word in side.Content)
        {
            if (other.Keys.Contains(word.Key) || other.Keys.Any(key => Akin(word.Key, key)))
                continue;
            if (spans.Count > 0 && word.Span.Start - spans[^1].End <= 2)
                spans[^1] = new(spans[^1].Start, word.Span.End);
            else if (spans.Count == 3)
                break;
            else
                spans.Add(word.Span);
        }

        return spans;
    }

    static string Cut(Reading reading, TextSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{reading.Definition.AsSpan(span.Start, span.End - span.Start)}").ReplaceLineEndings(" ");

    readonly record struct Detail(ConflictKind Kind, Evidence Evidence);
}
