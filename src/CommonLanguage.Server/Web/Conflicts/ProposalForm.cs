using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Conflicts;
using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;

namespace CommonLanguage.Server.Web.Conflicts;

/// <summary>
/// A proposal while it is written: which parts an outcome asks for, and the draft that they make. The engine checks the draft; this
/// only asks for nothing that it would refuse. Not thread-safe.
/// </summary>
public sealed class ProposalForm
{
    /// <summary>A proposal for a conflict, begun as what was said of it suggests.</summary>
    public ProposalForm(ConflictView view, Proceedings proceedings)
    {
        View = view;
        Parties =
        [
            .. view.Sides.Where(side => side.Organisation.Key != view.Partnership.Shared)
                .Select(side => new ProposalText(side) { Term = OwnWord(side, view) }),
        ];
        if (proceedings.Acts.Select(done => done.Act).OfType<Triage>().LastOrDefault()?.Verdict == Verdict.Different)
            Outcome = Outcome.QualifyTerms;
        Entry = Parties[0].Side!.Entry.ToString();
    }

    /// <summary>The conflict.</summary>
    public ConflictView View { get; }

    /// <summary>How it would be settled.</summary>
    public Outcome Outcome { get; set; } = Outcome.AgreeToDiffer;

    /// <summary>Why.</summary>
    public string Rationale { get; set; } = "";

    /// <summary>Name of the entry that the outcome is about.</summary>
    public string Entry { get; set; }

    /// <summary>The term to use instead of a retired one.</summary>
    public string Replacement { get; set; } = "";

    /// <summary>Whether the bare word may still be used.</summary>
    public bool KeepsBareWord { get; set; }

    /// <summary>How the meanings relate, where the outcome says so.</summary>
    public Relation Relation { get; set; } = Relation.Related;

    /// <summary>Day on which to look again; null = none.</summary>
    public DateOnly? Review { get; set; }

    /// <summary>What each party's entry would say.</summary>
    public ImmutableArray<ProposalText> Parties { get; }

    /// <summary>What new entries would say: the shared one, or the parts of one that is split.</summary>
    public ImmutableArray<ProposalText> Added { get; } = [new(null), new(null)];

    /// <summary>Whether one of the entries must be named.</summary>
    public bool AsksEntry => Outcome is Outcome.AdoptOne or Outcome.DeprecateOne or Outcome.SplitEntry;

    /// <summary>Whether a new shared definition is asked for.</summary>
    public bool AsksShared => Outcome is Outcome.MergeIntoShared or Outcome.SharedCoreWithNotes or Outcome.SharedGenericPlusSpecific;

    /// <summary>Whether the parts of a split entry are asked for.</summary>
    public bool AsksParts => Outcome == Outcome.SplitEntry;

    /// <summary>Whether a word of its own is asked for each party.</summary>
    public bool AsksTerms => Outcome is Outcome.QualifyTerms or Outcome.SharedGenericPlusSpecific;

    /// <summary>Whether a new definition may be given for each party.</summary>
    public bool AsksDefinitions => Outcome == Outcome.ClarifyWording;

    /// <summary>Whether a note for readers may be given for each party.</summary>
    public bool AsksNotes => Outcome is Outcome.SharedCoreWithNotes or Outcome.AgreeToDiffer;

    /// <summary>The relations that can be chosen; empty = the outcome asks for none.</summary>
    public ImmutableArray<Relation> Relations => Outcome switch
    {
        Outcome.AgreeToDiffer => [Relation.Close, Relation.Broader, Relation.Narrower, Relation.Related, Relation.None],
        Outcome.NotAConflict => [Relation.Exact, Relation.None],
        _ => [],
    };

