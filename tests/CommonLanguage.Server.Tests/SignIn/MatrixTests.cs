using System.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Role = CommonLanguage.Glossary.Role;

namespace CommonLanguage.Server.Tests.SignIn;

/// <summary>
/// Every method of the contract, called by everybody, about things of their own partnership, of a foreign one, and about nothing there is.
/// The methods are those of the descriptors; who may call them stands in <see cref="Rules"/>.
/// </summary>
public sealed class MatrixTests(MatrixTests.Room room) : IClassFixture<MatrixTests.Room>
{
    static readonly FileDescriptor[] Files =
    [
        GlossaryReflection.Descriptor, LookupReflection.Descriptor, ConflictReflection.Descriptor, InterchangeReflection.Descriptor, ChangeReflection.Descriptor,
        CheckReflection.Descriptor, ReconciliationReflection.Descriptor, AdministrationReflection.Descriptor, NotificationReflection.Descriptor,
    ];

    static readonly Dictionary<string, MethodDescriptor> Methods = Files.SelectMany(file => file.Services).SelectMany(service => service.Methods)
        .ToDictionary(method => $"{method.Service.Name}.{method.Name}", StringComparer.Ordinal);

    static readonly string[] Missing = ["PARTNERSHIP_NOT_FOUND", "ORGANISATION_NOT_FOUND", "ENTRY_NOT_FOUND", "CONFLICT_NOT_FOUND"];

    public static TheoryData<string> MethodNames => [.. Methods.Keys];

    [Fact]
    public void Every_method_has_its_rule_and_every_rule_its_method()
    {
        Assert.Equal([], Methods.Keys.Except(Rules.Of.Keys));
        Assert.Equal([], Rules.Of.Keys.Except(Methods.Keys));
    }

