using System.Runtime.InteropServices;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Reading;

namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>
/// Compares what is denied, included and excluded, and words of opposite sense. Two denials of one text that the other has not can cancel
/// ("not undelivered"), and a denial may stand in another word ("delivery failed"): only what is left over is a difference.
/// </summary>
static class DenialComparison
{
    public static void Compare(DetailMatch match, bool told)
    {
        var a = Sort(match.A, match.B);
        var b = Sort(match.B, match.A);
        if (told)
        {
            a.Drop(match.A.Reading.Duties);
            b.Drop(match.B.Reading.Duties);
        }

        Cancel(a.Turned, b.Turned);
        Cancel(a.Turned, b.Open);
        Cancel(b.Turned, a.Open);
        Cancel(a.Open, b.Open);
        ReportTurned(match, a.Turned, ofA: true);
        ReportTurned(match, b.Turned, ofA: false);
        ReportOpen(match, a.Open, ofA: true);
        ReportOpen(match, b.Open, ofA: false);
        ReportOpposites(match);
    }

    static Denials Sort(MatchedSide side, MatchedSide other)
    {
        var sorted = new Denials();
        foreach (var denial in side.Reading.Denials)
        {
            var (like, turned, both) = (false, -1, false);
            for (var i = denial.From; i < denial.To; i++)
            {
                if (!side.Reading.Tokens[i].IsContent)
                    continue;
                like |= side.Like(i) >= 0;
                var opposite = side.Opposite(i);
                if (opposite >= 0 && side.Like(i) < 0 && IsDenied(side.Reading.Tokens[i]) != IsDenied(other.Reading.Tokens[opposite]))
                    (turned, both) = (i, both || (denial.Kind is DenialKind.Prefix or DenialKind.Exclusion && other.Like(opposite) >= 0));
            }

            if (denial.Kind == DenialKind.Implied)
            {
                if (!side.IsMatched(denial.At))
                    sorted.Open.Add(denial);
            }
            else if (both)
            {
                // "classified and unclassified" against "classified": one more, not the contrary.
                sorted.Open.Add(denial);
            }
            else if (turned >= 0 && (!like || denial.Kind == DenialKind.Exclusion))
            {
                sorted.Turned.Add(denial with { From = turned });
            }
            else if (!like)
            {
                sorted.Open.Add(denial);
            }
        }

        // Words whose sense is itself a denial ("unavailable") and that have no match can stand for one.
        foreach (var i in side.Reading.Content)
        {
            if (!side.IsMatched(i) && side.Reading.Tokens[i].Lexeme is { Concepts: [< 0, ..] } && other.Reading.Denials.Length > 0)
                sorted.Open.Add(new(i, i, i, DenialKind.Implied));
        }

        return sorted;
    }

    static void Cancel(List<Denial> a, List<Denial> b)
    {
        while (a.Count > 0 && b.Count > 0)
        {
            a.RemoveAt(a.Count - 1);
            b.RemoveAt(b.Count - 1);
        }
    }

    static void ReportTurned(DetailMatch match, List<Denial> denials, bool ofA)
    {
        var (side, other) = ofA ? (match.A, match.B) : (match.B, match.A);
        foreach (ref readonly var denial in CollectionsMarshal.AsSpan(denials))
        {
            var partner = side.Opposite(denial.From);
            var excluded = denial.Kind == DenialKind.Exclusion;
            var mine = side.Span(Math.Min(denial.At, denial.From), Math.Max(denial.At, denial.From) + 1);
            var theirs = other.Span(partner, partner + 1);
            var weight = denial.Kind == DenialKind.Prefix ? .75 : .88;
            match.Add(excluded ? DetailKind.Inclusion : DetailKind.Negation, excluded ? ConflictKind.Scope : ConflictKind.Contradiction, weight, ofA ? mine : theirs, ofA ? theirs : mine);
        }
    }

