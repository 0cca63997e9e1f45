using System.Collections.Immutable;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Storage;

namespace CommonLanguage.Reconciliation;

/// <summary>One conflict inside a step of the writer: what is known of it, and the ways to bring it forward.</summary>
sealed class Case(WriteStep step, StoreWriter writer, Actor actor, Partnership within, Conflict conflict)
{
    Partnership partnership = within;
    Proceedings? proceedings;

    public WriteStep Step => step;

    public Actor Actor => actor;

    public Partnership Partnership => partnership;

    public Conflict Conflict => conflict;

    public Mappings Mappings { get; } = new(step, writer, conflict);

    public ConflictName Name => new(partnership.Id, conflict.Id);

    /// <summary>Everything said and done, what this step has written included.</summary>
    public Proceedings Proceedings => proceedings ??= Proceedings.Of(writer.Query(StoreReader.ActsOf, Rows.Act, conflict.Key));

    /// <summary>The store's numbers of the organisations that have a say: those whose entries part, without the agreed ones.</summary>
    public ImmutableArray<int> Parties => conflict.VoicesIn(partnership);

    /// <summary>Display name of an organisation.</summary>
    public string NameOf(int organisation) => step.Tables.Directory[organisation].DisplayName;

    /// <summary>Id of the organisation that holds the partnership's agreed entries, whether it is there yet or not.</summary>
    public OrganisationId SharedId
    {
        get
        {
            var directory = step.Tables.Directory;
            if (partnership.Shared is { } key)
                return directory[key].Id;
            var name = partnership.Id.Value.Length > 50 ? partnership.Id.Value[..50] : partnership.Id.Value;
            for (var i = 1; ; i++)
            {
                var id = OrganisationId.Parse(i == 1 ? $"{name}.shared" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}.shared{i}"), "organisation");
                if (directory.Find(id) is null)
                    return id;
            }
        }
    }

    /// <summary>The store's number of the organisation that holds the partnership's agreed entries; made at the first need.</summary>
    public int EnsureShared()
    {
        if (partnership.Shared is { } known)
            return known;
        var shared = new Organisation(
            step.Tables.Directory.NextOrganisationKey, SharedId, $"{partnership.DisplayName} (shared)", $"What the partners of {partnership.Id.ResourceName} have agreed on.",
            Archived: false, step.Sequence);
        step.Put(shared);
        partnership = partnership with { Shared = shared.Key, Sequence = step.Sequence };
        step.Put(partnership);
        return shared.Key;
    }

    /// <summary>Checks that the state may be left for another.</summary>
    /// <exception cref="RefusalException">It may not (StateNotAllowed).</exception>
    public Conflict Into(ConflictState state)
    {
        if (conflict.State == state || ConflictStates.Allows(conflict.State, state))
            return conflict with { State = state };
        throw Refuse(state.ToString());
    }

    /// <summary>Checks that the conflict stands in one of some states.</summary>
    /// <exception cref="RefusalException">It does not (StateNotAllowed).</exception>
    public void Standing(params ReadOnlySpan<ConflictState> states)
    {
        if (!states.Contains(conflict.State))
            throw Refuse(string.Join(" or ", states.ToArray()));
    }

    /// <summary>The party of an entry.</summary>
    /// <exception cref="RefusalException">The entry is none of the conflict's (EntryNotFound).</exception>
    public ConflictParty PartyOf(EntryName entry, string field)
    {
        if (step.Tables.Directory.Find(entry.Organisation) is { } organisation && step.Find(organisation.Key, entry.Id) is { } revision)
        {
            foreach (var party in conflict.Parties)
            {
                if (party.EntryKey == revision.EntryKey)
                    return party;
            }
        }

        throw new RefusalException(ErrorReason.EntryNotFound, $"'{entry}' is not one of the entries of {Name}.", field);
    }

    /// <summary>Checks that the last proposal is the one meant.</summary>
    /// <exception cref="RefusalException">There is none, or a later one (ActNotFound, ProposalSuperseded).</exception>
    public (Proposal Proposal, string Author) Proposal(int number)
    {
        if (Proceedings.Current is not { } current || number < 1 || number > current.Proposal.Number)
        {
            throw new RefusalException(
                ErrorReason.ActNotFound, FormattableString.Invariant($"{Name} has no proposal {number}; propose first, or read which there are."), "proposal");
        }

        if (number == current.Proposal.Number)
            return current;
        throw new RefusalException(
            ErrorReason.ProposalSuperseded,
            FormattableString.Invariant($"Proposal {number} of {Name} was superseded by proposal {current.Proposal.Number}; read that one."),
            "proposal",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["proposal"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["current"] = current.Proposal.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            });
    }

    /// <summary>Checks that revisions a judgement is pinned to still mean the same.</summary>
    /// <exception cref="RefusalException">One does not (MeaningChanged).</exception>
    public void StillMeans(ImmutableArray<ConflictParty> pins)
    {
        foreach (var pin in pins)
        {
            if (MeaningChange(pin) is not { } change)
                continue;
            throw new RefusalException(
                ErrorReason.MeaningChanged,
                $"{NameOf(pin.Organisation)} has changed its definition since ({change}); propose again.",
                "proposal");
        }
    }

    /// <summary>The current revision of each party's entry.</summary>
    public ImmutableArray<Revision> CurrentTexts() => [.. conflict.Parties.Select(party => step.Current(party.EntryKey))];

    /// <summary>Writes what an act comes to.</summary>
    public RecordedAct Write(Act act, Conflict? after)
    {
        var stands = after ?? step.Conflicts.FirstOrDefault(one => one.Key == conflict.Key) ?? conflict;
        var recorded = writer.Add(conflict.Key, Proceedings.Acts.Length + 1, act with { After = stands.State }, actor);
        proceedings = Proceedings.Of([.. Proceedings.Acts, recorded]);
        if (after is not null)
            step.Put(after with { Sequence = step.Sequence });
        return recorded;
    }

    string? MeaningChange(ConflictParty pin) => step.ChangeOfMeaning(pin.RevisionKey, pin.EntryKey);

    RefusalException Refuse(string wanted) => new(
        ErrorReason.StateNotAllowed,
        $"{Name} is {Said(conflict.State)}, which does not allow this step. {NextStep(conflict.State)}",
        metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["state"] = conflict.State.ToString(), ["wanted"] = wanted });

    // As words in a sentence: "SignOff" is "sign off".
    static string Said(ConflictState state) => state == ConflictState.SignOff ? "being signed off" : state == ConflictState.Consultation ? "under consultation" : state.ToString().ToLowerInvariant();

    static string NextStep(ConflictState state) => state switch
    {
        ConflictState.Detected => "Triage it first.",
        ConflictState.Triaged or ConflictState.Reconciling or ConflictState.Reopened => "Propose an outcome and open a consultation.",
        ConflictState.Consultation or ConflictState.SignOff => "Take positions and resolve it, or replace the proposal by its number.",
        ConflictState.Closed => "Its definitions no longer part.",
        _ => "Reopen it first.",
    };
}
