using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Reading;

namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>Compares quantities that are about the same. Equal ones in other units or words say nothing.</summary>
static class QuantityComparison
{
    /// <summary>How many tokens around a quantity say what it is about.</summary>
    const int Window = 6;

    public static void Compare(DetailMatch match)
    {
        var (a, b) = (match.A.Reading.Quantities, match.B.Reading.Quantities);
        if (a.Length == 0 && b.Length == 0)
            return;
        Span<bool> usedA = stackalloc bool[Math.Min(a.Length, 64)];
        Span<bool> usedB = stackalloc bool[Math.Min(b.Length, 64)];
        usedA.Clear();
        usedB.Clear();
        for (var i = 0; i < usedA.Length; i++)
        {
            for (var j = 0; j < usedB.Length && !usedA[i]; j++)
            {
                if (usedB[j] || !(AreEqual(a[i], b[j]) || AreEqualRates(a, i, b, j, usedA, usedB)) || (a.Length + b.Length > 2 && a[i].Dimension == Dimension.Level && !Akin(match, a[i], b[j])))
                    continue;
                usedA[i] = usedB[j] = true;
                StartPointComparison.Compare(match, a[i], b[j]);
            }
        }

        while (Best(match, usedA, usedB) is var (i, j) && i >= 0)
        {
            usedA[i] = usedB[j] = true;
            Report(match, a[i], b[j]);
        }

        for (var i = 0; i < usedA.Length; i++)
        {
            if (!usedA[i])
                match.Add(KindOf(a[i]), ConflictKind.Scope, Alone(a[i], match.B) * match.Closeness, a[i].Span, default);
        }

        for (var j = 0; j < usedB.Length; j++)
        {
            if (!usedB[j])
                match.Add(KindOf(b[j]), ConflictKind.Scope, Alone(b[j], match.A) * match.Closeness, default, b[j].Span);
        }
    }

    /// <summary>Whether two quantities say the same: 24 hours and one day, more than 2 people and at least 3.</summary>
    public static bool AreEqual(in Quantity a, in Quantity b)
    {
        // "38 a week" leaves out what "38 hours a week" says.
        if (a.Dimension != b.Dimension && a.Per > 0 && a.Per.Equals(b.Per) && a.Said.Equals(b.Said)
            && (a is { Dimension: Dimension.Count, Thing: < 0 } || b is { Dimension: Dimension.Count, Thing: < 0 }))
            return true;
        if (a.Dimension != b.Dimension || a.Base != b.Base || !Near(a.Per, b.Per, 1e-6))
            return false;
        var tolerance = a.IsTime && a.Named > 86_400 * 14 ? .006 : 1e-6;
        var low = Near(a.Low, b.Low, tolerance) && a.LowOpen == b.LowOpen;
        var high = Near(a.High, b.High, tolerance) && a.HighOpen == b.HighOpen;
        if (low && high)
            return true;
        // "in 24 hours" is "within 24 hours"; a time that is just named may be either limit.
        return (a.IsTime || a.Dimension == Dimension.TimeOfDay) && (a.IsExact || b.IsExact) && (low || high) && !(a.LowOpen || b.LowOpen || a.HighOpen || b.HighOpen);
    }

    // "250,000 dollars a year" is "an annual limit of 250,000 dollars".
    static bool AreEqualRates(Quantity[] a, int i, Quantity[] b, int j, Span<bool> usedA, Span<bool> usedB)
    {
        var (x, y) = (a[i], b[j]);
        if (x.Per > 0 == y.Per > 0 || !AreEqual(x with { Per = 0 }, y with { Per = 0 }))
            return false;
        var rates = x.Per > 0 ? b : a;
        var used = x.Per > 0 ? usedB : usedA;
        for (var k = 0; k < used.Length; k++)
        {
            if (used[k] || rates[k].Dimension != Dimension.Frequency || !Near(rates[k].Named * Math.Max(x.Per, y.Per), 1, 1e-6))
                continue;
            used[k] = true;
            return true;
        }

        return false;
    }

    static bool Near(double a, double b, double tolerance) => a.Equals(b) || (double.IsFinite(a) && double.IsFinite(b) && Math.Abs(a - b) <= tolerance * Math.Max(Math.Abs(a), Math.Abs(b)));

    static (int I, int J) Best(DetailMatch match, ReadOnlySpan<bool> usedA, ReadOnlySpan<bool> usedB)
    {
        var (best, most) = ((-1, -1), 0.0);
        var (a, b) = (match.A.Reading.Quantities, match.B.Reading.Quantities);
        for (var i = 0; i < usedA.Length; i++)
        {
            for (var j = 0; j < usedB.Length; j++)
            {
                if (usedA[i] || usedB[j] || Compatible(match, a[i], b[j], usedA.Count(false) == 1 && usedB.Count(false) == 1) is var fits && fits <= most)
                    continue;
                (best, most) = ((i, j), fits);
            }
        }

        return best;
    }

