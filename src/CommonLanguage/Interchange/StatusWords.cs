using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange;

/// <summary>The words for the status of a term that glossaries of other tools use.</summary>
static class StatusWords
{
    /// <summary>Reads a status; letter case, spaces, hyphens and underscores do not matter.</summary>
    /// <param name="written">The word of the file; empty for a preferred term.</param>
    /// <returns>The status, and whether the word says the same. If not, the word belongs in the note.</returns>
    /// <exception cref="RefusalException">The word is not known.</exception>
    public static (TermStatus Status, bool IsExact) Read(string written) => Find(written) ?? throw new RefusalException(
        ErrorReason.ValueUnknown,
        $"Status {Shown.Quoted(written)} is not known; use preferred, admitted, deprecated or superseded.",
        "status");

    /// <summary>Whether a word is known.</summary>
    public static bool IsKnown(string written) => Find(written) is not null;

    /// <summary>A word as these are compared.</summary>
    public static string Key(string written) => string.Concat(written.ToLowerInvariant().Where(c => c is not (' ' or '-' or '_')));

    static (TermStatus Status, bool IsExact)? Find(string written) => Key(written) switch
    {
        "" or "preferred" or "preferredtermadmnsts" or "approved" => (TermStatus.Preferred, true),
        "admitted" or "admittedtermadmnsts" => (TermStatus.Admitted, true),
        "deprecated" or "deprecatedtermadmnsts" or "deprecatedterm" => (TermStatus.Deprecated, true),
        "superseded" or "supersededtermadmnsts" => (TermStatus.Superseded, true),
        "draft" or "provisional" or "nonstandard" => (TermStatus.Admitted, false),
        "notrecommended" or "obsolete" or "retired" or "forbidden" => (TermStatus.Deprecated, false),
        _ => null,
    };
}
