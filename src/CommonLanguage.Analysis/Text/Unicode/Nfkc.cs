using System.Text;

namespace CommonLanguage.Analysis.Text.Unicode;

/// <summary>
/// Unicode normalization form KC (Unicode Standard Annex 15), of Unicode 14.0: characters that differ in encoding, width, ligature or
/// presentation only become one. It stands here because the runtime's own does nothing where culture data is left out, as this
/// program leaves it out, and elsewhere differs with the version of ICU, while keys are stored and must be the same on every machine.
/// Thread-safe.
/// </summary>
public static class Nfkc
{
    const int HangulBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    const int LeadCount = 19, VowelCount = 21, TailCount = 28, HangulCount = LeadCount * VowelCount * TailCount;

    /// <summary>The normal form of a text; the text itself where it is that already. Unpaired surrogates become U+FFFD.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var table = NfkcTable.Instance;
        var codes = new List<int>(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
            Decompose(rune.Value, table, codes);
        Order(codes, table);
        Compose(codes, table);
        var composed = new StringBuilder(codes.Count + 8);
        foreach (var code in codes)
            _ = composed.Append(new Rune(code));
        return composed.Equals(text) ? text : composed.ToString();
    }

    static void Decompose(int code, NfkcTable table, List<int> codes)
    {
        if (code is >= HangulBase and < HangulBase + HangulCount)
        {
            var index = code - HangulBase;
            codes.Add(LeadBase + (index / (VowelCount * TailCount)));
            codes.Add(VowelBase + (index % (VowelCount * TailCount) / TailCount));
            if (index % TailCount > 0)
                codes.Add(TailBase + (index % TailCount));
        }
        else if (code >= 0x80 && table.Decomposed(code) is { } mapped)
        {
            codes.AddRange(mapped);
        }
        else
        {
            codes.Add(code);
        }
    }

    /// <summary>Marks behind a letter in the order of their classes; those of one class as they stood.</summary>
    static void Order(List<int> codes, NfkcTable table)
    {
        for (var start = 0; start < codes.Count; start++)
        {
            if (table.Class(codes[start]) == 0)
                continue;
            var end = start + 1;
            while (end < codes.Count && table.Class(codes[end]) != 0)
                end++;
            if (end - start > 1)
            {
                var ordered = codes.GetRange(start, end - start).OrderBy(table.Class).ToArray();
                for (var i = 0; i < ordered.Length; i++)
                    codes[start + i] = ordered[i];
            }

            start = end;
        }
    }

    static void Compose(List<int> codes, NfkcTable table)
    {
        var starter = -1;
        var kept = 0;
        var lastClass = -1;
        for (var i = 0; i < codes.Count; i++)
        {
            var code = codes[i];
            var mark = table.Class(code);
            if (starter >= 0 && lastClass < mark && Composed(codes[starter], code, table) is { } composed)
            {
                codes[starter] = composed;
                continue;
            }

            (starter, lastClass) = mark == 0 ? (kept, -1) : (starter, mark);
            codes[kept++] = code;
        }

        codes.RemoveRange(kept, codes.Count - kept);
    }

    static int? Composed(int first, int second, NfkcTable table)
    {
        if (first is >= LeadBase and < LeadBase + LeadCount && second is >= VowelBase and < VowelBase + VowelCount)
            return HangulBase + ((((first - LeadBase) * VowelCount) + second - VowelBase) * TailCount);
        if (first is >= HangulBase and < HangulBase + HangulCount && (first - HangulBase) % TailCount == 0 && second is > TailBase and < TailBase + TailCount)
            return first + second - TailBase;
        return table.Composed(first, second);
    }
}
