using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using CommonLanguage.Tests.Faults;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CommonLanguage.Server.Tests.Faults;

/// <summary>The server is told to stop (fault F24) or killed (F2) while it works.</summary>
public sealed class ServerFaultTests : IDisposable
{
    const int Callers = 64;
    const int Rows = 12_000;

    readonly string data = Directory.CreateTempSubdirectory("commonlanguage-server-faults-").FullName;

    static readonly byte[] File = Encoding.UTF8.GetBytes(
        "term,definition\n" + string.Concat(Enumerable.Range(1, Rows).Select(n => $"word {n},\"What is meant by word number {n}, at least {n % 90} times.\"\n")));

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task An_address_that_is_taken_is_said_in_one_sentence_without_a_stack()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var folder = Directory.CreateTempSubdirectory("commonlanguage-port-");
        try
        {
            var ended = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(
                folder.FullName, FormattableString.Invariant($"--Kestrel:Endpoints:Web:Url=http://127.0.0.1:{((System.Net.IPEndPoint)other.LocalEndpoint).Port}")));
            var lines = ended.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Contains("ddress", StringComparison.Ordinal)).ToList();
            Assert.Contains("address already in use; stop the other program or choose another address with", Assert.Single(lines), StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", ended.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(" at Microsoft.", ended.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_server_told_to_stop_answers_what_it_has_begun_keeps_what_it_answered_and_exits_in_order()
    {
        var acknowledged = new ConcurrentBag<string>();
        long stored = 0;
        int answered = 0, refused = 0;
        TimeSpan wait;
        await using (var server = await ServerProcess.StartAsync(data))
        {
            var glossary = new GlossaryService.GlossaryServiceClient(server.Channel);
            _ = await glossary.CreateOrganisationAsync(new() { OrganisationId = "acme", Organisation = new Organisation() });
            var stopped = false;
            var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
            {
                for (var n = 0; !Volatile.Read(ref stopped); n++)
                {
                    try
                    {
                        var entry = new Entry { Definition = $"Thing {n} of caller {caller}.", Terms = { new Term { Text = $"thing {caller} {n}" } } };
                        var created = await glossary.CreateEntryAsync(new() { Parent = "organisations/acme", Entry = entry, RequestId = $"{caller}-{n}" });
                        acknowledged.Add(created.Entry.Name);
                        _ = Interlocked.Increment(ref answered);
                    }
                    catch (RpcException refusal)
                    {
                        Assert.True(refusal.StatusCode == StatusCode.Unavailable, refusal.Status.ToString());
                        _ = Interlocked.Increment(ref refused);
                        return;
                    }
                }
            })).ToArray();
            var import = Task.Run(async () =>
            {
                try
                {
                    _ = await server.ImportAsync("imported", File, progress => stored = Math.Max(stored, progress.RowsStored));
                }
                catch (RpcException refusal)
                {
                    Assert.True(refusal.StatusCode == StatusCode.Unavailable, refusal.Status.ToString());
                }
            });
            while (acknowledged.Count < 2 * Callers)
                await Task.Delay(10);

            var asked = Stopwatch.GetTimestamp();
            server.Terminate();
            var (code, log) = await server.EndAsync();
            wait = Stopwatch.GetElapsedTime(asked);
            Volatile.Write(ref stopped, true);
            await Task.WhenAll(callers);
            await import;
            Assert.True(code == 0, log);
        }

        await using var again = await ServerProcess.StartAsync(data);
        var reader = new GlossaryService.GlossaryServiceClient(again.Channel);
        foreach (var name in acknowledged)
            Assert.Equal(name, (await reader.GetEntryAsync(new() { Name = name })).Name);
        await CompletesAsync(again, stored);
        Rounds.Report("F24", $"SIGTERM with {Callers} callers and an import under way", $"{answered} answered and kept, {refused} refused with UNAVAILABLE, exit 0 after {wait.TotalSeconds:0.0} s, the import is finished by repeating it");
    }

    [Fact]
    public async Task A_server_told_to_stop_tells_callers_whose_streams_wait_for_their_next_message()
    {
        await using var server = await ServerProcess.StartAsync(data);
        using var import = new InterchangeService.InterchangeServiceClient(server.Channel).ImportGlossary();
        await import.RequestStream.WriteAsync(new() { Header = new ImportHeader { Organisation = "organisations/acme" } });
        await import.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(File, 0, 64 * 1024) });
        using var lookup = new LookupService.LookupServiceClient(server.Channel).LookUpTerms();
        await lookup.RequestStream.WriteAsync(new() { Term = "word" });
        Assert.True(await lookup.ResponseStream.MoveNext());
        Task[] waiting = [import.ResponseStream.MoveNext(), lookup.ResponseStream.MoveNext()];

        server.Terminate();
        var (code, log) = await server.EndAsync();

        Assert.True(code == 0, log);
        foreach (var call in waiting)
        {
            // The client library forgets an answer that the end of the connection overtakes, and then says INTERNAL and why.
            var status = (await Assert.ThrowsAsync<RpcException>(() => call)).Status;
            Assert.True(status.StatusCode == StatusCode.Unavailable || status.Detail.Contains("NO_ERROR", StringComparison.Ordinal), $"{status}\n{log}");
        }
    }

    [Fact]
    public async Task A_killed_import_over_the_wire_loses_no_row_that_was_said_to_be_stored_and_is_finished_by_repeating_it()
    {
        var rounds = Rounds.Of(few: 1, full: 20);
        var halfWay = 0;
        for (var seed = 1; seed <= rounds; seed++)
        {
            long stored = 0;
            await using (var server = await ServerProcess.StartAsync(data))
            {
                var import = Task.Run(() => server.ImportAsync($"imported{seed}", File, progress => stored = Math.Max(stored, progress.RowsStored)));
                await Task.WhenAny(import, Task.Delay(new Random(seed).Next(300, 3_000)));
                server.Kill();
                _ = await server.EndAsync();
                _ = await Record.ExceptionAsync(() => import);
            }

            await using var again = await ServerProcess.StartAsync(data);
            halfWay += await CompletesAsync(again, stored, $"imported{seed}") ? 1 : 0;
        }

        Rounds.Report("F2", $"kill -9 of the server at {rounds} random points in an import of {Rows:N0} rows over gRPC", $"no stored row lost ({halfWay} half way), the repeated import completes without a duplicate");
    }

    /// <summary>Imports again; whether the first import had stored a part. Rows that were said to be stored must be there.</summary>
    static async Task<bool> CompletesAsync(ServerProcess server, long stored, string organisation = "imported")
    {
        var report = await server.ImportAsync(organisation, File, _ => { });
        Assert.NotNull(report);
        Assert.True(report.Unchanged >= stored, $"{stored} rows were said to be stored, {report.Unchanged} were there.");
        Assert.Equal(Rows, report.Added + report.Unchanged);
        Assert.Equal(0, report.Changed);
        var once = await server.ImportAsync(organisation, File, _ => { });
        Assert.Equal(Rows, once!.Unchanged);
        return report.Unchanged is > 0 and < Rows;
    }
}
