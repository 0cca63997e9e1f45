using CommonLanguage.Analysis.Meaning.Details.Comparing;
using CommonLanguage.Analysis.Meaning.Parts;

namespace CommonLanguage.Analysis.Meaning.Judging;

/// <summary>What the scores of similarity and conflict rest on. None depends on the order of the two definitions.</summary>
static class DifferenceFeatures
{
    static readonly DetailKind[] Kinds = Enum.GetValues<DetailKind>();

    static readonly int[] Taken =
        [PairFeatures.Cosine, PairFeatures.LexicalCosine, 2, PairFeatures.Aligned, 4, 5, PairFeatures.Triples, PairFeatures.BestParts, 8, 9, 10, 11, 12, 13, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27, 28, 29];

    /// <summary>Names, in order.</summary>
    public static readonly string[] Names =
    [
        "exact", "one covers more", "related", "none", .. Taken.Select(feature => PairFeatures.Names[feature]),
        "fewer words (log)", "more words (log)", "heaviest left", "cover apart", "term words", "term senses (log)", "short term", "later sentences", "details", "sharpest detail", "detail in like texts", "second detail", "alike", "left over", .. Kinds.Select(kind => kind.ToString()),
    ];

    /// <summary>Where the share of aligned words stands.</summary>
    public static int Aligned { get; } = Array.IndexOf(Names, PairFeatures.Names[PairFeatures.Aligned]);

    /// <summary>How many come before those of the details.</summary>
    public static int Plain { get; } = Names.Length - Kinds.Length - Sums;

    /// <summary>Where it stands whether there are details at all.</summary>
    public static int AnyDetail => Plain;

    const int Sums = 6;

    // Content words of both sides together up to which a detail counts in full.
    const float Brevity = 22;

    /// <summary>Fills the features from those of the pair, its chances alone, and its details.</summary>
    public static void Fill(ReadParts a, ReadParts b, ReadOnlySpan<float> pair, ReadOnlySpan<float> alone, ReadOnlySpan<DetailDifference> details, Span<float> into)
    {
        into.Clear();
        var at = 0;
        into[at++] = Logit(alone[0]);
        into[at++] = Logit(alone[1] + alone[2]);
        into[at++] = Logit(alone[3]);
        into[at++] = Logit(alone[4]);
        foreach (var feature in Taken)
            into[at++] = float.IsNaN(pair[feature]) ? Instead(pair, feature) : pair[feature];
        into[at++] = MathF.Log(1 + pair[14]);
        into[at++] = MathF.Log(1 + pair[15]);
        var heaviest = PairFeatures.Symmetric + 22;
        into[at++] = Math.Max(pair[heaviest], pair[heaviest + 1]);
        into[at++] = pair[5] - pair[4];
        into[at++] = MathF.Min(4, (a.TermWords + b.TermWords) / 2f);
        into[at++] = MathF.Log(1 + ((a.TermSenses + b.TermSenses) / 2f));
        into[at++] = (a.TermIsShort ? .5f : 0) + (b.TermIsShort ? .5f : 0);
        into[at++] = MathF.Log(a.Sentences + b.Sentences);
        // In a long text one detail decides less, and is more often misread.
        var telling = MathF.Min(1, Brevity / (pair[14] + pair[15] + 1));
        telling *= telling;
        var none = 1f;
        float sharpest = 0, second = 0;
        var kinds = into[(at + Sums)..];
        foreach (ref readonly var detail in details)
        {
            var weight = telling * (float)detail.Weight;
            none *= 1 - weight;
            second = Math.Max(second, Math.Min(sharpest, weight));
            sharpest = Math.Max(sharpest, weight);
            kinds[(int)detail.Kind] = Math.Max(kinds[(int)detail.Kind], weight);
        }

        into[at++] = 1 - none;
        into[at++] = sharpest;
        into[at++] = (1 - none) * pair[PairFeatures.Aligned];
        into[at++] = second;
        into[at++] = pair[PairFeatures.Aligned];
        into[at] = MathF.Log(1 + pair[21] + pair[22]);
    }

    static float Logit(float p) => MathF.Log((p + .01f) / (1.01f - p));

    // Without vectors, letters stand for what they would say.
    static float Instead(ReadOnlySpan<float> pair, int feature) => feature is 9 or 10 ? .3f : pair[PairFeatures.Triples];
}
