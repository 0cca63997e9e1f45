using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CommonLanguage.Cli.Output;

namespace CommonLanguage.Cli.LanguageServer;

/// <summary>
/// JSON-RPC messages with a header of their length, as the Language Server Protocol sends them (3.17, Base Protocol). Written by hand, over
/// readers and writers that the native compiler can follow: the libraries for it work by reflection.
/// </summary>
sealed class MessageStream(Stream input, Stream output)
{
    const int LongestHeader = 4_096;
    const int LongestMessage = 64 * 1024 * 1024;

    /// <summary>The next message, or null at the end.</summary>
    /// <exception cref="FailureException">What comes in is no such message.</exception>
    public async Task<JsonDocument?> ReadAsync(CancellationToken cancellation)
    {
        if (await ReadLengthAsync(cancellation) is not { } length)
            return null;
        var body = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await input.ReadExactlyAsync(body.AsMemory(0, length), cancellation);
            // The pooled bytes go back: the document keeps a copy of its own.
            return JsonDocument.Parse(body.AsMemory(0, length).ToArray());
        }
        catch (Exception fault) when (fault is JsonException or EndOfStreamException)
        {
            throw NoMessage(fault);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    /// <summary>Sends a message.</summary>
    /// <param name="write">Writes what stands in its object, after "jsonrpc".</param>
    public void Write(Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            write(json);
            json.WriteEndObject();
        }

        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.WrittenCount}\r\n\r\n")));
        output.Write(body.WrittenSpan);
        output.Flush();
    }

    async Task<int?> ReadLengthAsync(CancellationToken cancellation)
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (header.Length < 4 || header.ToString(header.Length - 4, 4) != "\r\n\r\n")
        {
            if (await input.ReadAsync(one, cancellation) == 0)
                return header.Length == 0 ? null : throw NoMessage();
            if (header.Append((char)one[0]).Length > LongestHeader)
                throw NoMessage();
        }

        foreach (var line in header.ToString().Split("\r\n"))
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(line["Content-Length:".Length..], NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var length)
                && length is > 0 and <= LongestMessage)
                return length;
        }

        throw NoMessage();
    }

    static FailureException NoMessage(Exception? fault = null) =>
        FailureException.WrongUse("Standard input holds no messages of the Language Server Protocol; let an editor start this command.", fault);
}
