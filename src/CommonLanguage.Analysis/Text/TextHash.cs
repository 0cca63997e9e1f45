using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CommonLanguage.Analysis.Text;

/// <summary>The hash of a text: two texts of one hash are taken for one.</summary>
static class TextHash
{
    /// <summary>The first half of SHA-256 of the text in UTF-8.</summary>
    public static UInt128 Of(string text) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
