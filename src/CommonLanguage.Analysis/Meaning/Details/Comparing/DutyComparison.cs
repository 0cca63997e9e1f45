using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Reading;

namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>Compares duties: must against may, must not against may.</summary>
static class DutyComparison
{
    /// <summary>Reports another duty; true when the denials of both sides are told by it or agree with it.</summary>
    public static bool Compare(DetailMatch match)
    {
        var (a, b) = (match.A.Reading.Duties, match.B.Reading.Duties);
        if (a.Length == 0 && b.Length == 0)
            return false;
        if (a.Length == 0 || b.Length == 0)
        {
            ReportAlone(match, a.Length > 0 ? a : b, a.Length > 0);
            return false;
        }

        var told = false;
        Span<bool> used = stackalloc bool[Math.Min(b.Length, 64)];
        used.Clear();
        var pending = new List<Duty>();
        foreach (var duty in a)
        {
            var equal = -1;
            for (var j = 0; j < used.Length && equal < 0; j++)
                equal = !used[j] && b[j].Strength == duty.Strength ? j : -1;
            if (equal < 0)
            {
                pending.Add(duty);
                continue;
            }

            used[equal] = true;
            told |= duty.Strength == Strength.MustNot;
        }

        foreach (var duty in pending)
        {
            var other = used.IndexOf(false);
            if (other < 0)
                break;
            used[other] = true;
            if (Cancels(match.A, duty, b[other]) || Cancels(match.B, b[other], duty))
                continue;
            told |= duty.Strength == Strength.MustNot || b[other].Strength == Strength.MustNot;
            match.Add(DetailKind.Modality, Contradict(duty, b[other]) ? ConflictKind.Contradiction : ConflictKind.Parameter, Weight(duty, b[other]) * Near(match, duty, b[other]), Cut(match.A, duty), Cut(match.B, b[other]));
        }

        return told;
    }

    // "may not be left open" is "must stay closed": the denial and the opposite word make one duty.
    static bool Cancels(MatchedSide side, Duty duty, Duty other)
    {
        if (duty.Strength != Strength.MustNot || other.Strength != Strength.Must)
            return false;
        foreach (var denial in side.Reading.Denials)
        {
            if (denial.At != duty.Denial)
                continue;
            for (var i = denial.From; i < denial.To; i++)
            {
                if (side.Reading.Tokens[i].Has(TokenTraits.Negated) && side.Like(i) >= 0)
                    return true;
            }
        }

        return false;
    }

    static bool Contradict(Duty a, Duty b) => (a.Strength == Strength.MustNot) != (b.Strength == Strength.MustNot);

    static double Weight(Duty a, Duty b)
    {
        var faint = a.Faint || b.Faint;
        return (Low(a.Strength, b.Strength), High(a.Strength, b.Strength)) switch
        {
            (Strength.May, Strength.Must) => faint ? .75 : .88,
            (Strength.May, Strength.Should) => faint ? .5 : .65,
            (Strength.Should, Strength.Must) => .8,
            (Strength.ShouldNot, Strength.MustNot) => .6,
            (Strength.May, Strength.MustNot) => faint ? .7 : .9,
            _ => .92,
        };
    }

    // In long texts, two duties are about one thing only when words beside them match.
    static double Near(DetailMatch match, Duty a, Duty b)
    {
        if (match.Closeness >= 1)
            return 1;
        var tokens = match.A.Reading.Tokens;
        for (var i = Math.Max(0, a.At - 4); i < tokens.Length && i <= a.At + 4; i++)
        {
            if (tokens[i].IsContent && Math.Max(match.A.Like(i), match.A.Opposite(i)) is >= 0 and var partner && Math.Abs(partner - b.At) <= 4)
                return Math.Max(.7, match.Closeness);
        }

        return .5 * match.Closeness;
    }

    static Strength Low(Strength a, Strength b) => a < b ? a : b;

    static Strength High(Strength a, Strength b) => a < b ? b : a;

    // A definition that says what is done leaves open whether it must be.
    static void ReportAlone(DetailMatch match, Duty[] duties, bool ofA)
    {
        foreach (var duty in duties)
        {
            var weight = duty.Strength switch
            {
                Strength.May => duty.Faint ? .06 : .35,
                Strength.Should => .35,
                Strength.Must => duty.Faint ? .1 : .2,
                _ => 0,
            };
            var span = Cut(ofA ? match.A : match.B, duty);
            match.Add(DetailKind.Modality, ConflictKind.Parameter, weight * match.Closeness, ofA ? span : default, ofA ? default : span);
        }
    }

    // The duty with the words up to the verb.
    static TextSpan Cut(MatchedSide side, Duty duty)
    {
        var tokens = side.Reading.Tokens;
        var to = duty.At + 1;
        while (to < tokens.Length && to < duty.At + 4 && tokens[to].Kind == TokenKind.Word && !tokens[to - 1].IsContent)
            to++;
        var from = duty.Denial >= 0 && duty.Denial < duty.At ? duty.Denial : duty.At;
        return side.Span(from, to);
    }
}
