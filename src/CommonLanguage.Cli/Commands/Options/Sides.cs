using CommonLanguage.Cli.Output;
using CommonLanguage.V1;

namespace CommonLanguage.Cli.Commands.Options;

/// <summary>The entries of a conflict, named as the page of the conflict heads them.</summary>
static class Sides
{
    /// <summary>The resource name of the entry that is meant.</summary>
    /// <exception cref="FailureException">The conflict has no such side.</exception>
    public static string Entry(Conflict conflict, string text)
    {
        if (text.Contains("/entries/", StringComparison.Ordinal))
            return text;
        var names = SideNames.Of(conflict);
        var at = names.ToList().FindIndex(name => string.Equals(name, Names.Id(text), StringComparison.OrdinalIgnoreCase));
        return at >= 0
            ? conflict.Entries[at].Entry
            : throw FailureException.WrongUse($"This conflict has no side '{text}'; name one of {string.Join(", ", names)}.");
    }

    /// <summary>The two parts of a text like "ORG=TEXT".</summary>
    /// <exception cref="FailureException">There is no "=", or nothing on one side of it.</exception>
    public static (string Left, string Right) Split(string option, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1
            ? (text[..at].Trim(), text[(at + 1)..].Trim())
            : throw FailureException.WrongUse($"{option} takes two parts with '=' between them, not '{text}'; see --help for an example.");
    }
}
