using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace CommonLanguage.Server.Tests.Faults;

/// <summary>A connection that speaks HTTP/2 as no proper client does: frames as they are written, in any order, and nothing read.</summary>
sealed class RawConnection : IDisposable
{
    public const byte Data = 0, Headers = 1, Reset = 3, Settings = 4, Ping = 6, Continuation = 9;
    public const byte EndHeaders = 4;

    readonly TcpClient client = new();

    public static async Task<RawConnection> OpenAsync(Uri address, bool greets = true)
    {
        var connection = new RawConnection();
        await connection.client.ConnectAsync(address.Host, address.Port);
        if (greets)
            await connection.SendAsync((byte[])[.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(Settings, 0, 0, [])]);
        return connection;
    }

    /// <summary>Sends until the server has had enough; answers whether it took everything.</summary>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await client.GetStream().WriteAsync(bytes, patience.Token);
            return true;
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or InvalidOperationException)
        {
            return false;
        }
    }

    public void Dispose() => client.Dispose();

    public static byte[] Frame(byte kind, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[9 + payload.Length];
        (frame[0], frame[1], frame[2], frame[3], frame[4]) = ((byte)(payload.Length >> 16), (byte)(payload.Length >> 8), (byte)payload.Length, kind, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame.AsSpan(9));
        return frame;
    }

    /// <summary>The header block of a call (HPACK, RFC 7541, nothing indexed).</summary>
    public static byte[] Call(string method)
    {
        List<byte> block = [0x83, 0x86];
        Add(0x04, "/commonlanguage.v1." + method);
        Add(0x01, "localhost");
        Named("content-type", "application/grpc");
        Named("te", "trailers");
        return [.. block];

        void Add(byte name, string value)
        {
            block.Add(name);
            Text(value);
        }

        void Named(string name, string value)
        {
            block.Add(0x00);
            Text(name);
            Text(value);
        }

        void Text(string text)
        {
            block.Add((byte)text.Length);
            block.AddRange(Encoding.ASCII.GetBytes(text));
        }
    }
}
