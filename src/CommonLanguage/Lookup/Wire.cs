using System.Numerics;
using System.Text;

namespace CommonLanguage.Lookup;

/// <summary>
/// The little of the protocol buffers wire format that answers need (protobuf.dev, "Encoding"): varints and length-delimited fields
/// with numbers below 16, whose tags take one byte, and above, whose tags take two.
/// </summary>
static class Wire
{
    /// <summary>Bytes of a length-delimited field with its tag.</summary>
    public static int FieldSize(int length) => 1 + VarintSize((uint)length) + length;

    public static int VarintSize(uint value) => (BitOperations.Log2(value | 1) / 7) + 1;

    public static void WriteVarint(Span<byte> bytes, ref int at, uint value)
    {
        while (value >= 0x80)
        {
            bytes[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        bytes[at++] = (byte)value;
    }

    /// <summary>Writes the tag and the length of a length-delimited field.</summary>
    public static void WriteHead(Span<byte> bytes, ref int at, int field, int length)
    {
        bytes[at++] = (byte)((field << 3) | 2);
        WriteVarint(bytes, ref at, (uint)length);
    }

    /// <summary>Writes the tag and the length of a length-delimited field with a number from 16 on.</summary>
    public static void WriteWideHead(Span<byte> bytes, ref int at, int field, int length)
    {
        WriteVarint(bytes, ref at, (uint)((field << 3) | 2));
        WriteVarint(bytes, ref at, (uint)length);
    }

    public static void WriteText(Span<byte> bytes, ref int at, int field, string text)
    {
        WriteHead(bytes, ref at, field, Encoding.UTF8.GetByteCount(text));
        at += Encoding.UTF8.GetBytes(text, bytes[at..]);
    }

    public static void WriteNumber(Span<byte> bytes, ref int at, int field, uint value)
    {
        bytes[at++] = (byte)(field << 3);
        WriteVarint(bytes, ref at, value);
    }

    public static void Write(Span<byte> bytes, ref int at, ReadOnlySpan<byte> part)
    {
        part.CopyTo(bytes[at..]);
        at += part.Length;
    }

    public static uint ReadVarint(ReadOnlySpan<byte> bytes, ref int at)
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
