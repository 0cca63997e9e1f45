using System.Collections.Immutable;
using System.Globalization;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>
/// Everything a settlement would do, in words. Made when a proposal is made, and kept with it: each party signs what it was shown.
/// </summary>
static class Foresight
{
    /// <summary>What a proposal does, entry by entry, then what it does to the conflict's word as a whole.</summary>
    /// <param name="case">The conflict.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="edits">What it plans for the glossaries.</param>
    public static ImmutableArray<Consequence> Of(Case @case, Proposal proposal, ImmutableArray<PlannedEdit> edits)
    {
        var all = ImmutableArray.CreateBuilder<Consequence>();
        foreach (var edit in edits)
            all.Add(Of(@case, edit));
        foreach (var sentence in Sentences(@case, proposal, edits))
            all.Add(new(0, 0, 0, sentence));
        return all.DrainToImmutable();
    }

    static Consequence Of(Case @case, PlannedEdit edit)
    {
        var (before, after) = (edit.Before?.Content, edit.Content);
        return new(edit.Organisation, edit.Before?.EntryKey ?? 0, edit.Before?.Key ?? 0, string.Join(' ', Changes(@case, edit.Organisation, before, after)))
        {
            Term = after.Term.Text,
            Definition = after.Definition,
            Note = after.ScopeNote,
            Source = after.Source,
        };
    }

    static IEnumerable<string> Changes(Case @case, int organisation, EntryContent? before, EntryContent after)
    {
        var owner = organisation == 0 || organisation == @case.Partnership.Shared ? "The partnership" : @case.NameOf(organisation);
        if (before is null)
        {
            yield return $"{owner} gets a new entry '{after.Term.Text}': \"{after.Definition}\"";
            yield break;
        }

        yield return before.Definition == after.Definition
            ? $"{owner} keeps its definition of '{before.Term.Text}'."
            : $"{owner} publishes another definition of '{before.Term.Text}': \"{after.Definition}\" in place of \"{before.Definition}\".";
        foreach (var term in after.Terms)
        {
            var known = before.Terms.FirstOrDefault(one => NormalForm.Of(one.Text) == NormalForm.Of(term.Text));
            if (known is null)
                yield return $"'{term.Text}' becomes its {Word(term.Status)} term.";
            else if (known.Status != term.Status)
                yield return $"'{term.Text}' becomes {Word(term.Status)}{(term.Status >= TermStatus.Deprecated && Instead(after) is { } word ? $"; readers are told to use '{word}'" : "")}.";
        }

        foreach (var term in before.Terms)
        {
            if (!after.Terms.Any(one => NormalForm.Of(one.Text) == NormalForm.Of(term.Text)))
                yield return $"'{term.Text}' is no longer one of its terms.";
        }

        if (after.Adopts != before.Adopts)
            yield return after.Adopts.Length > 0 ? $"The entry adopts {after.Adopts}." : $"The entry no longer adopts {before.Adopts}.";
        if (after.ScopeNote != before.ScopeNote)
            yield return after.ScopeNote.Length > 0 ? $"Its note for readers becomes: \"{after.ScopeNote}\"" : "Its note for readers goes.";
        if (after.Source != before.Source)
            yield return after.Source.Length > 0 ? $"Its source becomes: \"{after.Source}\"" : "Its source goes.";
    }

    static IEnumerable<string> Sentences(Case @case, Proposal proposal, ImmutableArray<PlannedEdit> edits)
    {
        var word = @case.Conflict.Term;
        var names = @case.Parties.Select(@case.NameOf).ToArray();
        var all = names.Length == 2 ? $"{names[0]} and {names[1]}" : $"{string.Join(", ", names[..^1])} and {names[^1]}";
        switch (proposal.Outcome)
        {
            case Outcome.AdoptOne:
                var steward = @case.NameOf(@case.Step.Current(proposal.Entry).Organisation);
                yield return $"Look-ups of '{word}' answer with the meaning of {steward} for everybody who accepts, and name {steward} as its owner.";
                yield return $"The meanings of those who accept are recorded as the same as that of {steward}.";
                break;
            case Outcome.MergeIntoShared or Outcome.SharedCoreWithNotes:
                yield return $"Look-ups of '{word}' answer with the shared meaning for everybody who accepts{(proposal.Outcome == Outcome.SharedCoreWithNotes ? ", with the note of each organisation" : "")}.";
                yield return "The meanings of those who accept are recorded as the same as the shared one.";
                break;
            case Outcome.SharedGenericPlusSpecific:
                yield return $"Look-ups of '{word}' offer the shared meaning and the specific words.";
                yield return "The shared meaning is recorded as covering more than each specific one.";
                break;
            case Outcome.QualifyTerms:
                yield return proposal.BareWord == TermStatus.Deprecated
                    ? $"The bare word '{word}' is deprecated: document checks report it, and look-ups name the word to use instead."
                    : $"The bare word '{word}' stays admitted: look-ups name the more exact words.";
                yield return $"The meanings of {all} are recorded as not the same.";
                break;
            case Outcome.ClarifyWording:
                yield return $"Look-ups of '{word}' go on to show each meaning. No relation between them is recorded.";
                break;
            case Outcome.AgreeToDiffer:
                yield return $"The meaning of {names[0]} is recorded as {Word(proposal.Relation)} that of {string.Join(" and of ", names[1..])}.";
                yield return $"Look-ups of '{word}' show each meaning with its note. Readers of another organisation are warned, and document checks too.";
                break;
            case Outcome.DeprecateOne:
                yield return $"Look-ups name '{proposal.Replacement}' to use instead. Document checks report the superseded words as errors.";
                break;
            case Outcome.SplitEntry:
                yield return $"Look-ups of '{word}' ask which is meant: {string.Join(", ", proposal.Texts.Select(text => $"'{text.Term}'"))}.";
                break;
            case Outcome.NotAConflict:
                yield return proposal.Relation == Relation.Exact
                    ? $"The meanings of {all} are recorded as the same."
                    : $"The meanings of {all} are recorded as unrelated.";
                yield return "No text changes. Look-ups and document checks no longer warn, until a meaning changes.";
                break;
            case Outcome.Deferred:
                yield return "No text changes and no relation is recorded. Look-ups and document checks go on to warn.";
                break;
            default:
                break;
        }

        if (edits.Any(edit => edit.Organisation != 0 && edit.Organisation != @case.Partnership.Shared))
            yield return "The texts of an organisation that does not accept wait, and its owner may publish them later.";
        if (proposal.Outcome is not (Outcome.Deferred or Outcome.ClarifyWording or Outcome.SplitEntry or Outcome.DeprecateOne) && names.Length > 2)
            yield return "An organisation that does not accept is not bound: its part of the conflict stays open.";
        if (proposal.Review is { } day)
            yield return string.Create(CultureInfo.InvariantCulture, $"It is looked at again on {day:O}.");
    }

    static string? Instead(EntryContent content) =>
        content.ReplacedBy.Length > 0 ? content.ReplacedBy : content.Terms.FirstOrDefault(term => term.Status == TermStatus.Preferred)?.Text;

    static string Word(TermStatus status) => status.ToString().ToLowerInvariant();

    static string Word(Relation relation) => relation switch
    {
        Relation.Broader => "covering more than",
        Relation.Narrower => "covering less than",
        Relation.Related => "related to",
        Relation.Close => "nearly the same as",
        Relation.None => "unrelated to",
        _ => "the same as",
    };
}
