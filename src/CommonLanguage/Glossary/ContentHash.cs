using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CommonLanguage.Glossary;

/// <summary>
/// SHA-256, first 16 bytes, over labelled parts: of a content (equal content, equal hash) and of a stored row (a damaged row no
/// longer matches). Each part is preceded by its length, so that no two different lists of parts give the same bytes.
/// </summary>
public readonly record struct ContentHash(UInt128 Value)
{
    /// <summary>Bytes of a stored hash.</summary>
    public const int Size = 16;

    /// <summary>Hash of a content.</summary>
    public static ContentHash Of(EntryContent content)
    {
        var sum = new Sum();
        foreach (var term in content.Terms)
        {
            sum.Add(term.Text);
            sum.Add(((int)term.Form * 16) + (int)term.Status);
            sum.Add(term.Language?.Value);
        }

        sum.Add(content.Definition);
        sum.Add(content.Language.Value);
        sum.Add(content.ScopeNote);
        sum.Add(content.Note);
        sum.Add(content.SubjectField);
        sum.Add(content.Source);
        sum.Add(content.ReplacedBy);
        sum.Add(content.ValidFrom?.DayNumber ?? -1);
        sum.Add(content.ValidTo?.DayNumber ?? -1);
        // Left out where there is none, so that contents of before there was such a part keep their hash.
        if (content.Adopts.Length > 0)
            sum.Add(content.Adopts);
        return sum.Finish();
    }

    /// <summary>Reads a stored hash.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> stored) => new(BinaryPrimitives.ReadUInt128BigEndian(stored));

    /// <summary>The 16 bytes to store.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Value);
        return bytes;
    }

    /// <summary>Hexadecimal, 32 characters.</summary>
    public override string ToString() => Value.ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Gathers the parts of a hash. Not thread-safe; ends with <see cref="Finish"/>.</summary>
    internal ref struct Sum()
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(2_048);
        int length;

        public void Add(long number)
        {
            Reserve(8);
            BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(length), number);
            length += 8;
        }

        public void Add(string? text)
        {
            if (text is null)
            {
                Add(-1);
                return;
            }

            Reserve(8 + (text.Length * 3));
            var written = Encoding.UTF8.GetBytes(text, buffer.AsSpan(length + 8));
            BinaryPrimitives.WriteInt64LittleEndian(buffer.AsSpan(length), written);
            length += 8 + written;
        }

        public void Add(ContentHash hash)
        {
            Reserve(Size);
            BinaryPrimitives.WriteUInt128BigEndian(buffer.AsSpan(length), hash.Value);
            length += Size;
        }

        public ContentHash Finish()
        {
            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            _ = SHA256.HashData(buffer.AsSpan(0, length), digest);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
            return Of(digest[..Size]);
        }

        void Reserve(int more)
        {
            if (length + more <= buffer.Length)
                return;
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + more));
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }
    }
}
