using CommonLanguage.Analysis.Checking.Documents.Source;

namespace CommonLanguage.Analysis.Checking.Documents.Paged;

/// <summary>What comes out of a compressed part, counted against what all parts of the file may inflate to: a part's header may lie.</summary>
sealed class InflatedStream(Stream inner, InflatedStream.Allowance allowance, string name) : Stream
{
    /// <summary>Bytes that may still come out of a file.</summary>
    public sealed class Allowance(long bytes)
    {
        public long Left { get; set; } = bytes;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        allowance.Left -= read;
        return allowance.Left >= 0 ? read : throw new UnreadableInputException($"'{name}' inflates to more than 256 MiB; it is no document that anybody wrote.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
