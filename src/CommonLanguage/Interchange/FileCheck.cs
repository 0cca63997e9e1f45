using System.Globalization;
using System.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange;

/// <summary>
/// Looks at the bytes of a file before they are read as text: what it is, in which encoding, and where it is no text. UTF-8 goes first;
/// UTF-16 is known by its byte order mark or its zeros; bytes that are no UTF-8 are taken for Windows-1252, unless so many of them are
/// UTF-8 that the file is a broken one.
/// </summary>
/// <param name="chosen">The encoding that somebody named; null = found from the bytes.</param>
sealed class FileCheck(Encoding? chosen)
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    static readonly UnicodeEncoding LittleEnd = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    static readonly UnicodeEncoding BigEnd = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);

    readonly byte[] head = new byte[8];
    int headLength;
    int held;
    int pending;
    int line = 1;
    int multiple;
    int invalid;
    bool isWindows = true;
    bool isBroken;
    byte lower = 0x80;
    byte upper = 0xBF;
    RefusalException? firstInvalid;

    /// <summary>Whether the file is a ZIP archive, as Excel workbooks are; its bytes are no text.</summary>
    public bool IsArchive => head.AsSpan(0, headLength) is [0x50, 0x4B, 0x03 or 0x05, ..];

    /// <summary>Bytes seen.</summary>
    public long Length { get; private set; }

    /// <summary>The encoding of a name; null for an empty one.</summary>
    /// <exception cref="RefusalException">The encoding is not known.</exception>
    public static Encoding? Parse(string name)
    {
        var key = name.Trim().ToLowerInvariant().Replace('_', '-');
        if (key.Length == 0)
            return null;
        key = key switch
        {
            "utf8" or "utf-8" or "utf-8-sig" => "utf-8",
            "utf16" or "utf-16" or "utf-16le" or "utf16le" => "utf-16le",
            "utf-16be" or "utf16be" => "utf-16be",
            "ansi" or "latin1" or "latin-1" or "iso-8859-1" => "windows-1252",
            _ when key.StartsWith("cp", StringComparison.Ordinal) => "windows-" + key[2..],
            _ => key,
        };
        return key switch
        {
            "utf-8" => Utf8,
            "utf-16le" => LittleEnd,
            "utf-16be" => BigEnd,
            _ => CodePage(key) ?? throw Refusals.Unreadable(
                ErrorReason.ValueUnknown,
                $"Encoding {Shown.Quoted(name)} is not known; use utf-8, utf-16le, utf-16be, windows-1252, windows-1250, iso-8859-15 or the like.",
                "encoding",
                name),
        };
    }

    /// <summary>Looks at the next bytes.</summary>
    /// <exception cref="RefusalException">The file is of a format that is not read, or no text.</exception>
    public void Look(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length && headLength < head.Length; i++)
            head[headLength++] = bytes[i];
        // Fewer bytes do not tell UTF-16 from a text with NUL bytes.
        if (headLength < 4)
        {
            held = headLength;
            return;
        }

        if (Length < 8)
            RefuseOtherFormats();
        LookAtHeld();
        LookAt(bytes);
    }

    /// <summary>Says that the file has ended.</summary>
    /// <returns>The encoding to read it by, where it is a text; it refuses bytes that are not of it.</returns>
    /// <exception cref="RefusalException">It is empty, of a format that is not read, or of no encoding that can be told.</exception>
    public Encoding End()
    {
        LookAtHeld();
        if (Length == 0)
            throw new RefusalException(ErrorReason.FileEmpty, "The file is empty; a glossary needs a header row with the columns term and definition.");
        RefuseOtherFormats();
        if (IsArchive)
            return Utf8;
        if (pending > 0)
            Refuse();
        if ((chosen ?? Utf16()) is { } known && (known is not UTF8Encoding || firstInvalid is null))
            return known;
        if (firstInvalid is null)
            return Utf8;
        return chosen is null && isWindows && invalid > multiple ? CodePage("windows-1252")! : throw firstInvalid;
    }

    static Encoding? CodePage(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    void LookAtHeld()
    {
        var bytes = head.AsSpan(0, held);
        held = 0;
        LookAt(bytes);
    }

    void LookAt(ReadOnlySpan<byte> bytes)
    {
        if (IsArchive || chosen is UnicodeEncoding || (chosen is null && Utf16() is not null))
        {
            Length += bytes.Length;
            return;
        }

        foreach (var b in bytes)
        {
            Look(b);
            Length++;
        }
    }

    void Look(byte b)
    {
        if (pending > 0)
        {
            if (b >= lower && b <= upper)
            {
                (lower, upper) = (0x80, 0xBF);
                if (--pending == 0)
                    multiple++;
                return;
            }

            Refuse();
        }

        if (b < 0x80)
        {
            if (b == 0)
            {
                throw new RefusalException(
                    ErrorReason.CharacterNotAllowed,
                    FormattableString.Invariant($"Line {line} holds a NUL byte (byte {Length} of the file); save the file as text in UTF-8."),
                    metadata: Place());
            }

            if (b == (byte)'\n')
                line++;
            isBroken = false;
            return;
        }

        isWindows &= b is not (0x81 or 0x8D or 0x8F or 0x90 or 0x9D);
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
            _ => (0, (byte)0x80, (byte)0xBF),
        };
        if (pending == 0)
            Refuse();
        else
            isBroken = false;
    }

    void RefuseOtherFormats()
    {
        ReadOnlySpan<byte> start = head.AsSpan(0, headLength);
        var found = start switch
        {
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

        if (start is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..])
        {
            throw new RefusalException(
                ErrorReason.EncodingInvalid,
                "The file is UTF-32; save it as UTF-8.",
                metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["found"] = "UTF-32" });
        }
    }

    UnicodeEncoding? Utf16() => head.AsSpan(0, headLength) switch
    {
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => LittleEnd,
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => BigEnd,
        _ => null,
    };

    void Refuse()
    {
        (pending, lower, upper) = (0, 0x80, 0xBF);
        // The bytes that follow a broken character belong to it.
        invalid += isBroken ? 0 : 1;
        isBroken = true;
        firstInvalid ??= new(
            ErrorReason.EncodingInvalid,
            FormattableString.Invariant($"Line {line} is not UTF-8 (byte {Length} of the file); save the file as UTF-8, or name its encoding."),
            metadata: Place());
    }

    Dictionary<string, string> Place() => new(StringComparer.Ordinal)
    {
        ["line"] = line.ToString(CultureInfo.InvariantCulture),
        ["byte_offset"] = Length.ToString(CultureInfo.InvariantCulture),
    };
}