    /// <summary>The draft, as the engine takes it.</summary>
    public ProposalDraft ToDraft()
    {
        var texts = Parties.Where(_ => AsksTerms || AsksDefinitions || AsksNotes).Select(text => new DraftedText(
                text.Side!.Entry, AsksTerms ? text.Term : "", AsksDefinitions ? text.Definition : "", AsksNotes ? text.Note : ""))
            .Where(text => text.Term.Length + text.Definition.Length + text.Note.Length > 0);
        var added = AsksShared ? Added.Take(1) : AsksParts ? Added : [];
        return new(Outcome, Rationale)
        {
            Entry = AsksEntry ? EntryName.ParseName(Entry, "entry") : null,
            Relation = Relations.IsEmpty ? null : Relations.Contains(Relation) ? Relation : Relations[0],
            Replacement = Outcome == Outcome.DeprecateOne ? Replacement : "",
            BareWord = KeepsBareWord ? TermStatus.Admitted : TermStatus.Deprecated,
            Texts = [.. texts, .. added.Select(text => new DraftedText(null, text.Term, text.Definition, ""))],
            Review = Review,
        };
    }

    /// <summary>What would still part the sides if the texts were so: each new text against each other side, the worst first.</summary>
    public async Task<ImmutableArray<(string First, string Second, string A, string B, Comparison Comparison)>> CompareAnewAsync(VectorSource vectors)
    {
        var term = View.Conflict.Term;
        var language = View.Conflict.Language;
        var now = Parties.Select(text => (Name: text.Side!.Organisation.Id.Value, Text: AsksDefinitions && text.Definition.Trim().Length > 0 ? text.Definition : text.Side.Revision.Content.Definition, IsNew: AsksDefinitions && text.Definition.Trim().Length > 0)).ToList();
        List<(string First, string Second, string A, string B)> pairs = [];
        if (AsksShared && Added[0].Definition.Trim().Length > 0)
            pairs.AddRange(now.Select(side => ("the shared text", side.Name, Added[0].Definition, side.Text)));
        if (AsksDefinitions)
        {
            for (var i = 0; i < now.Count; i++)
            {
                for (var j = i + 1; j < now.Count; j++)
                {
                    if ((now[i].IsNew || now[j].IsNew) && Parties[i].Side!.Organisation.Key != Parties[j].Side!.Organisation.Key)
                        pairs.Add((now[i].Name, now[j].Name, now[i].Text, now[j].Text));
                }
            }
        }

        var by = await vectors.OfAsync(pairs.Take(20).SelectMany(pair => new[] { pair.A, pair.B }), CancellationToken.None);
        return
        [
            .. pairs.Take(20).Select(pair => (pair.First, pair.Second, pair.A, pair.B, MeaningComparer.Compare(by.Read(term, pair.A, language), by.Read(term, pair.B, language))))
                .OrderByDescending(pair => pair.Item5.Conflict),
        ];
    }

    // "lease (acme)", "lease (acme 2)": who calls it by another word already keeps that.
    static string OwnWord(Side side, ConflictView view)
    {
        var own = side.Revision.Content.Term.Text;
        return NormalForm.Of(own) != NormalForm.Of(view.Conflict.Term) ? own : $"{view.Conflict.Term} ({view.PlaceOf(side).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal)})";
    }

    /// <summary>What an outcome means for those who look the word up, in a sentence.</summary>
    public static string Explain(Outcome outcome) => outcome switch
    {
        Outcome.AdoptOne => "The others take over one side's definition; look-ups then give one meaning, with its owner.",
        Outcome.MergeIntoShared => "One new text belongs to all; the parties take it over.",
        Outcome.SharedCoreWithNotes => "One new text for what is common; each party keeps a note of what it adds.",
        Outcome.SharedGenericPlusSpecific => "The word stays for what is common; each party's own meaning gets a word of its own.",
        Outcome.QualifyTerms => "They are different things: each gets a word of its own, and look-ups of the bare word say which.",
        Outcome.ClarifyWording => "The difference is real and the texts hide it: say it better.",
        Outcome.AgreeToDiffer => "Nobody can change: each side's readers are told what the other means.",
        Outcome.DeprecateOne => "One entry is out of date: its readers are sent to another word.",
        Outcome.SplitEntry => "One entry says two things: it becomes two.",
        Outcome.NotAConflict => "The meanings are the same, or have nothing to do with each other.",
        _ => "Law, contract or cost stand against a change now: look again on a day.",
    };

    /// <summary>A day some days from now.</summary>
    public static DateOnly DayFrom(TimeProvider time, int days) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(days);
}
