using System.Collections.Immutable;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>What each outcome writes into the glossaries. Nobody edits another's entry: what is planned here is published for those who accept.</summary>
sealed class Plan
{
    readonly Case @case;
    readonly Proposal proposal;
    readonly ImmutableArray<Revision> texts;
    readonly DateOnly? validFrom;
    readonly List<PlannedEdit> edits = [];

    Plan(Case @case, Proposal proposal, DateOnly? validFrom)
    {
        (this.@case, this.proposal, this.validFrom) = (@case, proposal, validFrom);
        texts = [.. @case.CurrentTexts().Where(text => text.State == RevisionState.Published && text.Organisation != @case.Partnership.Shared)];
    }

    /// <summary>The edits of a proposal; what would change nothing is left out.</summary>
    /// <param name="case">The conflict.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="validFrom">First day the new texts hold; null = at once.</param>
    /// <exception cref="RefusalException">A text would make an entry that is not valid.</exception>
    public static ImmutableArray<PlannedEdit> Of(Case @case, Proposal proposal, DateOnly? validFrom)
    {
        var plan = new Plan(@case, proposal, validFrom);
        plan.Fill();
        return [.. plan.edits.Where(edit => edit.Before is null || ContentHash.Of(edit.Content) != edit.Before.Hash)];
    }

    void Fill()
    {
        switch (proposal.Outcome)
        {
            case Outcome.AdoptOne:
                var adopted = texts.First(text => text.EntryKey == proposal.Entry);
                AdoptBy(texts.Where(text => text.Organisation != adopted.Organisation && TakesPart(text)), NameOf(adopted), adopted.Content);
                break;
            case Outcome.MergeIntoShared:
            case Outcome.SharedCoreWithNotes:
                var joining = texts.RemoveAll(text => !TakesPart(text));
                AdoptBy(joining, SharedName, Shared([.. joining.SelectMany(text => text.Content.Terms)]));
                break;
            case Outcome.SharedGenericPlusSpecific:
                _ = Shared([]);
                Qualify(TermStatus.Admitted);
                break;
            case Outcome.QualifyTerms:
                Qualify(proposal.BareWord);
                break;
            case Outcome.ClarifyWording:
            case Outcome.AgreeToDiffer:
                Say();
                break;
            case Outcome.DeprecateOne:
                Supersede(texts.First(text => text.EntryKey == proposal.Entry));
                break;
            case Outcome.SplitEntry:
                Split(texts.First(text => text.EntryKey == proposal.Entry));
                break;
            default:
                break;
        }
    }

    EntryName SharedName => new(@case.SharedId, @case.Conflict.Id);

    /// <summary>The partnership's agreed entry: the one of an earlier resolution of the same conflict, or a new one.</summary>
    EntryContent Shared(ImmutableArray<Term> others)
    {
        var index = proposal.Texts.IndexOf(proposal.Texts.First(text => text.Entry == 0));
        var text = proposal.Texts[index];
        var word = text.Term.Length > 0 ? text.Term : @case.Conflict.Term;
        var terms = new List<Term> { new(word) };
        foreach (var term in others)
        {
            if (term.Status is TermStatus.Preferred or TermStatus.Admitted && !terms.Exists(known => NormalForm.Of(known.Text) == NormalForm.Of(term.Text)))
                terms.Add(new(term.Text, term.Form, TermStatus.Admitted, term.Language));
        }

        var before = @case.Partnership.Shared is { } key ? @case.Step.Find(key, @case.Conflict.Id) : null;
        var language = texts.Select(t => t.Content.Language).FirstOrDefault(LanguageTag.Parse(@case.Conflict.Language, "language"));
        var content = new EntryContent(
            [.. terms.Take(Limits.TermsOfAnEntry)], text.Definition, language, scopeNote: text.Note, source: $"Agreed in {@case.Name}", validFrom: validFrom);
        edits.Add(new(@case.Partnership.Shared ?? 0, before, @case.Conflict.Id, content, index + 1));
        return content;
    }

    void AdoptBy(IEnumerable<Revision> entries, EntryName adopted, EntryContent definition)
    {
        foreach (var entry in entries)
        {
            var (number, note) = TextOf(entry);
            edits.Add(new(entry.Organisation, entry, null, entry.Content.With(
                definition: definition.Definition, language: definition.Language, scopeNote: note?.Note is { Length: > 0 } own ? own : null,
                adopts: adopted.ToString(), validFrom: validFrom, source: Provenance.OfAdopted(adopted.ToString(), definition.Source)), number));
        }
    }

