using System.Buffers;

namespace CommonLanguage.Glossary;

/// <summary>The rule for ids in resource names: 1 to 63 of ASCII letters, digits, '.', '-', '_', beginning with a letter or digit.</summary>
static class ResourceId
{
    static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_");

    public static string Parse(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw Refusals.Unreadable(ErrorReason.IdInvalid, $"'{field}' is empty; give an id of letters, digits, '.', '-' or '_'.", field, text ?? "");
        if (!IsValid(text))
        {
            var shown = Shown.Quoted(text);
            throw Refusals.Unreadable(
                ErrorReason.IdInvalid,
                $"{shown} is not an id: use 1 to {Limits.Id} letters, digits, '.', '-' or '_', beginning with a letter or digit; put the full name in the display name.",
                field,
                text);
        }

        return text;
    }

    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= Limits.Id && char.IsAsciiLetterOrDigit(text[0]) && !text.ContainsAnyExcept(Allowed);
}
