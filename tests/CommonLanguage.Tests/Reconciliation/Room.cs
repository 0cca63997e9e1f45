using System.Collections.Frozen;
using CommonLanguage.Editing;
using CommonLanguage.Glossary;
using CommonLanguage.Reconciliation;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

/// <summary>Organisations a, b and c of one partnership "p", one conflict about "incident", and the people around it.</summary>
sealed class Room(Engine engine)
{
    public Engine Engine => engine;

    public Reconciler Reconciler => engine.Reconciler;

    /// <summary>Has worked for a and b.</summary>
    public Actor Translator => Person("tess", affiliated: ["a", "b"]);

    public Actor Reader => Person("rita", affiliated: ["a"], roles: [("a", Role.Reader)]);

    /// <summary>Of a partnership that shares nothing with this one.</summary>
    public Actor Stranger => Person("stan", affiliated: [], roles: []);

    public Actor SignatoryOf(string organisation) => Person("sig-" + organisation, affiliated: [organisation], roles: [(organisation, Role.Signatory)]);

    public Actor OwnerOf(string organisation) => Person("own-" + organisation, affiliated: [organisation], roles: [(organisation, Role.Owner)]);

    public static async Task<Room> OpenAsync(Engine engine, string a = Definitions.InFourHours, string b = Definitions.InTwoDays)
    {
        await engine.AddPartnersAsync("a", "b", "c");
        _ = await engine.AddAsync("a", Engine.Content("incident", a), "i");
        _ = await engine.AddAsync("b", Engine.Content("incident", b), "i");
        return new(engine);
    }

    /// <summary>The one conflict of the store.</summary>
    public async Task<Conflict> ConflictAsync() => Assert.Single(await engine.ConflictsAsync());

    public static ConflictName NameOf(Conflict conflict) => new(Engine.Partnership("p"), conflict.Id);

    public async Task<List<Mapping>> MappingsAsync() => await engine.Reader.ReadMappingsAsync((await ConflictAsync()).Key, CancellationToken.None);

    public async Task<ReconciliationWritten> TriageAsync(Verdict verdict, Actor? actor = null, string? etag = null, WriteOptions options = default)
    {
        var conflict = await ConflictAsync();
        return await Reconciler.TriageAsync(
            actor ?? Translator, NameOf(conflict), etag ?? conflict.Etag, verdict, null, "", options, CancellationToken.None);
    }

    public async Task<ReconciliationWritten> DismissAsync(bool isSame)
    {
        var conflict = await ConflictAsync();
        return await Reconciler.DismissAsync(Translator, NameOf(conflict), conflict.Etag, isSame, "distant fields", default, CancellationToken.None);
    }

    public async Task<ReconciliationWritten> DeferAsync()
    {
        var conflict = await ConflictAsync();
        return await Reconciler.DeferAsync(
            Translator, NameOf(conflict), conflict.Etag, "bound by contract", new(2026, 9, 1), default, CancellationToken.None);
    }

    public async Task<ReconciliationWritten> ReopenAsync(Actor? actor = null)
    {
        var conflict = await ConflictAsync();
        return await Reconciler.ReopenAsync(actor ?? Translator, NameOf(conflict), conflict.Etag, "a new contract", default, CancellationToken.None);
    }

    public static EntryName A { get; } = Engine.Name("a", "i");

    public static EntryName B { get; } = Engine.Name("b", "i");

    public async Task<ReconciliationWritten> ProposeAsync(ProposalDraft draft, Actor? actor = null)
    {
        var conflict = await ConflictAsync();
        return await Reconciler.ProposeAsync(actor ?? Translator, NameOf(conflict), conflict.Etag, draft, default, CancellationToken.None);
    }

    /// <summary>Lays the last proposal before the parties for the rest of the month.</summary>
    public async Task<ReconciliationWritten> ConsultAsync(int proposal = 1)
    {
        var conflict = await ConflictAsync();
        return await Reconciler.OpenConsultationAsync(
            Translator, NameOf(conflict), conflict.Etag, proposal, null, new(2026, 3, 31), default, CancellationToken.None);
    }

    public async Task<ReconciliationWritten> TakeAsync(
        string organisation, Stance stance = Stance.Accept, int proposal = 1, Actor? actor = null, string? etag = null)
    {
        var conflict = await ConflictAsync();
        return await Reconciler.TakePositionAsync(
            actor ?? SignatoryOf(organisation), NameOf(conflict), etag ?? conflict.Etag, Engine.Organisation(organisation), proposal, stance,
            stance is Stance.Accept or Stance.Abstain ? "" : "because of the contract", default, CancellationToken.None);
    }

    public async Task<ReconciliationWritten> ResolveAsync(int proposal = 1, DateOnly? effective = null, Actor? actor = null)
    {
        var conflict = await ConflictAsync();
        return await Reconciler.ResolveAsync(
            actor ?? Translator, NameOf(conflict), conflict.Etag, proposal, "", effective, null, default, CancellationToken.None);
    }

    /// <summary>From triage to the positions of both sides.</summary>
    public async Task SignAsync(ProposalDraft draft, Stance a = Stance.Accept, Stance b = Stance.Accept)
    {
        if ((await ConflictAsync()).State == ConflictState.Detected)
            _ = await TriageAsync(Verdict.Related);
        _ = await ProposeAsync(draft);
        _ = await ConsultAsync();
        _ = await TakeAsync("a", a);
        _ = await TakeAsync("b", b);
    }

    /// <summary>From triage to the settlement that both sides accept.</summary>
    public async Task<ReconciliationWritten> SettleAsync(ProposalDraft draft, DateOnly? effective = null)
    {
        await SignAsync(draft);
        return await ResolveAsync(effective: effective);
    }

    public async Task<EntryContent> ContentAsync(string organisation, string entry = "i") => (await engine.CurrentAsync(organisation, entry))!.Content;

    public Actor Person(string name, string[] affiliated, (string Organisation, Role Role)[]? roles = null, Scopes scopes = Scopes.All)
    {
        var directory = engine.Tables.Current.Directory;
        int Key(string id) => directory.Get(Engine.Organisation(id), "organisation").Key;
        var own = affiliated.Select(Key).ToFrozenSet();
        var partnerships = directory.Partnerships.Where(partnership => partnership.Members.Any(own.Contains)).ToArray();
        return new(name, "test")
        {
            Rights = new()
            {
                Scopes = scopes,
                Affiliated = own,
                Roles = (roles ?? []).Select(role => (Key(role.Organisation), role.Role)).ToFrozenSet(),
                Partnerships = partnerships.Select(partnership => partnership.Key).ToFrozenSet(),
                Organisations = partnerships.SelectMany(partnership => partnership.Shared is { } shared ? partnership.Members.Add(shared) : partnership.Members).Concat(own).ToFrozenSet(),
            },
        };
    }
}
