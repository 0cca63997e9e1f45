using System.Net;
using System.Net.Sockets;
using CommonLanguage.Testing;

namespace CommonLanguage.Cli.Tests;

public sealed class ReachingTests
{
    [Fact]
    public async Task A_server_that_is_not_there_ends_with_3()
    {
        var port = FreePort();
        var ran = await new Person().TypesAsync("lookup", "word", "--server", $"http://localhost:{port}");
        Assert.Equal(
            new Ran(3, "", $"commonlanguage: No server answers at http://localhost:{port} (connection refused); start one, or name another with --server or COMMONLANGUAGE_SERVER.{Environment.NewLine}"),
            ran);
    }

    [Fact]
    public async Task The_option_goes_before_the_environment()
    {
        var port = FreePort();
        var person = new Person { Variables = new(StringComparer.Ordinal) { ["COMMONLANGUAGE_SERVER"] = "http://localhost:1" } };
        Assert.Contains($"http://localhost:{port} ", (await person.TypesAsync("conflicts", "--server", $"http://localhost:{port}")).Error, StringComparison.Ordinal);
        Assert.Contains("http://localhost:1 ", (await person.TypesAsync("conflicts")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_for_browsers_is_told_from_that_for_grpc()
    {
        await using var server = await TestServer.StartAsync();
        var ran = await new Person().TypesAsync("lookup", "word", "--server", server.WebAddress.ToString());
        Assert.Equal((3, ""), (ran.ExitCode, ran.Out));
        Assert.Contains("answers, but not with gRPC over HTTP/2", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_a_certificate_is_not_spoken_to_over_https()
    {
        await using var server = await TestServer.StartAsync();
        var ran = await new Person().TypesAsync("lookup", "word", "--server", $"https://127.0.0.1:{server.GrpcAddress.Port}");
        Assert.Equal((3, ""), (ran.ExitCode, ran.Out));
        Assert.DoesNotContain(Environment.NewLine, ran.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_after_the_timeout()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}";
        var ran = await new Person().TypesAsync("lookup", "word", "--server", address, "--timeout", "1");
        Assert.Equal(new Ran(3, "", $"commonlanguage: {address} did not answer in time; give it longer with --timeout SECONDS.{Environment.NewLine}"), ran);
    }

    [Theory]
    [InlineData("http://commonlanguage.example:5081")]
    [InlineData("http://192.0.2.7")]
    [InlineData("http://127.0.0.1.example")]
    public async Task A_key_is_not_sent_in_clear_text_to_another_machine(string address)
    {
        var person = new Person { Variables = new(StringComparer.Ordinal) { ["COMMONLANGUAGE_TOKEN"] = "secret-key" } };
        var ran = await person.TypesAsync("lookup", "word", "--server", address);
        Assert.Equal(
            new Ran(2, "", $"commonlanguage: The API key would go to {new Uri(address).Host} in clear text; use its https address, or unset COMMONLANGUAGE_TOKEN.{Environment.NewLine}"),
            ran);
    }

    [Fact]
    public async Task A_key_goes_along_as_a_bearer_token()
    {
        using var recorder = new TcpListener(IPAddress.Loopback, 0);
        recorder.Start();
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "secret-key\n");
        try
        {
            var address = $"http://127.0.0.1:{((IPEndPoint)recorder.LocalEndpoint).Port}";
            var asking = new Person().TypesAsync("lookup", "word", "--server", address, "--token-file", path, "--timeout", "2");
            Assert.Contains("Bearer secret-key", await FirstBytesAsync(recorder), StringComparison.Ordinal);
            _ = await asking;
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_key_of_two_lines_is_refused_and_not_shown()
    {
        var person = new Person { Variables = new(StringComparer.Ordinal) { ["COMMONLANGUAGE_TOKEN"] = "secret\nkey" } };
        var ran = await person.TypesAsync("lookup", "word");
        Assert.Equal(new Ran(2, "", $"commonlanguage: COMMONLANGUAGE_TOKEN holds more than an API key; a key is one line without blanks.{Environment.NewLine}"), ran);
    }

    /// <summary>The headers of the first call (HPACK with literal values where nothing is compressed by Huffman).</summary>
    static async Task<string> FirstBytesAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        // An empty SETTINGS frame, and the acknowledgement of the caller's.
        await stream.WriteAsync(new byte[] { 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 0, 0, 0 });
        var text = "";
        var bytes = new byte[4096];
        while (!text.Contains("secret", StringComparison.Ordinal) && await stream.ReadAsync(bytes) is > 0 and var length)
            text += System.Text.Encoding.Latin1.GetString(bytes, 0, length);
        return text;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
