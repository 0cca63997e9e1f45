using System.Text;

namespace CommonLanguage.Lookup;

/// <summary>Finds a text in a message that holds texts only.</summary>
static class WireReader
{
    /// <summary>The text of a field, empty when it is not there.</summary>
    public static string Text(ReadOnlySpan<byte> message, int field) => Encoding.UTF8.GetString(Bytes(message, field));

    /// <summary>The UTF-8 bytes of a field, empty when it is not there.</summary>
    public static ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> message, int field)
    {
        var at = 0;
        while (at < message.Length)
        {
            var number = message[at++] >> 3;
            var length = (int)Wire.ReadVarint(message, ref at);
            if (number == field)
                return message.Slice(at, length);
            at += length;
        }

        return [];
    }
}
