using System.Buffers;
using System.Runtime.InteropServices;

namespace CommonLanguage.Lookup;

/// <summary>
/// A LookUpTermResponse or BatchLookUpTermsResponse in the wire format: meanings that stand ready, and the revision token after them.
/// They are copied once, to where they are sent. Immutable.
/// </summary>
public sealed class LookupAnswer
{
    readonly byte[][] meanings;
    readonly byte[] token;
    readonly bool isBatch;

    /// <summary>The answer to one term.</summary>
    internal LookupAnswer(byte[] meanings, byte[] revisionToken)
        : this([meanings], revisionToken, isBatch: false)
    {
    }

    LookupAnswer(byte[][] meanings, byte[] revisionToken, bool isBatch)
    {
        (this.meanings, token, this.isBatch) = (meanings, revisionToken, isBatch);
        Length = Wire.FieldSize(token.Length);
        foreach (var one in meanings)
            Length += isBatch ? Wire.FieldSize(one.Length) : one.Length;
    }

    /// <summary>The answers to several terms, in their order.</summary>
    internal static LookupAnswer OfMany(byte[][] meanings, byte[] revisionToken) => new(meanings, revisionToken, isBatch: true);

    /// <summary>Bytes of the message.</summary>
    public int Length { get; }

    /// <summary>Writes the message.</summary>
    public void WriteTo(IBufferWriter<byte> writer)
    {
        foreach (var one in meanings)
        {
            if (isBatch)
                WriteHead(writer, MeaningFields.BatchResponses, one.Length);
            writer.Write(one);
        }

        WriteHead(writer, isBatch ? MeaningFields.BatchRevisionToken : MeaningFields.ResponseRevisionToken, token.Length);
        writer.Write(token);
    }

    /// <summary>The message as an array of its own.</summary>
    public byte[] ToBytes()
    {
        var bytes = new ArrayBufferWriter<byte>(Length);
        WriteTo(bytes);
        return MemoryMarshal.TryGetArray(bytes.WrittenMemory, out var written) && written.Array!.Length == Length ? written.Array : bytes.WrittenSpan.ToArray();
    }

    static void WriteHead(IBufferWriter<byte> writer, int field, int length)
    {
        var at = 0;
        Wire.WriteHead(writer.GetSpan(1 + Wire.VarintSize((uint)length)), ref at, field, length);
        writer.Advance(at);
    }
}
