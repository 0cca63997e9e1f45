using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup.Search;

/// <summary>
/// What a person types into a search: words, "a phrase", -word to leave out, wor* and "a phra*" for a beginning. Everything else is
/// plain text: signs between words are passed over, and an open quote ends with the text. Visibility is never part of it.
/// </summary>
/// <param name="Text">The word or phrase.</param>
/// <param name="IsPhrase">Words in this order.</param>
/// <param name="IsExcluded">Entries with it are left out.</param>
/// <param name="IsPrefix">The last word is the beginning of one.</param>
sealed record SearchWords(string Text, bool IsPhrase, bool IsExcluded, bool IsPrefix)
{
    /// <summary>Reads a search; no words where it is nothing but signs.</summary>
    /// <exception cref="RefusalException">
    /// It is empty or too long, or says only what to leave out, or one letter before * (QueryInvalid, with the column).
    /// </exception>
    public static ImmutableArray<SearchWords> Parse(string query)
    {
        if (query.All(c => char.IsWhiteSpace(c) || c == '"'))
            throw new RefusalException(ErrorReason.ValueMissing, "'query' is empty; give one or more words.", "query");
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
                end = end < 0 ? query.Length : end;
                Add(words, query, start + 1, end, isPhrase: true, excluded);
                at = end + 1;
            }
            else
            {
                var end = start;
                while (end < query.Length && !char.IsWhiteSpace(query[end]) && query[end] != '"')
                    end++;
                Add(words, query, start, end, isPhrase: false, excluded);
                at = end;
            }

            if (words.Count > Limits.QueryWords)
            {
                throw Refusals.TooManyValues(
                    FormattableString.Invariant($"The search has over {Limits.QueryWords} words; use fewer."), "query", words.Count, Limits.QueryWords);
            }
        }

        return words.Count > 0 && words.All(word => word.IsExcluded)
            ? throw Invalid(0, "it only says what to leave out; add a word to look for")
            : words.DrainToImmutable();
    }

    static void Add(ImmutableArray<SearchWords>.Builder words, string query, int start, int end, bool isPhrase, bool isExcluded)
    {
        var text = query[start..end];
        if (!text.AsSpan().ContainsAnyLetterOrDigit())
            return;
        var bare = text.TrimEnd();
        var isPrefix = bare[^1] == '*';
        if (isPrefix && !(bare.Length > 2 && char.IsLetterOrDigit(bare[^2]) && char.IsLetterOrDigit(bare[^3])))
            throw Invalid(start + bare.Length - 1, "* needs at least two letters in front");
        words.Add(new(isPrefix ? bare[..^1] : text, isPhrase, isExcluded, isPrefix));
    }

    static RefusalException Invalid(int at, string why) => new(
        ErrorReason.QueryInvalid,
        FormattableString.Invariant($"The search cannot be read at column {at + 1}: {why}. Use words, \"a phrase\", -word or wor*."),
        "query",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["column"] = (at + 1).ToString(CultureInfo.InvariantCulture) });
}
