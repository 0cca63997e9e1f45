using System.Globalization;
using System.Text;
using CommonLanguage.Analysis.Text.Unicode;

namespace CommonLanguage.Analysis.Text;

/// <summary>
/// A text without what only looks or is encoded differently: small letters, NFKC (Unicode Standard Annex 15), one kind of apostrophe,
/// nothing that cannot be seen. After the Unicode Standard's toNFKC_Casefold, with simple case mappings. Idempotent.
/// </summary>
static class CompatibleForm
{
    // Ten thousand combining marks on one letter are one letter with a few: ordering them all would take quadratic time.
    const int MarksOfOneLetter = 16;

    public static string Of(string text)
    {
        // Small letters may compose where capitals do not (a J with caron), and what is composed may have a small letter.
        while (true)
        {
            var next = Nfkc.Of(Visible(text));
            if (string.Equals(next, text, StringComparison.Ordinal))
                return next;
            text = next;
        }
    }

    static string Visible(string text)
    {
        var kept = new StringBuilder(text.Length);
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // An unpaired surrogate is no part of any word, and cannot be normalised.
            if (Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var taken) != System.Buffers.OperationStatus.Done)
                continue;
            i += taken - 1;
            if (IsInvisible(rune.Value))
                continue;
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark ? marks + 1 : 0;
            if (marks <= MarksOfOneLetter)
                _ = kept.Append(Small(rune));
        }

        return kept.ToString();
    }

    static Rune Small(Rune rune) => rune.Value switch
    {
        // Apostrophes of all sorts, the acute accent that stands for one among them.
        '\u2018' or '\u2019' or '\u201B' or '\u02BC' or '\u00B4' => new('\''),
        // The capital of the Turkish i; final and other small sigma are one letter.
        '\u0130' => new('i'),
        '\u03C2' => new('\u03C3'),
        _ => Rune.ToLowerInvariant(rune),
    };

    // Default_Ignorable_Code_Point of the Unicode Character Database, as far as it occurs in texts.
    static bool IsInvisible(int c) => c is 0xAD or 0x34F or 0x61C or 0x180E or 0xFEFF
        or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF);
}
