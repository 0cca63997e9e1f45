using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>What readers of a settled word are told, by outcome.</summary>
static class Notes
{
    /// <summary>The note at one entry; null when its readers need none.</summary>
    public static SettledNote? Of(Case @case, Proposal proposal, ConflictParty party)
    {
        var text = proposal.Texts.FirstOrDefault(text => text.Entry == party.EntryKey);
        var name = @case.NameOf(party.Organisation);
        var word = @case.Conflict.Term;
        switch (proposal.Outcome)
        {
            case Outcome.AdoptOne or Outcome.MergeIntoShared or Outcome.SharedCoreWithNotes when text is { Note.Length: > 0 }:
                return new(party.EntryKey, text.Note, $"In {name} also: {text.Note}", Warns: false, "");
            case Outcome.SharedGenericPlusSpecific or Outcome.QualifyTerms when text is not null:
                return new(party.EntryKey, $"Use '{text.Term}'.", $"For the meaning of {name} use '{text.Term}'.", Warns: false, text.Term);
            case Outcome.AgreeToDiffer when text is not null:
                return new(party.EntryKey, text.Note, $"{name} means something of its own by '{word}': {text.Note}", Warns: true, "");
            case Outcome.DeprecateOne when party.EntryKey == proposal.Entry:
                return new(party.EntryKey, $"Use '{proposal.Replacement}'.", $"Use '{proposal.Replacement}'.", Warns: true, proposal.Replacement);
            case Outcome.SplitEntry when party.Organisation == Owner(@case, proposal):
                var words = proposal.Texts.Select(part => part.Term).ToArray();
                var ask = $"Which is meant: {string.Join(", ", words.Select(part => $"'{part}'"))}?";
                return new(party.EntryKey, ask, ask, Warns: false, string.Join('\n', words));
            default:
                return null;
        }
    }

    static int Owner(Case @case, Proposal proposal) => @case.Step.Current(proposal.Entry).Organisation;
}