    /// <summary>Senses are chosen: an entry that the proposal does not name stays as it is.</summary>
    bool TakesPart(Revision entry) => !proposal.NamesEntries || proposal.Texts.Any(text => text.Entry == entry.EntryKey);

    // The bare word is told by its own status; the word to use instead is the entry's preferred one, which nothing replaces.
    void Qualify(TermStatus bare)
    {
        foreach (var entry in texts)
        {
            var (number, text) = TextOf(entry);
            if (text is null)
                continue;
            var terms = new List<Term> { new(text.Term) };
            foreach (var term in entry.Content.Terms)
            {
                var key = NormalForm.Of(term.Text);
                if (key == NormalForm.Of(text.Term))
                    continue;
                terms.Add(new(term.Text, term.Form, key == @case.Conflict.Word ? bare : term.Status == TermStatus.Preferred ? TermStatus.Admitted : term.Status, term.Language));
            }

            edits.Add(new(entry.Organisation, entry, null, entry.Content.With(
                terms: [.. terms.Take(Limits.TermsOfAnEntry)], definition: Given(text.Definition), scopeNote: Given(text.Note),
                replacedBy: IsOwn(entry.Content.ReplacedBy, terms) ? "" : null, adopts: AdoptsStill(entry, text), validFrom: validFrom,
                source: SourceOf(entry, text)), number));
        }
    }

    void Say()
    {
        foreach (var entry in texts)
        {
            var (number, text) = TextOf(entry);
            if (text is null)
                continue;
            ImmutableArray<Term>? terms = text.Term.Length == 0
                ? null
                : [new(text.Term, entry.Content.Term.Form, entry.Content.Term.Status, entry.Content.Term.Language), .. entry.Content.Terms.Skip(1)];
            edits.Add(new(entry.Organisation, entry, null, entry.Content.With(
                terms: terms, definition: Given(text.Definition), scopeNote: Given(text.Note), adopts: AdoptsStill(entry, text), validFrom: validFrom,
                source: SourceOf(entry, text)), number));
        }
    }

    // It goes on to answer, as superseded: a reader of an old document learns what to use instead.
    void Supersede(Revision entry) => edits.Add(new(entry.Organisation, entry, null, entry.Content.With(
        terms: [.. entry.Content.Terms.Select(term => new Term(term.Text, term.Form, TermStatus.Superseded, term.Language))],
        replacedBy: proposal.Replacement, validFrom: validFrom), 0));

    void Split(Revision entry)
    {
        for (var i = 0; i < proposal.Texts.Length; i++)
        {
            var text = proposal.Texts[i];
            // Each part keeps the old words, so that whoever looks one up is asked which is meant.
            ImmutableArray<Term> terms =
            [
                new(text.Term),
                .. entry.Content.Terms.Where(term => NormalForm.Of(term.Text) != NormalForm.Of(text.Term))
                    .Select(term => new Term(term.Text, term.Form, TermStatus.Admitted, term.Language)),
            ];
            var content = entry.Content.With(
                terms: terms, definition: text.Definition, scopeNote: Given(text.Note), adopts: AdoptsStill(entry, text), validFrom: validFrom,
                source: SourceOf(entry, text));
            edits.Add(new(entry.Organisation, i == 0 ? entry : null, null, content, i + 1));
        }
    }

    (int Number, ProposedText? Text) TextOf(Revision entry)
    {
        for (var i = 0; i < proposal.Texts.Length; i++)
        {
            if (proposal.Texts[i].Entry == entry.EntryKey)
                return (i + 1, proposal.Texts[i]);
        }

        return (0, null);
    }

    static bool Changes(Revision entry, ProposedText text) => text.Definition.Length > 0 && text.Definition != entry.Content.Definition;

    static string? AdoptsStill(Revision entry, ProposedText text) => Changes(entry, text) ? "" : null;

    static string? SourceOf(Revision entry, ProposedText text) => Changes(entry, text) ? Provenance.OfModified(entry.Content.Source) : null;

    static bool IsOwn(string replacement, IEnumerable<Term> terms) =>
        replacement.Length > 0 && terms.Any(term => NormalForm.Of(term.Text) == NormalForm.Of(replacement));

    EntryName NameOf(Revision entry) => new(@case.Step.Tables.Directory[entry.Organisation].Id, entry.EntryId);

    static string? Given(string text) => text.Length == 0 ? null : text;
}
