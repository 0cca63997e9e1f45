using System.Net.Sockets;
using System.Text;
using CommonLanguage.Administration;
using CommonLanguage.Server.Tests.Faults;
using CommonLanguage.V1;
using Grpc.Core;

namespace CommonLanguage.Server.Tests.SignIn;

/// <summary>What callers write never becomes a line of the log of its own, nor reaches the terminal behind it (attack A17).</summary>
public sealed class LogForgingTests
{
    const string Forged = "info: Forged[0] Everything is fine.";
    const string Nasty = "x\u001b[2J\u001b]0;title\u0007\r\n" + Forged + "\u009b31m\u202e";

    [Fact]
    public async Task No_control_character_of_a_caller_reaches_the_log()
    {
        var data = Directory.CreateTempSubdirectory("commonlanguage-test-").FullName;
        await using (var server = await ServerProcess.StartAsync(data, "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:Grpc=Trace"))
        {
            var (glossary, lookup) = (new GlossaryService.GlossaryServiceClient(server.Channel), new LookupService.LookupServiceClient(server.Channel));
            _ = await glossary.CreateOrganisationAsync(new() { OrganisationId = "acme" });
            foreach (var call in (Func<Task>[])
            [
                async () => await lookup.LookUpTermAsync(new() { Term = Nasty, Partnership = Nasty }),
                async () => await lookup.SearchEntriesAsync(new() { Query = Nasty }),
                async () => await glossary.GetEntryAsync(new() { Name = "organisations/acme/entries/" + Nasty }),
                async () => await glossary.CreateOrganisationAsync(new() { OrganisationId = Nasty, Organisation = new() { DisplayName = Nasty } }),
                async () => await glossary.CreateEntryAsync(new() { Parent = "organisations/acme", Entry = new() { Terms = { new Term { Text = Nasty } }, Definition = Nasty } }),
                async () => await glossary.CreateEntryAsync(new() { Parent = "organisations/acme", RequestId = Nasty, Entry = new() { Terms = { new Term { Text = "t" } }, Definition = "d", Note = Nasty } }),
                async () => await glossary.UpdateOrganisationAsync(new() { Organisation = new() { Name = "organisations/acme", Etag = Nasty }, UpdateMask = new() { Paths = { Nasty } } }),
            ])
            {
                try
                {
                    await call();
                }
                catch (RpcException)
                {
                    // Taken or refused: what counts is what is logged.
                }
            }

            await AskRawAsync(server.WebAddress, "GET /v1/organisations/%1b%5b2J%0d%0a" + Uri.EscapeDataString(Forged) + "/entries/%c2%9b31m?x=%1b%0a HTTP/1.1\r\nHost: localhost\r\nUser-Agent: a%1b\r\nConnection: close\r\n\r\n");
            await AskRawAsync(server.WebAddress, "GET /v1/terms:lookUp?term=%1b%5b2J%0a HTTP/1.1\r\nHost: localhost\r\nUser-Agent: \u001b[2J\r\nX: \u0007\r\nConnection: close\r\n\r\n");
            server.Terminate();
            var (_, log) = await server.EndAsync();

            // The log has said something of these calls.
            Assert.Contains("U+001B", log, StringComparison.Ordinal);
            Assert.DoesNotContain(log.Split('\n'), line => line.TrimStart().StartsWith(Forged, StringComparison.Ordinal));
            var acting = log.Select((unit, at) => (unit, at)).Where(c => (char.IsControl(c.unit) && c.unit is not ('\n' or '\r')) || c.unit is '\u202e')
                .Select(c => $"U+{(int)c.unit:X4} in '{log[Math.Max(0, c.at - 60)..Math.Min(log.Length, c.at + 30)]}'");
            Assert.Empty(acting);
        }

        Directory.Delete(data, recursive: true);
    }

    static async Task AskRawAsync(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());
        _ = await reader.ReadToEndAsync();
    }
}
