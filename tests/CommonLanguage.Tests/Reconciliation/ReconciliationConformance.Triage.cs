using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Reconciliation;

public abstract partial class ReconciliationConformance
{
    [SkippableFact]
    public async Task A_verdict_of_the_same_dismisses_the_conflict_with_an_exact_mapping()
    {
        var room = await RoomAsync();

        var written = await room.TriageAsync(Verdict.Same);

        Assert.Equal(ConflictState.Dismissed, written.Conflict.State);
        var mapping = Assert.Single(await room.MappingsAsync());
        Assert.Equal((Relation.Exact, false, MappingState.Confirmed, "tess"), (mapping.Relation, mapping.Negated, mapping.State, mapping.Author));
    }

    [SkippableTheory]
    [InlineData(Verdict.Broader, Relation.Broader, false)]
    [InlineData(Verdict.Narrower, Relation.Narrower, false)]
    [InlineData(Verdict.Related, Relation.Related, false)]
    [InlineData(Verdict.Different, Relation.Exact, true)]
    public async Task A_verdict_that_meanings_part_confirms_the_conflict(Verdict verdict, Relation relation, bool negated)
    {
        var room = await RoomAsync();

        var written = await room.TriageAsync(verdict);

        Assert.Equal(ConflictState.Triaged, written.Conflict.State);
        var mapping = Assert.Single(await room.MappingsAsync());
        Assert.Equal((relation, negated, MappingState.Confirmed), (mapping.Relation, mapping.Negated, mapping.State));
    }

    [SkippableFact]
    public async Task A_comment_which_changes_no_word_is_reached_by_those_who_wait_for_it()
    {
        var room = await RoomAsync();
        var waiting = room.Engine.Tables.AtLeastAsync(room.Engine.Tables.Current.Sequence + 1, CancellationToken.None).AsTask();

        var written = await room.Reconciler.CommentAsync(
            room.Translator, Room.NameOf(await room.ConflictAsync()), "hm", 0, default, CancellationToken.None);

        Assert.Equal(written.Sequence, (await waiting.WaitAsync(TimeSpan.FromSeconds(10))).Sequence);
    }

    [SkippableFact]
    public async Task A_verdict_of_unsure_leaves_the_conflict_where_it_stands()
    {
        var room = await RoomAsync();

        var written = await room.TriageAsync(Verdict.Unsure);

        Assert.Equal(ConflictState.Detected, written.Conflict.State);
        Assert.Equal(MappingState.Unsure, Assert.Single(await room.MappingsAsync()).State);
    }

    [SkippableFact]
    public async Task Exact_mappings_follow_from_one_another()
    {
        var room = await RoomAsync();
        _ = await room.Engine.AddAsync("c", Engine.Content("incident", Definitions.InNineWeeks), "i");

        _ = await SayAsync(room, Verdict.Same, "a", "b");
        _ = await SayAsync(room, Verdict.Same, "b", "c");

        var mappings = await room.MappingsAsync();
        Assert.Equal(3, mappings.Count);
        Assert.Equal(MappingJustification.Followed, mappings.Single(m => m.A.Organisation == 1 && m.B.Organisation == 3).Justification);
    }

    [SkippableFact]
    public async Task A_mapping_that_contradicts_what_follows_from_others_is_refused()
    {
        var room = await RoomAsync();
        _ = await room.Engine.AddAsync("c", Engine.Content("incident", Definitions.InNineWeeks), "i");
        _ = await SayAsync(room, Verdict.Same, "a", "b");
        _ = await SayAsync(room, Verdict.Same, "b", "c");
        var before = await room.ConflictAsync();

        _ = await RefusedAsync(ErrorReason.StateNotAllowed, () => SayAsync(room, Verdict.Different, "a", "c"));
        _ = await room.ReopenAsync();
        _ = await RefusedAsync(ErrorReason.MappingContradicts, () => SayAsync(room, Verdict.Different, "a", "c"));

        Assert.Equal(3, (await room.MappingsAsync()).Count);
        Assert.Equal(ConflictState.Dismissed, before.State);
    }

    [SkippableFact]
    public async Task What_was_done_is_on_record_with_who_and_when()
    {
        var room = await RoomAsync();
        _ = await room.TriageAsync(Verdict.Broader);

        var act = Assert.Single(await room.Engine.Reader.ReadActsAsync((await room.ConflictAsync()).Key, CancellationToken.None));

        Assert.Equal((1, "tess", room.Engine.Clock.GetUtcNow()), (act.Number, act.Actor.Name, act.Time));
        Assert.Equal(Verdict.Broader, Assert.IsType<Triage>(act.Act).Verdict);
        var change = (await room.Engine.ChangesAsync())[^1];
        Assert.Equal((ChangeKind.ReconciliationAdvanced, "tess"), (change.Kind, change.Actor.Name));
        Assert.Equal(Room.NameOf(await room.ConflictAsync()).ToString(), change.Subject);
    }