    static void ReportOpen(DetailMatch match, List<Denial> denials, bool ofA)
    {
        var side = ofA ? match.A : match.B;
        foreach (ref readonly var denial in CollectionsMarshal.AsSpan(denials))
        {
            var (kind, conflict, weight) = denial.Kind switch
            {
                DenialKind.Explicit => (DetailKind.Negation, ConflictKind.Contradiction, .45),
                DenialKind.Exclusion => (DetailKind.Inclusion, ConflictKind.Scope, .55),
                DenialKind.Unless => (DetailKind.Condition, ConflictKind.Scope, .6),
                DenialKind.Prefix => (DetailKind.Negation, ConflictKind.Contradiction, .2),
                _ => (DetailKind.Negation, ConflictKind.Contradiction, .08),
            };
            var span = side.Span(denial.At, Math.Max(denial.At + 1, denial.To));
            match.Add(kind, conflict, weight * match.Closeness, ofA ? span : default, ofA ? default : span);
        }
    }

    static void ReportOpposites(DetailMatch match)
    {
        var told = 0;
        var last = (A: 0UL, B: 0UL);
        foreach (var i in match.A.Reading.Content)
        {
            var j = match.A.Opposite(i);
            if (j < 0 || match.A.Like(i) >= 0 || told == 3 || IsDenied(match.A.Reading.Tokens[i]) != IsDenied(match.B.Reading.Tokens[j]))
                continue;
            var pair = (match.A.Reading.Tokens[i].Key, match.B.Reading.Tokens[j].Key);
            if (pair == last)
                continue;
            last = pair;
            if (IsConverse(match, match.A.Reading.Tokens[i], match.B.Reading.Tokens[j]))
                continue;
            told++;
            var both = match.B.Like(j) >= 0;
            if (both && match.B.Left == 0 && !IsJoined(match.A, match.B.Like(j), i))
                continue;
            match.Add(both ? DetailKind.Inclusion : DetailKind.Opposite, both ? ConflictKind.Scope : ConflictKind.Contradiction, both ? .5 * match.Closeness : .8 * Math.Max(.5, match.Closeness),
                match.A.Reading.Tokens[i].Span, match.B.Reading.Tokens[j].Span);
        }

        foreach (var j in match.B.Reading.Content)
        {
            var i = match.B.Opposite(j);
            if (i < 0 || match.B.Like(j) >= 0 || match.A.Like(i) < 0 || told == 3 || IsDenied(match.A.Reading.Tokens[i]) != IsDenied(match.B.Reading.Tokens[j]))
                continue;
            if (match.A.Left == 0 && !IsJoined(match.B, match.A.Like(i), j))
                continue;
            told++;
            match.Add(DetailKind.Inclusion, ConflictKind.Scope, .5 * match.Closeness, match.A.Reading.Tokens[i].Span, match.B.Reading.Tokens[j].Span);
        }
    }

    // "New and old keys" are more than "new keys". Where nothing stands in its place, "a new key related to the old one" is not.
    static bool IsJoined(MatchedSide side, int i, int j)
    {
        var tokens = side.Reading.Tokens;
        for (var k = Math.Min(i, j) + 1; k < Math.Max(i, j) && Math.Abs(i - j) <= 5; k++)
        {
            if (tokens[k].Is(LexemeRoles.And | LexemeRoles.Or) || (tokens[k].Kind == TokenKind.Mark && tokens[k].Mark is ',' or '/'))
                return true;
        }

        return false;
    }

    // "sent to the members" is "the members receive": one act told from its two ends.
    static bool IsConverse(DetailMatch match, in Token a, in Token b)
    {
        if (a.Is(LexemeRoles.Receiving) == b.Is(LexemeRoles.Receiving))
            return false;
        foreach (var x in match.A.Reading.Parties)
        {
            foreach (var y in match.B.Reading.Parties)
            {
                if (x.Party == y.Party && x.Role == y.Role && x.Role is PartyRole.Recipient or PartyRole.Agent)
                    return true;
            }
        }

        return false;
    }

    // What a negation turned round is told by the negation.
    static bool IsDenied(in Token token) => token.Sign < 0;

    sealed class Denials
    {
        /// <summary>Those whose words the other side states without denial.</summary>
        public List<Denial> Turned { get; } = [];

        /// <summary>Those whose words the other side does not have.</summary>
        public List<Denial> Open { get; } = [];

        public void Drop(Duty[] duties)
        {
            foreach (var duty in duties)
            {
                if (duty.Strength is not (Strength.MustNot or Strength.ShouldNot))
                    continue;
                Turned.RemoveAll(denial => denial.At == duty.Denial || denial.At == duty.At);
                Open.RemoveAll(denial => denial.At == duty.Denial || denial.At == duty.At);
            }
        }
    }
}
