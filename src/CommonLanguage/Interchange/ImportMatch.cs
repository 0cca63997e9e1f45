using System.Collections.Immutable;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Interchange;

/// <summary>
/// Finds the entry that a row of an import is about: the entry of its id; else the one that says the same; else, once the whole file
/// has been gone through, an entry with the same term that no other row has claimed; else a new one. Going through the same file again
/// finds every row said already.
/// </summary>
sealed class ImportMatch(PartnerDirectory directory, OrganisationId organisation, Func<string, WordGroup> find, StoreReader reader)
{
    readonly int? owner = directory.Find(organisation)?.Key;
    readonly HashSet<UInt128> seen = [];
    readonly HashSet<long> claimed = [];
    readonly List<ImportRow> deferred = [];

    /// <summary>Rows that say what is there already.</summary>
    public int Unchanged { get; private set; }

    /// <summary>What a row becomes now: a draft, or nothing because it says what is there, or because it is kept for the end.</summary>
    public async ValueTask<EntryDraft?> MatchAsync(ImportRow row, CancellationToken cancellation)
    {
        var content = row.Content!;
        var hash = row.Hash;
        if (owner is not { } key)
            return new(NullIfEmpty(row.Id), content, hash, null);
        if (row.Id.Length > 0)
        {
            var current = await reader.FindCurrentAsync(key, row.Id, cancellation);
            if (current is null)
                return new(row.Id, content, hash, null);
            return Said(row, current) ? null : Change(row, current);
        }

        var sameTerm = Same(key, content);
        if (sameTerm.Count == 0)
            return new(null, content, hash, null);
        if (sameTerm.Find(sense => sense.Hash == hash && !claimed.Contains(sense.EntryKey)) is { } same)
        {
            _ = claimed.Add(same.EntryKey);
            Unchanged++;
            return null;
        }

        deferred.Add(row);
        return null;
    }

    /// <summary>What the rows kept for the end become.</summary>
    public async IAsyncEnumerable<EntryDraft> FinishAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        List<ImportRow> changed = [];
        foreach (var row in deferred)
        {
            if (!await IsSaidAsync(row, cancellation))
                changed.Add(row);
        }

        foreach (var row in changed)
        {
            var free = Free(row).FirstOrDefault();
            yield return free is null
                ? new(null, row.Content!, row.Hash, null)
                : Change(row, (await reader.FindCurrentAsync(owner!.Value, free.EntryId, cancellation))!);
        }
    }

    /// <summary>Whether an entry that nobody has claimed says what the row says, further terms aside.</summary>
    async ValueTask<bool> IsSaidAsync(ImportRow row, CancellationToken cancellation)
    {
        foreach (var sense in Free(row).ToArray())
        {
            if (await reader.FindCurrentAsync(owner!.Value, sense.EntryId, cancellation) is { } current && Said(row, current))
                return true;
        }

        return false;
    }

    bool Said(ImportRow row, Revision current)
    {
        if (current.State != RevisionState.Published || ContentHash.Of(Kept(row, current.Content)) != current.Hash)
            return false;
        _ = claimed.Add(current.EntryKey);
        Unchanged++;
        return true;
    }

    EntryDraft Change(ImportRow row, Revision current)
    {
        _ = claimed.Add(current.EntryKey);
        var content = Kept(row, current.Content);
        return new(null, content, ContentHash.Of(content), current);
    }

    // What a file does not say stays as it is: a settlement may have written it, and a file from before must not undo that unseen.
    static EntryContent Kept(ImportRow said, EntryContent before)
    {
        var row = said.Content!;
        return Provenance.Follow(before, new(
            Terms(said, before),
            row.Definition,
            said.HasLanguage ? row.Language : before.Language,
            row.ScopeNote.Length > 0 ? row.ScopeNote : before.ScopeNote,
            said.HasNote ? row.Note : NoteLines.Follow(before.Note, row.Note),
            said.HasSubjectField ? row.SubjectField : before.SubjectField,
            said.HasSource ? row.Source : before.Source,
            row.ReplacedBy.Length > 0 ? row.ReplacedBy : before.ReplacedBy,
            row.ValidFrom ?? before.ValidFrom, row.ValidTo ?? before.ValidTo,
            // Who says something else than what it took over no longer takes it over.
            row.Adopts.Length > 0 ? row.Adopts : row.Definition == before.Definition ? before.Adopts : null));
    }

    // A file that names all terms of the entry says their order too. One that does not know them all, as one from before a settlement, takes
    // none away; a word that the entry has put behind another stays behind it. A first term that the entry does not have takes the place of
    // the entry's.
    static ImmutableArray<Term> Terms(ImportRow row, EntryContent before)
    {
        var named = row.Terms;
        var knowsAll = named.Length >= before.Terms.Length && before.Terms.All(IsNamed);
        if (!knowsAll && before.Terms.Skip(1).Any(term => term.Text == named[0].Term.Text))
            return [.. before.Terms, .. named.Select(name => name.Term).Where(term => Known(term) is null)];
        return
        [
            .. named.Select((name, place) => (Known(name.Term) ?? (place == 0 && !IsNamed(before.Term) ? before.Term : null)) is { } known
                ? name.Following(known)
                : name.Term),
            .. before.Terms.Skip(1).Where(term => !IsNamed(term)),
        ];

        bool IsNamed(Term term) => named.Any(name => name.Term.Text == term.Text);

        Term? Known(Term term) => before.Terms.FirstOrDefault(known => known.Text == term.Text);
    }

    IEnumerable<Sense> Free(ImportRow row) => Same(owner!.Value, row.Content!).Where(sense => !claimed.Contains(sense.EntryKey));

    /// <summary>Whether an earlier row of the file says the same, id and all.</summary>
    public bool Repeats(ImportRow row) => row.Id.Length == 0 && !seen.Add(row.Hash.Value);

    List<Sense> Same(int key, EntryContent content)
    {
        var word = NormalForm.Of(content.Term.Text);
        List<Sense> senses = [];
        foreach (var posting in find(word).Postings)
        {
            // An entry that has put the word behind another is meant by a row from before that says the same.
            var sense = posting.Sense;
            if (sense.Organisation == key && (string.Equals(sense.Key, word, StringComparison.Ordinal) || string.Equals(sense.Definition, content.Definition, StringComparison.Ordinal)))
                senses.Add(sense);
        }

        return senses;
    }

    static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
