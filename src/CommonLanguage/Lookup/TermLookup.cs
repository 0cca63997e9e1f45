using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>
/// What a term means to each organisation. Answers in the wire format of the contract, from memory; from the store while the tables
/// are being loaded, for another day, and where a meaning begins or ends on a day of its own. Thread-safe.
/// </summary>
public sealed class TermLookup(LiveTables tables, StoredLookup stored, UseCounts uses, TimeProvider time)
{
    readonly HotAnswers hot = new();

    /// <summary>The answer to one term, a LookUpTermResponse.</summary>
    /// <param name="actor">Who asks: the answer holds what they see.</param>
    /// <param name="term">The word as it stands in a text.</param>
    /// <param name="organisations">Resource names; empty = all.</param>
    /// <param name="partnership">Resource name; empty = all.</param>
    /// <param name="language">BCP 47; empty = all.</param>
    /// <param name="reader">Resource name of the organisation whose reader asks; empty = nobody's.</param>
    /// <param name="at">A day "YYYY-MM-DD"; empty = now.</param>
    /// <param name="minRevision">Revision token of a write that the answer must include; empty = none.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">The term, a name, the tag, the day or the token is not valid, or does not exist.</exception>
    public ValueTask<LookupAnswer> LookUpAsync(
        Actor actor, string term, IReadOnlyCollection<string> organisations, string partnership, string language, string reader,
        string at, string minRevision, CancellationToken cancellation)
    {
        if (at.Length == 0 && minRevision.Length == 0 && tables.IsLoaded)
        {
            var snapshot = tables.Current;
            if (FromMemory(snapshot, actor, term, organisations, partnership, language, reader) is { } meanings)
                return ValueTask.FromResult(new LookupAnswer(meanings, tables.TokenBytes(snapshot)));
        }

        return SlowAsync();

        async ValueTask<LookupAnswer> SlowAsync()
        {
            var key = Key(term);
            var snapshot = await tables.AtLeastAsync(minRevision.Length == 0 ? null : tables.ParseToken(minRevision, "min_revision"), cancellation);
            var day = at.Length == 0 ? (DateOnly?)null : Days.Parse(at, "at");
            var (directory, group, sequence) = await FindAsync(snapshot, key, day, cancellation);
            uses.LookedUp(group);
            var filter = LookupFilter.Of(actor, directory, organisations, partnership, language, reader);
            return new(
                AnswerWriter.WriteMeanings(group, term, directory, filter, SettledAnswer.Of(group, directory, filter, time, day)),
                System.Text.Encoding.ASCII.GetBytes(tables.Token(sequence)));
        }
    }

    /// <summary>The answers to many terms, a BatchLookUpTermsResponse; all from one state.</summary>
    /// <exception cref="RefusalException">As for one term; more than 1 000 terms.</exception>
    public async ValueTask<LookupAnswer> LookUpManyAsync(
        Actor actor, IReadOnlyList<string> terms, IReadOnlyCollection<string> organisations, string partnership, string language, string reader,
        string minRevision, CancellationToken cancellation)
    {
        if (terms.Count > Limits.BatchTerms)
        {
            throw Refusals.TooManyValues(
                FormattableString.Invariant($"{terms.Count} terms were asked for; at most {Limits.BatchTerms} are answered in one call. Ask in several calls or on a stream."),
                "terms",
                terms.Count,
                Limits.BatchTerms);
        }

        var snapshot = await tables.AtLeastAsync(minRevision.Length == 0 ? null : tables.ParseToken(minRevision, "min_revision"), cancellation);
        if (!tables.IsLoaded)
        {
            await tables.Loaded.WaitAsync(cancellation);
            snapshot = tables.Current;
        }

        var meanings = new byte[terms.Count][];
        for (var i = 0; i < meanings.Length; i++)
        {
            try
            {
                meanings[i] = FromMemory(snapshot, actor, terms[i], organisations, partnership, language, reader) ?? await FromStoreAsync(terms[i]);
            }
            catch (RefusalException refusal) when (refusal.Field == "term")
            {
                throw new RefusalException(
                    refusal.Reason, FormattableString.Invariant($"Term {i + 1} of {terms.Count} (terms[{i}]): {refusal.Message}"),
                    FormattableString.Invariant($"terms[{i}]"), refusal.Metadata, refusal);
            }
        }

        var answer = LookupAnswer.OfMany(meanings, tables.TokenBytes(snapshot));
        return answer.Length <= Limits.Message
            ? answer
            : throw Refusals.TooManyValues(
                FormattableString.Invariant($"The answers to these {terms.Count} terms are over {Limits.Message / 1024 / 1024} MiB; ask for fewer terms or fewer organisations in one call."),
                "terms",
                answer.Length,
                Limits.Message);

        async ValueTask<byte[]> FromStoreAsync(string term)
        {
            var (directory, group, _) = await FindAsync(snapshot, Key(term), day: null, cancellation);
            uses.LookedUp(group);
            var filter = LookupFilter.Of(actor, directory, organisations, partnership, language, reader);
            return AnswerWriter.WriteMeanings(group, term, directory, filter, SettledAnswer.Of(group, directory, filter, time, day: null));
        }
    }