    [SkippableFact]
    public async Task A_repeated_request_is_done_once()
    {
        var room = await RoomAsync();
        var etag = (await room.ConflictAsync()).Etag;

        var first = await room.TriageAsync(Verdict.Broader, etag: etag, options: new("r1"));
        var second = await room.TriageAsync(Verdict.Broader, etag: etag, options: new("r1"));

        Assert.Equal(first.Sequence, second.Sequence);
        Assert.Single(second.Proceedings.Acts);
        _ = await RefusedAsync(ErrorReason.RequestIdReused, () => room.TriageAsync(Verdict.Same, etag: etag, options: new("r1")));
    }

    [SkippableFact]
    public async Task A_validation_stores_nothing()
    {
        var room = await RoomAsync();
        var before = await room.ConflictAsync();

        var written = await room.TriageAsync(Verdict.Same, options: new(ValidateOnly: true));

        Assert.Equal((ConflictState.Dismissed, 0), (written.Conflict.State, written.Sequence));
        Assert.Equal(before.Etag, (await room.ConflictAsync()).Etag);
        Assert.Empty(await room.MappingsAsync());
    }

    [SkippableFact]
    public async Task A_stale_etag_is_refused()
    {
        var room = await RoomAsync();
        var etag = (await room.ConflictAsync()).Etag;
        _ = await room.TriageAsync(Verdict.Broader);

        var refusal = await RefusedAsync(ErrorReason.EtagStale, () => room.TriageAsync(Verdict.Same, etag: etag));

        Assert.Equal((await room.ConflictAsync()).Etag, refusal.Metadata["current_etag"]);
    }

    [SkippableFact]
    public async Task A_reader_does_not_judge()
    {
        var room = await RoomAsync();

        _ = await RefusedAsync(ErrorReason.RoleMissing, () => room.TriageAsync(Verdict.Same, room.Reader));

        Assert.Equal(ConflictState.Detected, (await room.ConflictAsync()).State);
    }

    [SkippableFact]
    public async Task A_key_without_the_scope_does_not_judge()
    {
        var room = await RoomAsync();
        var app = room.Person("app", affiliated: ["a", "b"], scopes: Scopes.Read);

        _ = await RefusedAsync(ErrorReason.ScopeMissing, () => room.TriageAsync(Verdict.Same, app));
    }

    [SkippableFact]
    public async Task A_foreign_conflict_is_refused_like_one_that_does_not_exist()
    {
        var room = await RoomAsync();
        var random = new ConflictName(Engine.Partnership("p"), "no-such-1");
        var real = Room.NameOf(await room.ConflictAsync());

        var foreign = await RefusedAsync(ErrorReason.ConflictNotFound, () => room.TriageAsync(Verdict.Same, room.Stranger));
        var missing = await RefusedAsync(ErrorReason.ConflictNotFound, () => room.Reconciler.TriageAsync(
            room.Stranger, random, "c1", Verdict.Same, null, "", default, CancellationToken.None));

        Assert.Equal(missing.Message.Replace(random.Id, real.Id, StringComparison.Ordinal), foreign.Message);
    }

    [SkippableFact]
    public async Task A_deferred_conflict_leaves_the_queue_and_its_warning_stays()
    {
        var room = await RoomAsync();

        var written = await room.DeferAsync();

        Assert.Equal((ConflictState.Deferred, new DateOnly(2026, 9, 1)), (written.Conflict.State, written.Conflict.Review));
        Assert.Empty(await room.Engine.OpenConflictsAsync());
        Assert.All((await room.Engine.LookUpAsync("incident")).Meanings, meaning => Assert.Single(meaning.Conflicts));
    }

    [SkippableFact]
    public async Task A_review_day_that_has_passed_is_refused()
    {
        var room = await RoomAsync();
        room.Engine.Clock.MoveTo(2026, 10, 1);

        _ = await RefusedAsync(ErrorReason.DateInvalid, room.DeferAsync);
    }

    static async Task<CommonLanguage.Reconciliation.ReconciliationWritten> SayAsync(Room room, Verdict verdict, string a, string b)
    {
        var conflict = await room.ConflictAsync();
        return await room.Reconciler.TriageAsync(
            room.Translator, Room.NameOf(conflict), conflict.Etag, verdict, (Engine.Name(a, "i"), Engine.Name(b, "i")), "", default, CancellationToken.None);
    }
}
