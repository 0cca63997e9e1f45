using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CommonLanguage.Cli.Commands;

namespace CommonLanguage.Cli.Tests;

/// <summary>The tool as a process of its own.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Control_c_ends_with_130_and_no_stack_trace()
    {
        if (!OperatingSystem.IsLinux())
            return; // The signal and the program that makes it arrive are of Linux.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var tool = Start(["env", "--default-signal=INT"], "lookup", "word", "--server", $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}");
        using var client = await silent.AcceptTcpClientAsync();
        // Once it has sent something it is done with its start, and listens to signals.
        await client.GetStream().ReadExactlyAsync(new byte[24]);
        using var kill = Process.Start("kill", ["-INT", tool.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await tool.WaitForExitAsync();
        Assert.Equal((130, "", $"commonlanguage: Interrupted.{Environment.NewLine}"), (tool.ExitCode, await tool.StandardOutput.ReadToEndAsync(), await tool.StandardError.ReadToEndAsync()));
    }

    [Fact]
    public async Task Redirected_output_has_neither_colours_nor_a_byte_order_mark()
    {
        using var tool = Start([], "compare", "An event that harms a service.", "Any alert.", "--term", "é");
        var output = await tool.StandardOutput.ReadToEndAsync();
        await tool.WaitForExitAsync();
        Assert.Equal(0, tool.ExitCode);
        Assert.StartsWith("é", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    // Whoever runs the tests in the background has them ignore the interrupt, and with them all they start: "env" undoes that.
    static Process Start(string[] before, params string[] args)
    {
        string[] line = [.. before, "dotnet", typeof(Tool).Assembly.Location, .. args];
        return Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}
