using CommonLanguage.Administration;
using CommonLanguage.Glossary;
using CommonLanguage.Tests.Rig;

namespace CommonLanguage.Tests.Administration;

public sealed class ApiKeyTests : IAsyncLifetime
{
    Engine engine = null!;

    public async Task InitializeAsync() => engine = await Engine.StartAsync();

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Fact]
    public async Task A_key_signs_its_person_in_with_its_scopes_and_reading()
    {
        var made = await MakeAsync("ana", Scopes.Write);
        var credential = engine.Access.SignIn(made.Text, kind => $"here, {kind}");

        Assert.Equal(("ana", Scopes.Read | Scopes.Write, $"here, key {made.Key!.Id}"), (credential.Person, credential.Scopes, credential.Origin));
        Assert.StartsWith($"clk_{made.Key.Id}_", made.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_hash_of_a_key_is_kept()
    {
        var made = await MakeAsync("ana");
        var secret = made.Text[^43..];
        var all = "";
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(engine.Store.IndexDirectory)!, "commonlanguage.db*"))
            all += System.Text.Encoding.Latin1.GetString(await ReadSharedAsync(file));
        Assert.Contains(made.Key!.Id, all, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_but_the_whole_right_one_is_taken()
    {
        var text = (await MakeAsync("ana")).Text;
        var other = (await MakeAsync("ana")).Text;
        var last = text[^1] == 'A' ? 'B' : 'A';
        string[] wrong =
        [
            "clk_", "clk_000000000000_" + text[^43..], text[..^1], text[..^1] + last, text + "A", " " + text, text.ToUpperInvariant(),
            text[..17] + other[17..], "clk_%00%00%00%00_" + text[^43..], "clk_" + new string('é', 56), text[..4] + "'; DROP TAB" + text[15..], "",
        ];
        Assert.All(wrong, key => Assert.Equal(ErrorReason.SignInInvalid, Assert.Throws<RefusalException>(() => engine.Access.SignIn(key, kind => kind)).Reason));
        _ = engine.Access.SignIn(text, kind => kind);
    }

    [Fact]
    public async Task A_refused_key_is_not_repeated_in_the_refusal()
    {
        var text = (await MakeAsync("ana")).Text;
        var refusal = Assert.Throws<RefusalException>(() => engine.Access.SignIn(text[..^1] + "!", kind => kind));
        Assert.DoesNotContain(text[20..30], refusal.Message, StringComparison.Ordinal);
        Assert.Empty(refusal.Metadata);
    }

    [Fact]
    public async Task An_expired_key_is_not_taken_and_ends_what_was_signed_in_with_it()
    {
        var made = await MakeAsync("ana", expires: engine.Clock.GetUtcNow().AddHours(1));
        var credential = engine.Access.SignIn(made.Text, kind => kind);
        engine.Clock.Move(TimeSpan.FromHours(1));

        Assert.Throws<RefusalException>(() => engine.Access.SignIn(made.Text, kind => kind));
        Assert.Throws<RefusalException>(() => engine.Access.ActorOf(credential));
    }

    [Fact]
    public async Task A_revoked_key_is_not_taken_and_ends_what_was_signed_in_with_it()
    {
        var made = await MakeAsync("ana");
        var credential = engine.Access.SignIn(made.Text, kind => kind);
        _ = await engine.AccessEditor.RevokeKeyAsync(Engine.Actor, made.Key!.Name, CancellationToken.None);

        Assert.Throws<RefusalException>(() => engine.Access.SignIn(made.Text, kind => kind));
        Assert.Throws<RefusalException>(() => engine.Access.ActorOf(credential));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(367)]
    public async Task A_key_has_an_end_within_a_year(int days) => Assert.Equal(
        ErrorReason.DateInvalid,
        (await Assert.ThrowsAsync<RefusalException>(() => MakeAsync("ana", expires: engine.Clock.GetUtcNow().AddDays(days)))).Reason);

    [Theory]
    [InlineData("local")]
    [InlineData("Service")]
    [InlineData("a\nb")]
    [InlineData("a\u001b[31m")]
    public async Task Nobody_signs_in_with_a_name_of_the_service_or_one_that_acts_on_a_log(string person) =>
        _ = await Assert.ThrowsAsync<RefusalException>(() => MakeAsync(person));

    [Fact]
    public async Task A_person_makes_keys_for_themself_with_at_most_the_scopes_in_hand()
    {
        var ana = await SignInAsync("ana", Scopes.Administer);
        _ = await CreateAsync(ana, "", Scopes.Read);
        Assert.Equal(ErrorReason.ScopeMissing, (await RefusedAsync(() => CreateAsync(ana, "", Scopes.Write))).Reason);
        Assert.Equal(ErrorReason.RoleMissing, (await RefusedAsync(() => CreateAsync(ana, "bob", Scopes.Read))).Reason);
        var reading = await SignInAsync("ana", Scopes.Read);
        Assert.Equal(ErrorReason.ScopeMissing, (await RefusedAsync(() => CreateAsync(reading, "", Scopes.Read))).Reason);
    }

    [Fact]
    public async Task A_key_of_somebody_else_is_as_unknown_as_one_that_is_not_there()
    {
        var bobs = await MakeAsync("bob");
        var ana = await SignInAsync("ana", Scopes.All);
        var foreign = await RefusedAsync(() => engine.AccessEditor.RevokeKeyAsync(ana, bobs.Key!.Name, CancellationToken.None));
        var none = await RefusedAsync(() => engine.AccessEditor.RevokeKeyAsync(ana, "apiKeys/000000000000", CancellationToken.None));

        Assert.Equal(none.Message.Replace("000000000000", bobs.Key!.Id, StringComparison.Ordinal), foreign.Message);
        Assert.Equal((ErrorReason.ActNotFound, ErrorReason.ActNotFound), (none.Reason, foreign.Reason));
        _ = engine.Access.SignIn(bobs.Text, kind => kind);
        Assert.All(engine.Access.KeysSeenBy(ana), key => Assert.Equal("ana", key.Person));
    }

    [Fact]
    public async Task The_token_of_the_first_start_makes_one_administrator_once()
    {
        Assert.True(engine.Setup.IsNeeded(engine.Tables.Current.People));
        var token = engine.Setup.Create();
        var credential = engine.Access.SignIn(token, kind => kind);
        var holder = engine.Access.ActorOf(credential);
        Assert.Equal(ErrorReason.ScopeMissing, (await RefusedAsync(() => CreateAsync(holder, "", Scopes.Read))).Reason);

        var made = await engine.AccessEditor.ClaimAsync(holder, "ada", "", withKey: true, CancellationToken.None);
        Assert.True(engine.Access.ActorOf(engine.Access.SignIn(made.Text, kind => kind)).Rights.IsAdministrator);
        Assert.False(engine.Setup.IsNeeded(engine.Tables.Current.People));
        Assert.Throws<RefusalException>(() => engine.Access.SignIn(token, kind => kind));
        Assert.Throws<RefusalException>(() => engine.Access.Check(credential));
        Assert.Equal(ErrorReason.RoleMissing, (await RefusedAsync(() => engine.AccessEditor.ClaimAsync(holder, "eve", "", withKey: true, CancellationToken.None))).Reason);
    }

    [Fact]
    public void The_token_of_the_first_start_ends_after_a_day_and_is_replaced_by_the_next()
    {
        var first = engine.Setup.Create();
        var second = engine.Setup.Create();
        Assert.Throws<RefusalException>(() => engine.Access.SignIn(first, kind => kind));
        _ = engine.Access.SignIn(second, kind => kind);
        engine.Clock.Move(TimeSpan.FromHours(24));
        Assert.Throws<RefusalException>(() => engine.Access.SignIn(second, kind => kind));
    }

    [Fact]
    public async Task Every_change_of_who_may_do_what_is_in_the_log()
    {
        var made = await MakeAsync("ana");
        _ = await engine.AccessEditor.RevokeKeyAsync(Engine.Actor, made.Key!.Name, CancellationToken.None);
        Assert.Equal(
            [(ChangeKind.ApiKeyChanged, made.Key.Name, "local", "test"), (ChangeKind.ApiKeyChanged, made.Key.Name, "local", "test")],
            (await engine.ChangesAsync()).Select(change => (change.Kind, change.Subject, change.Actor.Name, change.Actor.Origin)));
    }

    static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    static Task<RefusalException> RefusedAsync(Func<Task> write) => Assert.ThrowsAsync<RefusalException>(write);

    async Task<Actor> SignInAsync(string person, Scopes scopes) =>
        engine.Access.ActorOf(engine.Access.SignIn((await MakeAsync(person, scopes)).Text, kind => kind));

    Task<KeyMade> MakeAsync(string person, Scopes scopes = Scopes.Read, DateTimeOffset? expires = null) =>
        engine.AccessEditor.CreateKeyAsync(Engine.Actor, person, "for tests", scopes, expires, validateOnly: false, CancellationToken.None);

    Task<KeyMade> CreateAsync(Actor actor, string person, Scopes scopes) =>
        engine.AccessEditor.CreateKeyAsync(actor, person, "", scopes, null, validateOnly: false, CancellationToken.None);
}