    // A service that is mapped and not listed here would never be tried.
    [Fact]
    public void Every_service_of_the_server_is_in_the_matrix()
    {
        var mapped = room.Server.Server.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<Grpc.AspNetCore.Server.GrpcMethodMetadata>()?.Method.ServiceName).OfType<string>()
            .Where(name => name.StartsWith("commonlanguage.", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(Files.SelectMany(file => file.Services).Select(service => service.FullName).Order(StringComparer.Ordinal), mapped);
    }

    [Theory]
    [MemberData(nameof(MethodNames))]
    public async Task Nobody_calls_it_without_signing_in(string method) =>
        Assert.Equal(StatusCode.Unauthenticated, (await CallAsync(method, null, room.Own)).Code);

    [Theory]
    [MemberData(nameof(MethodNames))]
    public async Task Those_call_it_who_may_and_nobody_else(string method)
    {
        var rule = Rules.Of[method];
        foreach (var role in Rules.AllRoles)
        {
            var answer = await CallAsync(method, room.Keys[role], room.Own);
            var may = !rule.IsForNobody && (rule.Roles.Length == 0 || rule.Roles.Contains(role));
            if (may)
                Assert.True(IsLetIn(answer), $"{role} may call {method}, but was answered {answer}");
            else if (rule.IsHidden)
                Assert.True(answer is { Code: StatusCode.NotFound }, $"{role} may not know of this, but {method} answered {answer}");
            else
                Assert.True(answer is { Code: StatusCode.PermissionDenied }, $"{role} may not call {method}, but was answered {answer}");
        }
    }

    [Theory]
    [MemberData(nameof(MethodNames))]
    public async Task What_is_foreign_is_refused_in_the_same_words_as_what_is_not_there(string method)
    {
        if (!Rules.Of[method].HasTarget)
            return;
        foreach (var role in Rules.AllRoles.Where(role => role != Rules.Administrator))
        {
            var foreign = await CallAsync(method, room.Keys[role], room.Foreign);
            var nothing = await CallAsync(method, room.Keys[role], room.Nothing);
            Assert.True(nothing.Code == StatusCode.NotFound, $"{role} asked {method} for what is not there and was answered {nothing}");
            Assert.Equal(Neutral(nothing.ToString(), room.Nothing), Neutral(foreign.ToString(), room.Foreign));
        }
    }

    [Theory]
    [MemberData(nameof(MethodNames))]
    public async Task No_answer_tells_of_a_foreign_partnership(string method)
    {
        foreach (var role in Rules.AllRoles.Where(role => role != Rules.Administrator))
        {
            foreach (var request in ((IMessage[]?[])[Rules.Of[method].Messages(room.Own), Rules.Of[method].Widest is { } widest ? [widest] : null]).OfType<IMessage[]>())
            {
                var answer = await CallAsync(method, room.Keys[role], request);
                Assert.All((string[])["zulu", "yankee", "quebec"], name => Assert.DoesNotContain(name, answer.Text, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Theory]
    [MemberData(nameof(MethodNames))]
    public async Task With_a_key_that_only_reads_not_even_an_administrator_writes(string method)
    {
        var rule = Rules.Of[method];
        var answer = await CallAsync(method, room.Keys["reading administrator"], room.Own);
        if (rule.Roles.Length == 0 && !rule.IsForNobody || method.StartsWith("AdministrationService.Get", StringComparison.Ordinal))
            Assert.True(IsLetIn(answer), $"{method} answered {answer}");
        else
            Assert.True(answer is { Code: StatusCode.PermissionDenied }, $"{method} answered {answer}");
    }

    static bool IsLetIn(Answer answer) =>
        answer.Code is not (StatusCode.Unauthenticated or StatusCode.PermissionDenied or StatusCode.Unimplemented or StatusCode.Internal or StatusCode.Unknown)
        && !Missing.Contains(answer.Reason, StringComparer.Ordinal);

    static string Neutral(string text, Target target)
    {
        // The longer ids first: a key's random one may have a shorter one inside.
        (string Name, string Neutral)[] names = [(target.Conflict, "CONFLICT"), (target.Affiliation, "AFFILIATION"), (target.ApiKey, "KEY"), (target.Organisation, "ORGANISATION"), (target.Partnership, "PARTNERSHIP")];
        foreach (var (name, neutral) in names.OrderByDescending(named => named.Name.Split('/')[^1].Length))
            text = text.Replace(name, neutral, StringComparison.Ordinal).Replace(name.Split('/')[^1], neutral, StringComparison.Ordinal);
        return text;
    }

    Task<Answer> CallAsync(string method, string? key, Target target) => CallAsync(method, key, Rules.Of[method].Messages(target));

    async Task<Answer> CallAsync(string method, string? key, IMessage[] request)
    {
        var descriptor = Methods[method];
        var messages = request.Select(message => message.ToByteArray()).ToArray();
        var invoker = room.Server.Server.Channel.CreateCallInvoker();
        var type = descriptor.IsClientStreaming ? MethodType.DuplexStreaming : descriptor.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary;
        var raw = new Method<byte[], byte[]>(type, descriptor.Service.FullName, descriptor.Name, Marshallers.Create(x => x, x => x), Marshallers.Create(x => x, x => x));
        var options = key is null ? new CallOptions(deadline: DateTime.UtcNow.AddSeconds(20)) : SignedInServer.With(key);
        // A stream that only waits has let the caller in.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(method.Contains(".Watch", StringComparison.Ordinal) ? 0.3 : 20));
        options = options.WithCancellationToken(patience.Token);
        var text = new StringBuilder();
        try
        {
            switch (type)
            {
                case MethodType.Unary:
                    Add(await invoker.AsyncUnaryCall(raw, null, options, messages[0]));
                    break;
                case MethodType.ServerStreaming:
                    using (var call = invoker.AsyncServerStreamingCall(raw, null, options, messages[0]))
                        await ReadAsync(call.ResponseStream);
                    break;
                default:
                    using (var call = invoker.AsyncDuplexStreamingCall(raw, null, options))
                    {
                        try
                        {
                            foreach (var message in messages)
                                await call.RequestStream.WriteAsync(message);
                            await call.RequestStream.CompleteAsync();
                        }
                        catch (Exception fault) when (fault is RpcException or InvalidOperationException)
                        {
                            // Refused before all was sent: the answer says why.
                        }

                        await ReadAsync(call.ResponseStream);
                    }

                    break;
            }

            return new(StatusCode.OK, "", "", text.ToString());
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.Cancelled && patience.IsCancellationRequested)
        {
            return new(StatusCode.OK, "", "", text.ToString());
        }
        catch (RpcException fault)
        {
            var info = fault.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>();
            var metadata = string.Join(' ', info?.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}") ?? []);
            return new(fault.StatusCode, info?.Reason ?? "", $"{fault.Status.Detail} {metadata}", text.ToString());
        }

        async Task ReadAsync(IAsyncStreamReader<byte[]> answers)
        {
            await foreach (var answer in answers.ReadAllAsync(CancellationToken.None))
                Add(answer);
        }

        void Add(byte[] answer) => text.Append(Encoding.UTF8.GetString(answer));
    }

    sealed record Answer(StatusCode Code, string Reason, string Message, string Text)
    {
        public override string ToString() => $"{Code} {Reason} {Message}";
    }

    /// <summary>One server for the whole matrix: nothing it asks for changes anything.</summary>
    public sealed class Room : IAsyncLifetime
    {
        internal SignedInServer Server { get; private set; } = null!;

        internal Dictionary<string, string> Keys { get; } = new(StringComparer.Ordinal);

        internal Target Own { get; private set; } = null!;

        internal Target Foreign { get; private set; } = null!;

        internal Target Nothing { get; } = new(
            "organisations/nowhere-o", "partnerships/nowhere-p", "partnerships/nowhere-p/conflicts/nowhere-c", "c1-1", "affiliations/999", "apiKeys/000000000000");

        public async Task InitializeAsync()
        {
            Server = await SignedInServer.StartAsync();
            await Server.FillAsync();
            foreach (var (name, role) in ((string, Role)[])[(Rules.Reader, Role.Reader), (Rules.Editor, Role.Editor), (Rules.Owner, Role.Owner), (Rules.Signatory, Role.Signatory)])
                Keys[name] = await Server.KeyAsync(name, Scopes.All, ("alfa", role));
            Keys[Rules.App] = await Server.KeyAsync(Rules.App, Scopes.Write | Scopes.Reconcile, ("alfa", Role.App));
            Keys[Rules.Translator] = await Server.KeyAsync(Rules.Translator, Scopes.All, ("alfa", Role.Reader), ("bravo", Role.Reader));
            Keys[Rules.Coordinator] = await Server.KeyAsync(Rules.Coordinator, Scopes.All, ("papa", Role.Coordinator));
            Keys[Rules.Administrator] = await Server.KeyAsync(Rules.Administrator, Scopes.All, ("", Role.Administrator));
            Keys["reading administrator"] = await Server.KeyAsync(Rules.Administrator, Scopes.Read);
            Own = await TargetAsync("alfa", "papa");
            Foreign = await TargetAsync("zulu", "quebec");
        }

        public async Task DisposeAsync() => await Server.DisposeAsync();

        async Task<Target> TargetAsync(string organisation, string partnership)
        {
            var key = await Server.KeyAsync("somebody of " + organisation, Scopes.Read, (organisation, Role.Reader));
            var people = Server.Server.Services.GetRequiredService<LiveTables>().Current.People;
            var name = Server.ConflictOf(partnership);
            var conflict = await new ConflictService.ConflictServiceClient(Server.Server.Channel).GetConflictAsync(
                new() { Name = name }, SignedInServer.With(Keys[Rules.Administrator]));
            return new(
                "organisations/" + organisation, "partnerships/" + partnership, name, conflict.Etag, people.Of("somebody of " + organisation).Single().Name, "apiKeys/" + key[4..16]);
        }
    }
}