    /// <summary>The meanings of a word from the tables; null when only the store can say what holds today.</summary>
    byte[]? FromMemory(ReadTables snapshot, Actor actor, string term, IReadOnlyCollection<string> organisations, string partnership, string language, string reader)
    {
        var isPlain = organisations.Count == 0 && partnership.Length == 0 && language.Length == 0 && reader.Length == 0;
        var seen = LookupFilter.SeenBy(actor);
        if (isPlain && hot.Find(term, seen, snapshot) is var (known, kept))
        {
            uses.LookedUp(known);
            return kept;
        }

        var key = Key(term);
        var group = snapshot.Find(key);
        if (IsDated(snapshot, key, group))
            return null;
        uses.LookedUp(group);
        var filter = LookupFilter.Of(actor, snapshot.Directory, organisations, partnership, language, reader);
        var settled = SettledAnswer.Of(group, snapshot.Directory, filter, time, day: null);
        var meanings = AnswerWriter.WriteMeanings(group, term, snapshot.Directory, filter, settled);
        if (isPlain && settled is null)
            hot.Keep(term, seen, snapshot, key, group, meanings);
        return meanings;
    }

    /// <summary>Terms that begin with a text, with the number of entries, in ordinal order of their normal forms.</summary>
    public static IEnumerable<(string Term, int Entries)> Suggest(ReadTables snapshot, string prefix, LookupFilter filter, int limit) =>
        Suggest(snapshot, NormalForm.OfPrefix(prefix), filter).Take(limit);

    static IEnumerable<(string Term, int Entries)> Suggest(ReadTables snapshot, string prefix, LookupFilter filter)
    {
        foreach (var (_, group) in snapshot.StartingWith(prefix))
        {
            if (Entries(snapshot, group, filter) is { Entries: > 0 } word)
                yield return word;
        }
    }

    /// <summary>How the first owner writes the term of a normal form, and how many entries have it; none gives 0.</summary>
    public static (string Term, int Entries) Entries(ReadTables snapshot, string normalForm, LookupFilter filter) =>
        Entries(snapshot, snapshot.Find(normalForm), filter);

    static (string Term, int Entries) Entries(ReadTables snapshot, WordGroup group, LookupFilter filter)
    {
        var count = 0;
        var shown = "";
        foreach (var posting in group.Postings)
        {
            if (!filter.Takes(posting.Sense, snapshot.Directory))
                continue;
            if (count++ == 0)
                shown = posting.Form ?? posting.Sense.Term;
        }

        return (shown, count);
    }

    async ValueTask<(PartnerDirectory Directory, WordGroup Group, long Sequence)> FindAsync(
        ReadTables snapshot, string key, DateOnly? day, CancellationToken cancellation)
    {
        if (day is null && tables.IsLoaded && snapshot.Find(key) is var group && !IsDated(snapshot, key, group))
            return (snapshot.Directory, group, snapshot.Sequence);
        return await stored.FindAsync(key, day ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellation);
    }

    /// <summary>Whether a meaning of the word begins or ends on a day of its own, so that the day decides what it means.</summary>
    static bool IsDated(ReadTables snapshot, string key, WordGroup group)
    {
        if (snapshot.WasDated(key))
            return true;
        foreach (var posting in group.Postings)
        {
            if (posting.Sense.HasValidity)
                return true;
        }

        return false;
    }

    static string Key(string term)
    {
        if (term.Length > Limits.Term)
        {
            throw Refusals.TextTooLong(
                FormattableString.Invariant($"Term {Shown.Quoted(term)} is {term.Length} characters; terms have at most {Limits.Term}."), "term", term.Length, Limits.Term);
        }

        if (TermCharacters.IsBlank(term))
            throw new RefusalException(ErrorReason.ValueMissing, "'term' is empty; give the word to look up.", "term");
        return TermCharacters.FirstNotAllowed(term) is var (index, name)
            ? throw Refusals.CharacterNotAllowed(
                FormattableString.Invariant($"A term cannot hold {name} (position {index + 1}). Remove it."), "term", name, index)
            : NormalForm.Of(term);
    }
}
