using System.Globalization;

namespace CommonLanguage.Glossary;

/// <summary>Days as the contract writes them: "YYYY-MM-DD".</summary>
public static class Days
{
    /// <summary>Reads a day.</summary>
    /// <exception cref="RefusalException">Not a day (DateInvalid).</exception>
    public static DateOnly Parse(string text, string field) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Refusals.Unreadable(ErrorReason.DateInvalid, $"{Shown.Quoted(text)} is not a day; write it as 2026-01-31.", field, text);

    /// <summary>Reads a day; empty gives null.</summary>
    /// <exception cref="RefusalException">Not a day (DateInvalid).</exception>
    public static DateOnly? ParseOptional(string text, string field) => text.Length == 0 ? null : Parse(text, field);
}
