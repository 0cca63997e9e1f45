using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>
/// What a term means to each organisation. Answers in the wire format of the contract, from memory; from the store while the tables
/// are being loaded, for another day, and where a meaning begins or ends on a day of its own. Thread-safe.
/// </summary>
public sealed class TermLookup(LiveTables tables, StoredLookup stored, UseCounts uses, TimeProvider time)
{
    /// <summary>The answer to one term, a LookUpTermResponse.</summary>
    /// <param name="actor">Who asks: the answer holds what they see.</param>
    /// <param name="term">The word as it stands in a text.</param>
    /// <param name="organisations">Resource names; empty = all.</param>
    /// <param name="partnership">Resource name; empty = all.</param>
    /// <param name="language">BCP 47; empty = all.</param>
    /// <param name="at">A day "YYYY-MM-DD"; empty = now.</param>
    /// <param name="minRevision">Revision token of a write that the answer must include; empty = none.</param>
    /// <param name="cancellation">The deadline of the call.</param>
    /// <exception cref="RefusalException">The term, a name, the tag, the day or the token is not valid, or does not exist.</exception>
    public ValueTask<byte[]> LookUpAsync(
        Actor actor, string term, IReadOnlyCollection<string> organisations, string partnership, string language, string at, string minRevision, CancellationToken cancellation)
    {
        var key = Key(term);
        if (at.Length == 0 && minRevision.Length == 0 && tables.IsLoaded)
        {
            var snapshot = tables.Current;
            var group = snapshot.Find(key);
            if (!HasValidity(group))
            {
                uses.LookedUp(group);
                var filter = LookupFilter.Of(actor, snapshot.Directory, organisations, partnership, language);
                return ValueTask.FromResult(AnswerWriter.WriteOne(group, term, snapshot.Directory, filter, time, null, tables.TokenBytes(snapshot)));
            }
        }

        return SlowAsync();

        async ValueTask<byte[]> SlowAsync()
        {
            var snapshot = await tables.AtLeastAsync(minRevision.Length == 0 ? null : tables.ParseToken(minRevision, "min_revision"), cancellation);
            var day = at.Length == 0 ? (DateOnly?)null : Days.Parse(at, "at");
            var (directory, group, sequence) = await FindAsync(snapshot, key, day, cancellation);
            uses.LookedUp(group);
            var filter = LookupFilter.Of(actor, directory, organisations, partnership, language);
            var token = System.Text.Encoding.ASCII.GetBytes(tables.Token(sequence));
            return AnswerWriter.WriteOne(group, term, directory, filter, time, day, token);
        }
    }

    /// <summary>The answers to many terms, a BatchLookUpTermsResponse; all from one state.</summary>
    /// <exception cref="RefusalException">As for one term; more than 1 000 terms.</exception>
    public async ValueTask<byte[]> LookUpManyAsync(
        Actor actor, IReadOnlyList<string> terms, IReadOnlyCollection<string> organisations, string partnership, string language, string minRevision, CancellationToken cancellation)
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

        var filter = LookupFilter.Of(actor, snapshot.Directory, organisations, partnership, language);
        var directory = snapshot.Directory;
        var groups = new WordGroup[terms.Count];
        var asked = new string[terms.Count];
        for (var i = 0; i < groups.Length; i++)
        {
            var key = Key(asked[i] = terms[i]);
            groups[i] = snapshot.Find(key);
            if (HasValidity(groups[i]))
                (directory, groups[i], _) = await FindAsync(snapshot, key, day: null, cancellation);
            uses.LookedUp(groups[i]);
        }

        return AnswerWriter.WriteMany(groups, asked, directory, filter, time, tables.TokenBytes(snapshot));
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
        if (day is null && tables.IsLoaded && !HasValidity(snapshot.Find(key)))
            return (snapshot.Directory, snapshot.Find(key), snapshot.Sequence);
        return await stored.FindAsync(key, day ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), cancellation);
    }

    static bool HasValidity(WordGroup group)
    {
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
