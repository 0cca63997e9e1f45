using System.Globalization;
using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange.Csv;

/// <summary>Looks at the bytes of a file before they are read as text: what it is, whether it is UTF-8, and where it is not.</summary>
sealed class Utf8Check
{
    readonly byte[] head = new byte[8];
    int headLength;
    int pending;
    long offset;
    int line = 1;
    byte lower = 0x80;
    byte upper = 0xBF;

    /// <summary>Bytes seen.</summary>
    public long Length => offset;

    /// <summary>Looks at the next bytes.</summary>
    /// <exception cref="RefusalException">Not UTF-8 text.</exception>
    public void Look(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length && headLength < head.Length; i++)
            head[headLength++] = bytes[i];
        if (headLength >= 4 && offset < 8)
            RefuseOtherFormats();
        foreach (var b in bytes)
        {
            if (pending > 0)
            {
                if (b < lower || b > upper)
                    throw Invalid();
                (lower, upper) = (0x80, 0xBF);
                pending--;
            }
            else if (b < 0x80)
            {
                if (b == 0)
                {
                    throw new RefusalException(
                        ErrorReason.CharacterNotAllowed,
                        FormattableString.Invariant($"Line {line} holds a NUL byte (byte {offset} of the file); save the file as text in UTF-8."),
                        metadata: Place());
                }

                if (b == (byte)'\n')
                    line++;
            }
            else
            {
                // RFC 3629, section 4: no overlong forms, no surrogates, nothing above U+10FFFF.
                (pending, lower, upper) = b switch
                {
                    >= 0xC2 and <= 0xDF => (1, (byte)0x80, (byte)0xBF),
                    0xE0 => (2, (byte)0xA0, (byte)0xBF),
                    0xED => (2, (byte)0x80, (byte)0x9F),
                    >= 0xE1 and <= 0xEF => (2, (byte)0x80, (byte)0xBF),
                    0xF0 => (3, (byte)0x90, (byte)0xBF),
                    >= 0xF1 and <= 0xF3 => (3, (byte)0x80, (byte)0xBF),
                    0xF4 => (3, (byte)0x80, (byte)0x8F),
                    _ => throw Invalid(),
                };
            }

            offset++;
        }
    }

    /// <summary>Says that the file has ended.</summary>
    /// <exception cref="RefusalException">It is empty, or ends inside a character.</exception>
    public void End()
    {
        if (offset == 0)
            throw new RefusalException(ErrorReason.FileEmpty, "The file is empty; a glossary needs a header row with the columns term and definition.");
        RefuseOtherFormats();
        if (pending > 0)
            throw Invalid();
    }

    void RefuseOtherFormats()
    {
        ReadOnlySpan<byte> start = head.AsSpan(0, headLength);
        var found = start switch
        {
            [0x50, 0x4B, 0x03 or 0x05, ..] => "a ZIP archive (an Excel or OpenDocument file is one too)",
            [0x25, 0x50, 0x44, 0x46, ..] => "a PDF",
            [0x89, 0x50, 0x4E, 0x47, ..] => "a picture",
            [0x1F, 0x8B, ..] => "a gzip archive",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "an old Office file",
            _ => null,
        };
        if (found is not null)
        {
            throw new RefusalException(
                ErrorReason.FileNotText,
                $"The file is {found}, not CSV; export it as CSV in UTF-8 and import that.",
                metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["found"] = found });
        }

        var utf16 = start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || (start.Length >= 4 && (start is [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..]));
        if (utf16)
        {
            throw new RefusalException(
                ErrorReason.EncodingInvalid,
                "The file is UTF-16; save it as UTF-8.",
                metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["found"] = "UTF-16" });
        }
    }

    RefusalException Invalid() => new(
        ErrorReason.EncodingInvalid,
        FormattableString.Invariant($"Line {line} is not UTF-8 (byte {offset} of the file); save the file as UTF-8."),
        metadata: Place());

    Dictionary<string, string> Place() => new(StringComparer.Ordinal)
    {
        ["line"] = line.ToString(CultureInfo.InvariantCulture),
        ["byte_offset"] = offset.ToString(CultureInfo.InvariantCulture),
    };
}
