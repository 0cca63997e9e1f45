using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommonLanguage.Server.Tests.BadInput;

/// <summary>What is refused before a service sees it.</summary>
public sealed class TransportTests(PartnersServer partners) : IClassFixture<PartnersServer>
{
    [Fact]
    public async Task A_message_of_one_byte_over_4_MiB_is_refused_and_one_of_4_MiB_is_read()
    {
        var fits = Bytes(4 * 1024 * 1024);
        Assert.Equal(StatusCode.InvalidArgument, await PostAsync(fits));
        Assert.Equal(StatusCode.ResourceExhausted, await PostAsync(Bytes(fits.Length + 1)));
        await partners.AssertServingAsync();
    }

    [Fact]
    public async Task The_limit_of_messages_holds_after_inflation()
    {
        using var deflated = new MemoryStream();
        using (var gzip = new GZipStream(deflated, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(new byte[5_000_000]);
        Assert.True(deflated.Length < 10_000);
        Assert.Equal(StatusCode.ResourceExhausted, await PostAsync(deflated.ToArray(), compressed: true));
        await partners.AssertServingAsync();
    }

    [Theory]
    [InlineData(1, 40_000)]
    [InlineData(300, 10)]
    public async Task Metadata_beyond_measure_is_refused(int headers, int length)
    {
        using var channel = GrpcChannel.ForAddress(partners.Server.GrpcAddress);
        var metadata = new Metadata();
        for (var i = 0; i < headers; i++)
            metadata.Add($"x-{i}", new string('a', length));
        var before = await partners.SequenceAsync();
        _ = await Assert.ThrowsAsync<RpcException>(async () => await new GlossaryService.GlossaryServiceClient(channel).CreateOrganisationAsync(
            new() { OrganisationId = "loud" }, metadata));
        Assert.Equal(before, await partners.SequenceAsync());
        await partners.AssertServingAsync();
    }

    [Theory]
    [InlineData(new byte[] { 0x0A, 0x02, 0xC3, 0x28 })]
    [InlineData(new byte[] { 0x0A, 0x7F, 0x61 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF })]
    public async Task Bytes_that_are_no_message_are_refused(byte[] message)
    {
        Assert.Equal(StatusCode.InvalidArgument, await PostAsync(message));
        Assert.Equal(StatusCode.InvalidArgument, await PostAsync(message, method: "GlossaryService/GetPartnership"));
        Assert.Equal(StatusCode.InvalidArgument, await PostAsync(message, method: "LookupService/LookUpTerms"));
        await partners.AssertServingAsync();
    }

    [Fact]
    public async Task A_message_nested_200_deep_is_refused()
    {
        // Groups of an unknown field, one in the other (wire type 3): tag 15 opens, tag 15 with wire type 4 closes.
        byte[] nested = [.. Enumerable.Repeat((byte)0x7B, 200), .. Enumerable.Repeat((byte)0x7C, 200)];
        Assert.Equal(StatusCode.InvalidArgument, await PostAsync(nested));
        Assert.Equal(StatusCode.InvalidArgument, await PostAsync(nested, method: "GlossaryService/GetPartnership"));
        await partners.AssertServingAsync();
    }

    [Fact]
    public async Task Bytes_that_are_no_message_are_refused_with_the_documented_reason()
    {
        using var channel = GrpcChannel.ForAddress(partners.Server.GrpcAddress);
        var method = new Method<byte[], byte[]>(
            MethodType.Unary, "commonlanguage.v1.GlossaryService", "GetPartnership", Marshallers.Create(bytes => bytes, bytes => bytes), Marshallers.Create(bytes => bytes, bytes => bytes));
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, [0xFF, 0xFF, 0xFF]));
        Assert.Equal("MESSAGE_UNREADABLE", refusal.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason);
    }

    [Fact]
    public async Task A_deadline_ends_a_call_that_waits()
    {
        using var call = partners.Changes.WatchChanges(new(), deadline: DateTime.UtcNow.AddMilliseconds(100));
        var refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.DeadlineExceeded, refusal.StatusCode);
        await partners.AssertServingAsync();
    }

    [Fact]
    public async Task A_deadline_that_has_passed_stores_nothing()
    {
        var before = await partners.SequenceAsync();
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await partners.Glossary.CreateOrganisationAsync(
            new() { OrganisationId = "late" }, deadline: DateTime.UtcNow.AddSeconds(-1)));
        Assert.Equal((StatusCode.DeadlineExceeded, before), (refusal.StatusCode, await partners.SequenceAsync()));
    }

    [Fact]
    public void Unary_calls_without_a_deadline_end_after_half_a_minute_and_streams_do_not()
    {
        var policy = partners.Server.Services.GetRequiredService<IOptions<RequestTimeoutOptions>>().Value.DefaultPolicy;
        Assert.Equal(TimeSpan.FromSeconds(30), policy!.Timeout);
        var ours = partners.Server.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Select(endpoint => (Method: endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method, endpoint.Metadata))
            .Where(endpoint => endpoint.Method?.ServiceName.StartsWith("commonlanguage.", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(ours);
        Assert.All(ours, endpoint => Assert.Equal(
            endpoint.Method!.Type != MethodType.Unary, endpoint.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is not null));
    }

    // A look-up of a word so long that the whole message has the length asked for.
    static byte[] Bytes(int length)
    {
        var request = new LookUpTermRequest { Term = new string('a', length - 5) };
        Assert.Equal(length, request.CalculateSize());
        return request.ToByteArray();
    }

    async Task<StatusCode> PostAsync(byte[] message, bool compressed = false, string method = "LookupService/LookUpTerm")
    {
        using var client = new HttpClient();
        var framed = new byte[5 + message.Length];
        framed[0] = compressed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), message.Length);
        message.CopyTo(framed, 5);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(partners.Server.GrpcAddress, "/commonlanguage.v1." + method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(framed) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        request.Headers.Add("te", "trailers");
        if (compressed)
            request.Headers.Add("grpc-encoding", "gzip");
        using var response = await client.SendAsync(request);
        _ = await response.Content.ReadAsByteArrayAsync();
        var status = response.TrailingHeaders.TryGetValues("grpc-status", out var values) ? values : response.Headers.GetValues("grpc-status");
        return (StatusCode)int.Parse(status.Single(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
