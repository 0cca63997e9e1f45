using System.Text;
using CommonLanguage.Interchange.Csv;
using CommonLanguage.Interchange.Tables;
using CommonLanguage.Interchange.Tbx;
using CommonLanguage.Interchange.Xlsx;

namespace CommonLanguage.Interchange;

/// <summary>A file of a glossary that is read more than once.</summary>
/// <param name="file">Its bytes.</param>
/// <param name="encoding">What they are read by; null for an Excel workbook.</param>
/// <param name="options">What somebody has named.</param>
sealed class GlossaryFile(FileStream file, Encoding? encoding, ReadingOptions options)
{
    /// <summary>Bytes of the file.</summary>
    public long Length => file.Length;

    /// <summary>Opens the file at its header; one reader at a time.</summary>
    /// <exception cref="Glossary.RefusalException">The file has no header that can be read.</exception>
    public GlossaryTable Open() =>
        encoding is null ? XlsxTable.Open(Anew(), options)
        : TextFormat.Of(Anew(), encoding) == TextFormat.Tbx ? TbxTable.Open(Anew, encoding)
        : Delimiters.Open(Anew, encoding, options);

    Stream Anew()
    {
        file.Position = 0;
        return new Undisposed(file);
    }

    /// <summary>Lets a reader be disposed without the file, which is read again.</summary>
    sealed class Undisposed(Stream file) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => file.Length;
        public override long Position { get => file.Position; set => file.Position = value; }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);
        public override int Read(Span<byte> buffer) => file.Read(buffer);
        public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
