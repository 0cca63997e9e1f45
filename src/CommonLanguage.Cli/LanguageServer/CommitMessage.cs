namespace CommonLanguage.Cli.LanguageServer;

/// <summary>The message of a commit as an editor shows it while it is written (gitcommit(5), "scissors").</summary>
static class CommitMessage
{
    const string Scissors = "# ------------------------ >8 ------------------------";

    /// <summary>The text with blanks in place of what is no part of the message, so that all else stays in its place.</summary>
    public static string WithoutComments(string text)
    {
        var shown = text.ToCharArray();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            if (text.AsSpan(start).StartsWith(Scissors, StringComparison.Ordinal))
                end = text.Length;
            if (text[start] == '#' || text.AsSpan(start).StartsWith("JJ:", StringComparison.Ordinal) || text.AsSpan(start).StartsWith("HG:", StringComparison.Ordinal))
                Blank(shown.AsSpan(start, end - start));
            start = end + 1;
        }

        return new(shown);
    }

    static void Blank(Span<char> part)
    {
        foreach (ref var c in part)
            c = c is '\n' or '\r' ? c : ' ';
    }
}