    /// <summary>How well two quantities fit each other; 0 when they are not about one thing.</summary>
    static double Compatible(DetailMatch match, in Quantity a, in Quantity b, bool lonely)
    {
        var same = a.Dimension == b.Dimension || (a.IsTime && b.IsTime);
        var shared = Shared(match, a, b);
        if (same && a.Dimension is Dimension.Count or Dimension.Level)
        {
            if (Akin(match, a, b))
                return 3 + shared;
            return lonely && (shared > 0 || a.Thing < 0 || b.Thing < 0) && a.Dimension == Dimension.Count ? 1 + shared : 0;
        }

        if (same)
            return 2 + shared;
        var countable = (a.Dimension is Dimension.Count or Dimension.Share or Dimension.Factor or Dimension.SharePoints or Dimension.Money)
            && (b.Dimension is Dimension.Count or Dimension.Share or Dimension.Factor or Dimension.SharePoints or Dimension.Money);
        var timed = (a.IsTime || a.Dimension is Dimension.Frequency or Dimension.Date or Dimension.TimeOfDay) && (b.IsTime || b.Dimension is Dimension.Frequency or Dimension.Date or Dimension.TimeOfDay);
        return lonely && (countable || timed) && shared > 0 ? .5 + shared : 0;
    }

    // Whether what is counted matches.
    static bool Akin(DetailMatch match, in Quantity a, in Quantity b) =>
        a.Thing >= 0 && b.Thing >= 0 && new ContentWord(match.A.Reading.Tokens[a.Thing]).Sense(new(match.B.Reading.Tokens[b.Thing])) != 0;

    /// <summary>Share of 0..1 of the words around one quantity that match words around the other.</summary>
    static double Shared(DetailMatch match, in Quantity a, in Quantity b)
    {
        var shared = 0;
        var tokens = match.A.Reading.Tokens;
        for (var i = Math.Max(0, a.First - Window); i <= a.Last + Window && i < tokens.Length; i++)
        {
            if (!tokens[i].IsContent)
                continue;
            var partner = Math.Max(match.A.Like(i), match.A.Opposite(i));
            shared += partner >= b.First - Window && partner <= b.Last + Window && partner >= 0 ? 1 : 0;
        }

        return Math.Min(1, shared / 3.0);
    }

    static void Report(DetailMatch match, in Quantity a, in Quantity b)
    {
        var shared = Shared(match, a, b);
        var sure = shared > 0 || (a.Dimension == b.Dimension && match.A.Reading.Quantities.Length == 1 && match.B.Reading.Quantities.Length == 1) ? 1 : .7;
        var (kind, weight) = Judge(a, b);
        match.Add(kind, ConflictKind.Parameter, weight * sure, a.Span, b.Span);
        StartPointComparison.Compare(match, a, b);
    }

    static (DetailKind Kind, double Weight) Judge(in Quantity a, in Quantity b)
    {
        if (a.IsTime && b.IsTime && a.Dimension != b.Dimension)
            return (DetailKind.TimeBase, .9);
        if (a.Dimension != b.Dimension)
            return (KindOf(a), .6);
        if (a.Dimension == Dimension.Money && a.Base != b.Base)
            return (DetailKind.Jurisdiction, .85);
        var ratio = a.Named == 0 || b.Named == 0 ? 0 : Math.Min(a.Named / b.Named, b.Named / a.Named);
        // A month is about 30 days; contracts that say the one or the other mostly mean the same.
        if (a.IsTime && ratio > .98 && ratio < 1)
            return (DetailKind.Time, .3);
        if (ratio < 1 && !(ratio > .999999))
            return (KindOf(a), .92);
        if (!Near(a.Per, b.Per, 1e-6))
            return (KindOf(a), .7);
        if (double.IsInfinity(a.High) != double.IsInfinity(b.High) && double.IsInfinity(a.Low) != double.IsInfinity(b.Low))
            return (DetailKind.Threshold, .92);
        if (a.IsExact || b.IsExact)
            return (DetailKind.Threshold, a.IsTime ? .3 : a.Dimension is Dimension.Date or Dimension.TimeOfDay ? .6 : .55);
        return (DetailKind.Threshold, .75);
    }

    static DetailKind KindOf(in Quantity quantity) =>
        quantity.IsTime || quantity.Dimension is Dimension.Frequency or Dimension.Date or Dimension.TimeOfDay ? DetailKind.Time : DetailKind.Quantity;

    // A number that only one side names: a limit weighs more than a mere mention.
    static double Alone(in Quantity quantity, MatchedSide other) => quantity switch
    {
        { Dimension: Dimension.Count, Low: 1 } or { Dimension: Dimension.Factor } => .05,
        { Dimension: Dimension.Level } => .2,
        { Dimension: Dimension.Frequency } => .3,
        { Dimension: Dimension.Count, IsExact: true } => .25,
        { Dimension: Dimension.Count, Low: 2 } => .1,
        _ => other.Reading.Content.Length == 0 ? .2 : quantity.IsExact ? .35 : .5,
    };
}
