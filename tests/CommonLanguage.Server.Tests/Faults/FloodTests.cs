using System.Buffers.Binary;
using CommonLanguage.Server.Tests.BadInput;
using CommonLanguage.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace CommonLanguage.Server.Tests.Faults;

/// <summary>Connections that only mean to keep the server busy (attack A13): everybody else is answered all the while.</summary>
public sealed class FloodTests(PartnersServer partners) : IClassFixture<PartnersServer>
{
    const int Connections = 4;

    [Fact]
    public async Task Calls_that_are_reset_as_soon_as_they_are_made_take_nothing_from_others()
    {
        var cancelled = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(cancelled, 8);
        var call = RawConnection.Call("LookupService/LookUpTerm");
        await AnsweredThroughoutAsync(Connections, async connection =>
        {
            for (var burst = 0; burst < 100; burst++)
            {
                var streams = Enumerable.Range(0, 50).Select(n => 1 + (2 * ((burst * 50) + n)));
                if (!await connection.SendAsync(streams.SelectMany(stream => (byte[])
                    [.. RawConnection.Frame(RawConnection.Headers, RawConnection.EndHeaders, stream, call), .. RawConnection.Frame(RawConnection.Reset, 0, stream, cancelled)]).ToArray()))
                    return;
            }
        });
    }

    [Fact]
    public async Task Streams_that_are_opened_and_left_take_nothing_from_others()
    {
        var call = RawConnection.Call("ChangeService/WatchChanges");
        await AnsweredThroughoutAsync(Connections, async connection =>
        {
            // Far more than one connection may have open at once.
            for (var stream = 1; stream < 4_000; stream += 2)
            {
                if (!await connection.SendAsync(RawConnection.Frame(RawConnection.Headers, RawConnection.EndHeaders, stream, call)))
                    return;
            }
        });
    }

    [Theory]
    [InlineData(RawConnection.Ping, 8)]
    [InlineData(RawConnection.Settings, 6)]
    public async Task Frames_that_want_an_answer_each_take_nothing_from_others(byte kind, int length)
    {
        // Of settings: the longest frame, 16 384 bytes, is the default anyway.
        byte[] payload = kind == RawConnection.Settings ? [0, 5, 0, 0, 64, 0] : new byte[length];
        byte[] burst = [.. Enumerable.Repeat(RawConnection.Frame(kind, 0, 0, payload), 500).SelectMany(frame => frame)];
        await AnsweredThroughoutAsync(Connections, async connection =>
        {
            for (var n = 0; n < 100 && await connection.SendAsync(burst); n++)
            {
                // Answers are not read: they pile up at the server, or it ends the connection.
            }
        });
    }

    [Fact]
    public async Task Headers_that_never_end_take_nothing_from_others()
    {
        var part = RawConnection.Call("LookupService/LookUpTerm");
        byte[] more = [0x00, 1, (byte)'x', 100, .. new byte[100]];
        await AnsweredThroughoutAsync(Connections, async connection =>
        {
            _ = await connection.SendAsync(RawConnection.Frame(RawConnection.Headers, 0, 1, part));
            for (var n = 0; n < 5_000 && await connection.SendAsync(RawConnection.Frame(RawConnection.Continuation, 0, 1, more)); n++)
            {
                // One header after the other.
            }
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Connections_that_say_nothing_or_stop_in_the_middle_take_nothing_from_others(bool greets)
    {
        var part = RawConnection.Frame(RawConnection.Headers, RawConnection.EndHeaders, 1, RawConnection.Call("LookupService/LookUpTerm"))[..20];
        await AnsweredThroughoutAsync(300, async connection =>
        {
            if (greets)
                _ = await connection.SendAsync(part);
        }, greets);
    }

    // Old callers and new ones are answered while the flood comes in, and when it is over.
    async Task AnsweredThroughoutAsync(int connections, Func<RawConnection, Task> flood, bool greets = true)
    {
        var flooding = new List<RawConnection>();
        try
        {
            for (var n = 0; n < connections; n++)
                flooding.Add(await RawConnection.OpenAsync(partners.Server.GrpcAddress, greets));
            var floods = Task.WhenAll(flooding.Select(connection => Task.Run(() => flood(connection))));
            var answers = 0;
            do
            {
                _ = await partners.DefineAsync($"word {answers}", "Something else.");
                Assert.Equal(2, (await partners.Lookup.LookUpTermAsync(new() { Term = "incident" }, deadline: DateTime.UtcNow.AddSeconds(30))).Meanings.Count);
                using var channel = GrpcChannel.ForAddress(partners.Server.GrpcAddress);
                Assert.Equal(2, (await new LookupService.LookupServiceClient(channel).LookUpTermAsync(new() { Term = "incident" }, deadline: DateTime.UtcNow.AddSeconds(30))).Meanings.Count);
                answers++;
            }
            while (!floods.IsCompleted || answers < 20);
            await floods;
            await partners.AssertServingAsync();
        }
        finally
        {
            flooding.ForEach(connection => connection.Dispose());
        }

        await partners.AssertServingAsync();
    }
}
