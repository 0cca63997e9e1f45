using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Meaning.Details.Reading;

namespace CommonLanguage.Analysis.Meaning.Details.Comparing;

/// <summary>Compares who acts, receives and owns.</summary>
static class PartyComparison
{
    public static void Compare(DetailMatch match)
    {
        var (a, b) = (match.A.Reading.Parties, match.B.Reading.Parties);
        if (a.Length == 0 || b.Length == 0)
        {
            ReportAlone(match, a.Length > 0);
            return;
        }

        var onlyA = Only(match.A, a, b);
        var onlyB = Only(match.B, b, a);
        if (onlyA.Count > 0 && onlyB.Count > 0)
        {
            var (x, y) = Pair(onlyA, onlyB);
            // Of two long texts, each mentions somebody; only where both do or get the same is it another party.
            var closeness = x.Role == y.Role && x.Role is PartyRole.Agent or PartyRole.Recipient ? Math.Max(.3, match.Closeness) : match.Closeness;
            match.Add(DetailKind.Party, ConflictKind.Contradiction, (x.Party < 0 && y.Party < 0 ? .6 : x.Role == y.Role ? .85 : .55) * closeness, Cut(match.A, x), Cut(match.B, y));
        }
        else if (onlyA.Count > 0)
        {
            match.Add(DetailKind.Party, ConflictKind.Scope, Extra(onlyA[0], b, match.A) * match.Closeness, Cut(match.A, onlyA[0]), default);
        }
        else if (onlyB.Count > 0)
        {
            match.Add(DetailKind.Party, ConflictKind.Scope, Extra(onlyB[0], a, match.B) * match.Closeness, default, Cut(match.B, onlyB[0]));
        }
        else
        {
            CompareRoles(match, a, b);
        }
    }

    // Both texts name the same parties: has one taken the other's part?
    static void CompareRoles(DetailMatch match, PartyMention[] a, PartyMention[] b)
    {
        foreach (var x in a)
        {
            if (x.Role == PartyRole.Other)
                continue;
            foreach (var y in b)
            {
                if (x.Role != y.Role || x.Party == y.Party || x.IsAnybody || y.IsAnybody || Has(a, y.Party, x.Role) || Has(b, x.Party, x.Role))
                    continue;
                match.Add(DetailKind.Party, ConflictKind.Contradiction, .8 * Math.Max(.4, match.Closeness), Cut(match.A, x), Cut(match.B, y));
                return;
            }
        }
    }

    static bool Has(PartyMention[] mentions, int party, PartyRole role)
    {
        foreach (var mention in mentions)
        {
            if (mention.Party == party && mention.Role == role)
                return true;
        }

        return false;
    }

    // Mentions whose party the other side does not name; a word for anybody never counts, and may stand for one.
    static List<PartyMention> Only(MatchedSide matched, PartyMention[] side, PartyMention[] other)
    {
        List<PartyMention> only = [];
        foreach (var mention in side)
        {
            var named = mention.IsAnybody || (mention.Party < 0 && matched.IsMatched(mention.At));
            foreach (var candidate in other)
                named |= candidate.Party == mention.Party;
            if (!named)
                only.Add(mention);
        }

        return only;
    }

    static (PartyMention A, PartyMention B) Pair(List<PartyMention> a, List<PartyMention> b)
    {
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                if (x.Role == y.Role)
                    return (x, y);
            }
        }

        return (a[0], b[0]);
    }

    static double Extra(PartyMention mention, PartyMention[] others, MatchedSide side)
    {
        foreach (var other in others)
        {
            if (other.IsAnybody)
                return .12;
        }

        // A word in a list ("a user, processor or device") acts as nobody.
        if (mention.Role == PartyRole.Other)
            return .15;
        return side.Left <= 1 || mention.Role is PartyRole.Agent or PartyRole.Recipient ? .4 : .25;
    }

    static void ReportAlone(DetailMatch match, bool ofA)
    {
        var side = ofA ? match.A : match.B;
        foreach (var mention in side.Reading.Parties)
        {
            if (mention.IsAnybody || mention.Role is not (PartyRole.Agent or PartyRole.Recipient))
                continue;
            var span = Cut(side, mention);
            match.Add(DetailKind.Party, ConflictKind.Scope, .22 * match.Closeness, ofA ? span : default, ofA ? default : span);
            return;
        }
    }

    // The party with the "by", "to" or "for" before it.
    static TextSpan Cut(MatchedSide side, PartyMention mention)
    {
        var from = mention.At;
        var tokens = side.Reading.Tokens;
        while (from > 0 && from > mention.At - 3 && tokens[from - 1].Is(LexemeRoles.Article | LexemeRoles.By | LexemeRoles.To | LexemeRoles.From | LexemeRoles.For | LexemeRoles.Of))
        {
            from--;
            if (!tokens[from].Is(LexemeRoles.Article))
                break;
        }

        return side.Span(from, mention.At + 1);
    }
}
