using System.Globalization;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Conflicts;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Api.Messages;
using CommonLanguage.V1;

namespace CommonLanguage.Server.Api;

/// <summary>Two words with one meaning, listed apart from the conflicts: found from the entries as they are, not stored. Thread-safe.</summary>
sealed class SynonymPages(SynonymFinder finder, PageTokens tokens)
{
    /// <summary>A page of the pairs, surest first.</summary>
    public async Task<ListConflictsResponse> ListAsync(Actor actor, ListConflictsRequest request, int size, ReadTables snapshot, CancellationToken cancellation)
    {
        if (request.Kinds.Count > 1)
        {
            throw Refusals.Unreadable(
                ErrorReason.ValueUnknown, "'kinds' names SYNONYMY among others; two words with one meaning are listed apart, so ask for them alone.", "kinds", "SYNONYMY");
        }

        var question = $"synonyms\n{request.Parent}\n{string.Join(' ', request.Organisations)}\n{request.MinimumSeverity:R}\n{string.Join(' ', request.Statuses)}\n{request.Term}";
        var (likeness, a, b) = tokens.Read(request.PageToken, question, 3) is [var l, var x, var y]
            ? (double.Parse(l, CultureInfo.InvariantCulture), long.Parse(x, CultureInfo.InvariantCulture), long.Parse(y, CultureInfo.InvariantCulture))
            : (2, 0L, 0L);
        var partnership = request.Parent is "" or "partnerships/-" ? null : snapshot.Directory.Get(PartnershipId.ParseName(request.Parent, "parent"), "parent", actor);
        int[] organisations = [.. request.Organisations.Select(name => snapshot.Directory.Get(OrganisationId.ParseName(name, "organisations"), "organisations", actor).Key).Distinct()];
        var term = request.Term.Length == 0 ? "" : NormalForm.Of(request.Term);
        var found = await Task.Run(() => finder.Find(snapshot, actor, partnership, cancellation), cancellation);
        Synonym[] passing = [.. found.Where(synonym => synonym.Likeness >= request.MinimumSeverity
            && (request.Statuses.Count == 0 || request.Statuses.Contains(V1.Conflict.Types.Status.Detected))
            && Takes(organisations, synonym)
            && (term.Length == 0 || synonym.A.Keys.Contains(term) || synonym.B.Keys.Contains(term)))];
        Synonym[] page = [.. passing.SkipWhile(synonym => Order(synonym).CompareTo((-likeness, a, b)) <= 0).Take(size + 1)];
        var answer = new ListConflictsResponse { TotalSize = passing.Length };
        answer.Conflicts.AddRange(page.Take(size).Select(synonym => ToMessage(synonym, partnership ?? SynonymFinder.SharedBy(snapshot.Directory, actor, synonym), snapshot.Directory)));
        if (page.Length > size)
        {
            var last = page[size - 1];
            answer.NextPageToken = tokens.Write(
                question,
                last.Likeness.ToString("R", CultureInfo.InvariantCulture),
                last.A.EntryKey.ToString(CultureInfo.InvariantCulture),
                last.B.EntryKey.ToString(CultureInfo.InvariantCulture));
        }

        return answer;
    }

    // One organisation: on either side; two or more: on both.
    static bool Takes(int[] organisations, Synonym synonym) => organisations.Length switch
    {
        0 => true,
        1 => synonym.A.Organisation == organisations[0] || synonym.B.Organisation == organisations[0],
        _ => organisations.Contains(synonym.A.Organisation) && organisations.Contains(synonym.B.Organisation),
    };

    static (double, long, long) Order(Synonym synonym) => (-synonym.Likeness, synonym.A.EntryKey, synonym.B.EntryKey);

    static V1.Conflict ToMessage(Synonym synonym, Glossary.Partnership partnership, PartnerDirectory directory)
    {
        var conflict = new Glossary.Conflict(
            0, "", partnership.Key, synonym.A.Key, synonym.A.Language.Primary, $"{synonym.A.Term} / {synonym.B.Term}",
            Analysis.Meaning.Answers.ConflictKind.Synonymy, synonym.Likeness, synonym.Comparison.Relation, ConflictState.Detected,
            [], [new(0, 1, synonym.Comparison)], MeaningComparer.Version, 0, 0);
        return conflict.ToMessage(
            "", partnership.Id, [ConflictMessages.Side.Of(synonym.A, directory), ConflictMessages.Side.Of(synonym.B, directory)], opened: null, changed: null);
    }
}
