using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup.Search;

/// <summary>
/// What a person types into a search: words, "a phrase", -word to leave out, wor* for a beginning. Everything else that other query
/// languages know is plain text here or refused; visibility is never part of it.
/// </summary>
/// <param name="Text">The word or phrase.</param>
/// <param name="IsPhrase">Words in this order.</param>
/// <param name="IsExcluded">Entries with it are left out.</param>
/// <param name="IsPrefix">Words that begin with it.</param>
sealed record SearchWords(string Text, bool IsPhrase, bool IsExcluded, bool IsPrefix)
{
    /// <summary>Reads a search.</summary>
    /// <exception cref="RefusalException">It is empty, too long, or cannot be read (QueryInvalid, with the column).</exception>
    public static ImmutableArray<SearchWords> Parse(string query)
    {
        if (string.IsNullOrWhiteSpace(query))
            throw Missing();
        var words = ImmutableArray.CreateBuilder<SearchWords>();
        for (var at = 0; at < query.Length;)
        {
            if (char.IsWhiteSpace(query[at]))
            {
                at++;
                continue;
            }

            var excluded = query[at] == '-' && at + 1 < query.Length && !char.IsWhiteSpace(query[at + 1]);
            var start = excluded ? at + 1 : at;
            if (query[start] == '"')
            {
                var end = query.IndexOf('"', start + 1);
                if (end < 0)
                    throw Invalid(start, "the quote is never closed");
                if (query.AsSpan(start + 1, end - start - 1).ContainsAnyExcept(" \t"))
                    words.Add(new(query[(start + 1)..end], IsPhrase: true, excluded, IsPrefix: false));
                at = end + 1;
            }
            else
            {
                var end = start;
                while (end < query.Length && !char.IsWhiteSpace(query[end]) && query[end] != '"')
                    end++;
                words.Add(Word(query, start, end, excluded));
                at = end;
            }

            if (words.Count > Limits.QueryWords)
            {
                throw Refusals.TooManyValues(
                    FormattableString.Invariant($"The search has over {Limits.QueryWords} words; use fewer."), "query", words.Count, Limits.QueryWords);
            }
        }

        if (words.Count == 0)
            throw Missing();
        return words.All(word => word.IsExcluded)
            ? throw Invalid(0, "it only says what to leave out; add a word to look for")
            : words.DrainToImmutable();
    }

    static SearchWords Word(string query, int start, int end, bool excluded)
    {
        var star = query.IndexOf('*', start, end - start);
        if (star < 0)
        {
            return query.AsSpan(start, end - start).ContainsAnyLetterOrDigit()
                ? new(query[start..end], IsPhrase: false, excluded, IsPrefix: false)
                : throw Invalid(start, $"{Shown.Quoted(query[start..end])} is no word");
        }

        if (star != end - 1)
            throw Invalid(star, "* may stand at the end of a word only");
        var letters = 0;
        for (var i = star - 1; i >= start && char.IsLetterOrDigit(query[i]); i--)
            letters++;
        return letters < 2
            ? throw Invalid(star, "* needs at least two letters in front")
            : new(query[start..star], IsPhrase: false, excluded, IsPrefix: true);
    }

    static RefusalException Missing() => new(ErrorReason.ValueMissing, "'query' is empty; give one or more words.", "query");

    static RefusalException Invalid(int at, string why) => new(
        ErrorReason.QueryInvalid,
        FormattableString.Invariant($"The search cannot be read at column {at + 1}: {why}. Use words, \"a phrase\", -word or wor*."),
        "query",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["column"] = (at + 1).ToString(CultureInfo.InvariantCulture) });
}
